internal import Federation

/// The status line and the header lines of one answer, gathered one by one and judged when they are whole.
struct AnswerHead: Sendable {
    private(set) var status: Int?
    /// The blank line after the header has come.
    private(set) var isWhole = false
    private var fields: [(name: String, value: String)] = []
    private var bytes = 0
    private var lines = 0

    /// Takes one line as libcurl hands it over, end of line included; lines of a trailer only count.
    mutating func add(_ line: UnsafeRawBufferPointer, limits: FetchLimits) throws(FeedFailure) {
        bytes += line.count
        lines += 1
        guard bytes <= limits.headerBytes, lines <= limits.headerCount else {
            throw FeedFailure(.headerTooLarge, "\(lines) lines, \(bytes) bytes", status: status)
        }
        // A line that begins with a blank continues the one before in an old style that nobody needs: it only counts.
        let isFolded = line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t")
        let text = String(decoding: line, as: UTF8.self).harmless(limit: limits.headerBytes)
        if text.hasPrefix("HTTP/") {
            // A new status line: what came before was an interim answer (1xx).
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            fields = []
            isWhole = false
        } else if text.isEmpty {
            isWhole = isWhole || !(100...199).contains(status ?? 0)
        } else if !isWhole, !isFolded, let colon = text.firstIndex(of: ":") {
            fields.append((String(text[..<colon]).lowercased(), String(text[text.index(after: colon)...]).trimmed))
        }
    }

    /// All values of a field, in the order they came.
    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The first value of a field.
    func value(_ name: String) -> String? { values(name).first }

    /// A field that we store and send back: not empty, plain ASCII, at most 512 bytes.
    private func validator(_ name: String) -> String? {
        value(name).flatMap { text in
            (1...512).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? text : nil
        }
    }

    var etag: String? { validator("etag") }
    var lastModified: String? { validator("last-modified") }
    var mediaType: String? { value("content-type").map { String($0.prefix(200)) } }

    /// Whether the body comes in chunks; any other transfer coding is refused.
    private func isChunked() throws(FeedFailure) -> Bool {
        let codings = values("transfer-encoding").joined(separator: ",").lowercased()
        guard codings.isEmpty || codings == "chunked" else {
            throw FeedFailure(.codingUnsupported, "Transfer-Encoding: \(codings)", status: status)
        }
        return !codings.isEmpty
    }

    /// The length that the body must have; nil where the last chunk or the closing of the connection tells its end.
    /// The same length twice is one length; two, or one beside chunks, is a contradiction.
    func announcedLength() throws(FeedFailure) -> Int? {
        let chunked = try isChunked()
        let lengths = Set(values("content-length"))
        guard let only = lengths.first else { return nil }
        guard lengths.count == 1, !chunked else {
            let told = values("content-length").joined(separator: ", ") + (chunked ? ", chunked" : "")
            throw FeedFailure(.lengthContradiction, "Content-Length: \(told)", status: status)
        }
        guard only.utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(only) else {
            throw FeedFailure(.lengthMalformed, "Content-Length: \(only)", status: status)
        }
        return length
    }

    /// How the content is coded. Several layers of gzip count as one here: after one of them the reader finds the
    /// next and says so. Bytes in a coding that we cannot undo are kept like all others, and intake says what is wrong.
    var contentCoding: ContentCoding {
        let layers = values("content-encoding").joined(separator: ",").lowercased()
            .split(separator: ",").map { String($0).trimmed }.filter { $0 != "identity" && !$0.isEmpty }
        if layers.isEmpty { return .identity }
        if layers.allSatisfy({ $0 == "gzip" || $0 == "x-gzip" }) { return .gzip }
        return layers == ["deflate"] ? .deflate : .unknown
    }
}
