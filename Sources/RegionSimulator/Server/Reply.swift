import NIOCore
import NIOHTTP1

/// An answer before it becomes bytes: status, header fields, body.
struct Reply: Sendable {
    var status: HTTPResponseStatus = .ok
    /// Without Content-Length, which the honest steps add.
    var fields: HTTPHeaders = [:]
    var body = ByteBuffer()
    /// So many blanks follow the body.
    var trailingBlanks = 0

    /// A short answer in plain text.
    static func text(_ status: HTTPResponseStatus, _ text: String, _ fields: HTTPHeaders = [:]) -> Reply {
        var reply = Reply(status: status, fields: fields, body: ByteBuffer(string: text + "\n"))
        reply.fields.add(name: "Content-Type", value: "text/plain; charset=utf-8")
        return reply
    }

    /// The length of the whole body in bytes.
    var length: Int { body.readableBytes + trailingBlanks }

    /// The body's bytes without the trailing blanks.
    var bytes: [UInt8] { Array(body.readableBytesView) }

    /// The first half of the body.
    var firstHalf: [UInt8] { Array(bytes.prefix(bytes.count / 2)) }

    /// The true Content-Length.
    var lengthField: HTTPHeaders { ["Content-Length": String(length)] }

    /// The status line and the header fields, with more fields added as they are, right or wrong.
    func head(adding more: HTTPHeaders = [:]) -> Step {
        var text = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n"
        for (name, value) in Array(fields) + Array(more) { text += "\(name): \(value)\r\n" }
        return .send(text + "\r\n")
    }

    /// The answer as a well-behaved server gives it.
    func steps(withBody: Bool = true) -> [Step] {
        guard status != .notModified else { return [head()] }
        let head = head(adding: lengthField)
        guard withBody else { return [head] }
        return [head, .send(body)] + (trailingBlanks > 0 ? Step.blanks(trailingBlanks) : [])
    }

    /// The same answer with a header field set.
    func with(_ name: String, _ value: String) -> Reply {
        var reply = self
        reply.fields.replaceOrAdd(name: name, value: value)
        return reply
    }

    /// The same answer with another body.
    func with(body bytes: [UInt8]) -> Reply {
        var reply = self
        reply.body = ByteBuffer(bytes: bytes)
        reply.trailingBlanks = 0
        return reply
    }
}
