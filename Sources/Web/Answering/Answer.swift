import Federation
import HTTPTypes
import Hummingbird
import NIOCore
import Sealing

/// What a route gives back (svar), before it is known how the asker wants it.
struct Answer: Sendable {
    /// How long the asker may keep it.
    enum Caching: String {
        /// Keep it, but ask each time whether it still holds.
        case askAgain = "no-cache"
        /// The same, and not in a cache that several share.
        case askAgainPrivately = "private, no-cache"
        /// It never changes.
        case forever = "public, max-age=31536000, immutable"
        /// It never changes, but is not for everybody.
        case foreverPrivately = "private, max-age=31536000, immutable"
        /// Do not keep it.
        case never = "no-store"
    }

    var status: HTTPResponse.Status = .ok
    var mediaType: String
    let content: Content
    let caching: Caching
    var headers: HTTPFields = [:]
    /// Whether the words depend on `Accept-Language`.
    var variesByLanguage = false

    /// The bytes, or where they come from.
    enum Content: Sendable {
        case body(Body)
        /// A stream of known length with its entity tag; compressed on the way where that is worth it and wanted.
        case stream(PartStream, length: Int, tag: String, isCompressible: Bool = false)
    }

    /// Adds a way to something else, beside those that there are.
    mutating func add(link href: String, _ relation: String) {
        let link = "<\(href)>; rel=\"\(relation)\""
        headers[.link] = headers[.link].map { $0 + ", " + link } ?? link
    }

    init(content: Content, mediaType: String, caching: Caching) {
        self.content = content
        self.mediaType = mediaType
        self.caching = caching
    }

    /// An answer of bytes in some form.
    init(_ body: Body, mediaType: String, caching: Caching = .askAgain) {
        self.init(content: .body(body), mediaType: mediaType, caching: caching)
    }

    /// An answer in JSON with its keys in order.
    ///
    /// Throws only where a key stands twice or a whole number is beyond 2^53: a mistake of ours.
    init(json value: CanonicalValue, caching: Caching = .askAgain) throws {
        self.init(Body(try CanonicalJSON.bytes(of: value)), mediaType: "application/json", caching: caching)
    }
}
