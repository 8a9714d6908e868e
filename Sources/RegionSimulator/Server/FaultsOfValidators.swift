extension Fault {
    /// Validators that do not tell the truth.
    static let validators: [Fault] = [
        Fault("lying-etag", "One ETag for ever, and 304 to each who sends a validator, though the content changes.") {
            var reply = $0.content.with("ETag", "\"alltid-samma\"")
            if $0.isConditional { reply.status = .notModified }
            return reply.steps()
        },
        Fault("new-etag-same-bytes", "A new ETag in each answer, and never 304.") { exchange in
            exchange.content.with("ETag", "\"svar-\(exchange.count)\"").steps()
        },
    ]
}
