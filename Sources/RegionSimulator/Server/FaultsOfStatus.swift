import NIOHTTP1

extension Fault {
    /// The status line says no, or something that was not asked for.
    static let statuses: [Fault] =
        [
            Fault("http-500", "Every answer is 500.") { _ in
                Reply.text(.internalServerError, "Internt fel").steps()
            },
            Fault("http-500-once", "The first answer at each address is 500, then all is well.") { exchange in
                (exchange.count == 1 ? Reply.text(.internalServerError, "Internt fel") : exchange.reply).steps()
            },
            Fault("http-401", "Every answer is 401.") { _ in
                Reply.text(.unauthorized, "Logga in", ["WWW-Authenticate": "Basic realm=\"prislista\""]).steps()
            },
            Fault("http-403", "Every answer is 403.") { _ in Reply.text(.forbidden, "Ingen behörighet").steps() },
            Fault("http-404", "Every answer is 404.") { _ in Reply.text(.notFound, "Finns inte").steps() },
            Fault("http-410", "Every answer is 410: gone for good.") { _ in
                Reply.text(.gone, "Finns inte längre").steps()
            },
            Fault("status-204", "204, and a body all the same.") { exchange in
                var reply = exchange.content
                reply.status = .noContent
                return reply.steps() + [.close]
            },
            Fault("status-206", "206 with the first half of the document, though nobody asked for a part.") {
                let reply = $0.content
                var part = reply.with(body: reply.firstHalf)
                part.status = .partialContent
                return part.with("Content-Range", "bytes 0-\(part.length - 1)/\(reply.length)").steps()
            },
            Fault("status-304-unasked", "304 also to those who sent no validator.") { exchange in
                var reply = exchange.content
                reply.status = .notModified
                return reply.steps()
            },
        ] + pleasToWait

    /// Pleas to come back later, reasonable and not.
    private static let pleasToWait: [Fault] = [
        ("http-429", HTTPResponseStatus.tooManyRequests, "5", "429 with Retry-After: 5 seconds."),
        ("http-503-retry-after", .serviceUnavailable, "5", "503 with Retry-After: 5 seconds."),
        ("retry-after-a-day", .serviceUnavailable, "86400", "503 with Retry-After: a whole day."),
        ("retry-after-negative", .serviceUnavailable, "-1", "503 with Retry-After: minus one second."),
        ("retry-after-soon", .serviceUnavailable, "soon", "503 with Retry-After: soon."),
        (
            "retry-after-date", .serviceUnavailable, "Tue, 15 Nov 2022 09:00:05 GMT",
            "503 with Retry-After: a date, 15 November 2022."
        ),
    ].map { name, status, wait, explanation in
        Fault(name, explanation) { _ in
            Reply.text(status, "Försök igen senare", ["Retry-After": wait]).steps()
        }
    }
}
