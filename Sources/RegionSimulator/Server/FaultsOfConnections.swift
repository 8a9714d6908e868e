extension Fault {
    /// The connection itself: nobody there, nobody answers, broken off.
    static let connection: [Fault] = [
        Fault("port-closed", "Nobody listens at the port.", .closedPort),
        Fault("closes-at-once", "Connections are accepted and closed without a word.", .closedConnection),
        Fault("never-answers", "The request is accepted and never answered.") { _ in [.hold] },
        Fault("reset-in-body", "The connection is reset in the middle of the body.") { exchange in
            let reply = exchange.content
            return [reply.head(adding: reply.lengthField), .send(reply.firstHalf), .reset]
        },
        Fault("slow", "The body comes one byte a second.") { exchange in
            let reply = exchange.content
            return [reply.head(adding: reply.lengthField), .drip(reply.body, pause: .seconds(1))]
        },
        Fault("slow-headers", "The head comes one byte a second.") { exchange in
            let reply = exchange.content
            guard case .send(let head) = reply.head(adding: reply.lengthField) else { return [.hold] }
            return [.drip(head, pause: .seconds(1)), .send(reply.body)]
        },
        Fault("stall", "The body stops at 99 per cent and the connection stays open.") { exchange in
            let reply = exchange.content
            return [
                reply.head(adding: reply.lengthField), .send(reply.bytes.prefix(reply.bytes.count * 99 / 100)), .hold,
            ]
        },
    ]
}
