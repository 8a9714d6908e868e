import Federation
import NIOCore
import NIOHTTP1

/// A region's documents made ready for the wire, by path.
struct Shelf: Sendable {
    private var items: [String: ShelfItem] = [:]

    init(_ documents: [SimulatedDocument]) {
        for document in documents { items[document.path] = ShelfItem(document) }
    }

    /// The documents of several shelves on one.
    init(joining shelves: some Sequence<Shelf>) {
        for shelf in shelves { items.merge(shelf.items) { _, other in other } }
    }

    /// The document in full and uncoded; 404 in plain text where there is none.
    func content(at target: String) -> Reply {
        guard let item = items[target] else { return .text(.notFound, "Här finns inget dokument: \(target)") }
        return item.reply(item.plain)
    }

    /// What an honest server answers: 404, 304, or the document, gzipped where both sides want that.
    func reply(to request: Request) -> Reply {
        guard let item = items[request.target] else { return content(at: request.target) }
        var reply = item.reply(Self.acceptsGzip(request.fields) ? item.gzipped ?? item.plain : item.plain)
        if item.isUnchanged(for: request.fields) {
            reply.status = .notModified
            reply.fields.remove(name: "Content-Encoding")
            reply.body = ByteBuffer()
            reply.trailingBlanks = 0
        }
        return reply
    }

    private static func acceptsGzip(_ fields: HTTPHeaders) -> Bool {
        fields[canonicalForm: "Accept-Encoding"].contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            let isRefused = parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
            return !isRefused && ["gzip", "x-gzip", "*"].contains(parts.first ?? "")
        }
    }
}

/// One document with its codings and validators.
private struct ShelfItem: Sendable {
    struct Representation: Sendable {
        let body: ByteBuffer
        let coding: String?
        // A strong tag names the bytes on the wire, so that each coding has its own.
        let tag: String?

        init(_ bytes: [UInt8], coding: String?, tagged: Bool) {
            body = ByteBuffer(bytes: bytes)
            self.coding = coding
            tag = tagged ? "\"\(Fingerprint(of: bytes))\"" : nil
        }
    }

    let plain: Representation
    let gzipped: Representation?
    private let fields: HTTPHeaders
    private let lastModified: Instant?
    private let trailingBlanks: Int

    init(_ document: SimulatedDocument) {
        plain = Representation(document.bytes, coding: nil, tagged: document.etag)
        // A file that goes on with blanks is for exceeding limits on the wire; gzip would shrink it to nothing.
        let isZipped = document.gzip && document.trailingBlanks == 0
        gzipped =
            isZipped ? Representation(Gzip.compress(document.bytes), coding: "gzip", tagged: document.etag) : nil
        lastModified = document.lastModified
        trailingBlanks = document.trailingBlanks
        var fields: HTTPHeaders = ["Content-Type": document.mediaType]
        if let lastModified { fields.add(name: "Last-Modified", value: HTTPDate.text(of: lastModified)) }
        if isZipped { fields.add(name: "Vary", value: "Accept-Encoding") }
        self.fields = fields
    }

    /// The document in full in one of its codings.
    func reply(_ representation: Representation) -> Reply {
        var reply = Reply(fields: fields, body: representation.body, trailingBlanks: trailingBlanks)
        if let tag = representation.tag { reply.fields.add(name: "ETag", value: tag) }
        if let coding = representation.coding { reply.fields.add(name: "Content-Encoding", value: coding) }
        return reply
    }

    /// RFC 9110: a tag decides where the client sends one; the date only where it does not.
    func isUnchanged(for fields: HTTPHeaders) -> Bool {
        let given = fields[canonicalForm: "If-None-Match"]
        if !given.isEmpty {
            let own = [plain.tag, gzipped?.tag].compactMap { $0 }
            return given.contains { tag in
                tag == "*" || own.contains(String(tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]))
            }
        }
        guard let lastModified, let known = fields.first(name: "If-Modified-Since").flatMap(HTTPDate.instant)
        else { return false }
        return lastModified.milliseconds / 1000 <= known.milliseconds / 1000
    }
}
