import NIOHTTP1

extension Fault {
    /// The length of the body: wrong, contradictory, missing, without end.
    static let lengths: [Fault] = [
        Fault("cut-short", "Content-Length promises more than comes.") { exchange in
            let reply = exchange.content
            return [reply.head(adding: reply.lengthField), .send(reply.firstHalf), .close]
        },
        Fault("length-too-small", "Content-Length promises half of what comes.") { exchange in
            let reply = exchange.content
            return [reply.head(adding: length(reply.firstHalf.count)), .send(reply.body), .close]
        },
        Fault("two-lengths", "Two Content-Lengths that differ.") { exchange in
            let reply = exchange.content
            let fields = HTTPHeaders(Array(reply.lengthField) + Array(length(reply.firstHalf.count)))
            return [reply.head(adding: fields), .send(reply.body), .close]
        },
        Fault("negative-length", "Content-Length: -1.") { exchange in
            [exchange.content.head(adding: length(-1)), .send(exchange.content.body), .close]
        },
        Fault("length-and-chunked", "Both a Content-Length, too small, and chunks.") { exchange in
            let reply = exchange.content
            let fields = HTTPHeaders(Array(chunked) + Array(length(reply.firstHalf.count)))
            return [reply.head(adding: fields), chunk(reply.bytes), .send("0\r\n\r\n"), .close]
        },
        Fault("chunk-cut-off", "The connection closes in the middle of a chunk.") { exchange in
            let bytes = exchange.content.bytes
            let size = String(bytes.count, radix: 16)
            return [
                exchange.content.head(adding: chunked), .send("\(size)\r\n"), .send(exchange.content.firstHalf), .close,
            ]
        },
        Fault("no-last-chunk", "The connection closes between two chunks.") { exchange in
            [exchange.content.head(adding: chunked), chunk(exchange.content.firstHalf), .close]
        },
        Fault("bad-chunk-size", "A chunk whose size is no number.") { exchange in
            [
                exchange.content.head(adding: chunked), chunk(exchange.content.firstHalf),
                .send("många\r\n"), .send(exchange.content.body), .close,
            ]
        },
        Fault("no-length-cut", "No length at all, and the connection closes in the middle.") { exchange in
            [exchange.content.head(adding: ["Connection": "close"]), .send(exchange.content.firstHalf), .close]
        },
        Fault("endless", "The body never ends.") { exchange in
            [exchange.content.head(adding: ["Connection": "close"]), .send(exchange.content.body)] + Step.blanks(.max)
        },
        Fault("announces-10-gb", "Content-Length promises 10 GiB, and they come.") { exchange in
            let reply = exchange.content
            let tenGiB = 10 << 30
            return [reply.head(adding: length(tenGiB)), .send(reply.body)]
                + Step.blanks(tenGiB - reply.body.readableBytes)
        },
    ]

    private static let chunked: HTTPHeaders = ["Transfer-Encoding": "chunked"]

    private static func length(_ count: Int) -> HTTPHeaders { ["Content-Length": String(count)] }

    private static func chunk(_ bytes: [UInt8]) -> Step {
        .send(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }
}
