import Federation
import HTTPTypes
import Hummingbird
import NIOCore

/// One request as a route sees it (anrop).
struct Call: Sendable {
    /// The path as it was asked for.
    let path: String
    /// The values of the names in braces in the route's path.
    let parameters: [String: String]
    let query: Query
    let language: Language
    /// Whether the request comes from this machine and through no proxy, so that drafts may be shown.
    let isLocal: Bool
    let isHead: Bool
    let acceptsGzip: Bool
    /// The entity tags of `If-None-Match`; empty where there is none.
    let knownTags: [Substring]
    /// The media types that are taken, as `Accept` says; empty where it says nothing.
    private let accepted: [Weighted]
    /// The media type of the body, without parameters; nil where none is named.
    private let mediaType: String?
    private let requestBody: RequestBody

    init(_ request: Request, _ context: WebContext) {
        path = request.uri.path
        parameters = Dictionary(
            context.parameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first })
        query = Query(request.uri.query ?? "")
        language = Call.language(of: request.headers)
        isLocal = Call.isLocal(request, context)
        isHead = request.method == .head
        acceptsGzip = Weighted.list(request.headers[.acceptEncoding]).contains { $0.name == "gzip" && $0.weight > 0 }
        accepted = Weighted.list(request.headers[.accept])
        mediaType = request.headers[.contentType].map { $0.prefix { $0 != ";" && $0 != " " }.lowercased() }
        requestBody = request.body
        let tags = request.headers[.ifNoneMatch] ?? ""
        knownTags = tags.split(separator: ",").map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " } }
    }

    /// The largest body that a route reads, in bytes.
    static let mostBodyBytes = 1 << 20

    /// Whether an answer in a media type is taken: what names the type most closely decides (RFC 9110, section 12.5.1).
    func accepts(_ mediaType: String) -> Bool {
        guard !accepted.isEmpty else { return true }
        let type = mediaType.prefix { $0 != ";" }.lowercased()
        let ranges = [type, type.prefix { $0 != "/" } + "/*", "*/*"]
        let closest = ranges.lazy.compactMap { range in accepted.filter { $0.name == range }.map(\.weight).max() }.first
        return (closest ?? 0) > 0
    }

    /// The bytes of a body in JSON. Throws a problem where it is another form, or too large.
    func json() async throws -> [UInt8] {
        guard mediaType == "application/json" else {
            throw Problem(
                .mediaType, "Innehållet ska vara JSON, med Content-Type: application/json.",
                "The content must be JSON, with Content-Type: application/json.")
        }
        do {
            return Array(try await requestBody.collect(upTo: Call.mostBodyBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
    }

    /// Swedish, unless English is wanted more.
    static func language(of headers: HTTPFields) -> Language {
        let wanted = Weighted.list(headers[.acceptLanguage])
        let weight = { (language: String) in
            wanted.filter { $0.name == language || $0.name.hasPrefix(language + "-") }.map(\.weight).max() ?? 0
        }
        return weight("en") > weight("sv") ? .english : .swedish
    }

    /// Behind a proxy every peer is on loopback, so a request that a proxy has touched counts as coming from outside.
    private static func isLocal(_ request: Request, _ context: WebContext) -> Bool {
        let marks = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"]
        let isForwarded = request.headers.contains { marks.contains($0.name.canonicalName) }
        return context.peer?.isLoopback == true && !isForwarded
    }

    /// The value of a name in the route's path.
    subscript(_ name: String) -> String { parameters[name] ?? "" }
}

/// A word with its weight, as in `Accept-Language: sv, en;q=0.8`; weights in thousandths.
struct Weighted: Hashable {
    let name: String
    let weight: Int

    /// Reads the list of a header; what cannot be read has no weight.
    static func list(_ header: String?) -> [Weighted] {
        (header ?? "").lowercased().split(separator: ",").map { entry in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " } }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            return Weighted(name: parts.first ?? "", weight: quality.map { thousandths(String($0)) } ?? 1000)
        }
    }

    private static func thousandths(_ text: String) -> Int {
        guard let units = ExactDecimal(text)?.rescaled(to: 3)?.units, (0...1000).contains(units) else { return 0 }
        return Int(units)
    }
}
