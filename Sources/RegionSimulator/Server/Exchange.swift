import NIOCore
import NIOHTTP1

/// A request that a region's server has received.
struct Request: Sendable {
    let method: String
    /// The path with its query, as it was asked.
    var target: String
    let fields: HTTPHeaders
    /// Whether the client wants the connection closed after the answer.
    let wantsClose: Bool

    /// The header fields under lower-case names, repeated ones joined.
    var fieldTable: [String: String] {
        Dictionary(fields.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
    }
}

/// One request to a region's server together with what an honest server would answer.
struct Exchange: Sendable {
    /// How many times this address has been asked since the fault was set, from 1.
    let count: Int
    let request: Request
    /// The honest answer, with regard to validators and codings.
    let reply: Reply
    let shelf: Shelf
    /// The address of this server, `http://127.0.0.1:9101`.
    let origin: String
    /// The address of another region's server.
    let elsewhere: String

    /// The document in full and uncoded, whatever the client said.
    var content: Reply { shelf.content(at: request.target) }
    /// Whether the client sent a validator.
    var isConditional: Bool {
        request.fields.contains(name: "If-None-Match") || request.fields.contains(name: "If-Modified-Since")
    }
}
