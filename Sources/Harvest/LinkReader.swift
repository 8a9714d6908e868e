internal import Federation
internal import Reading

/// Finds the addresses that a page or an index names at one path, such as `/next` or `/Index/Del/@href`.
final class LinkReader: DocumentHandler {
    private let wanted: [String]
    private let names: NameTable
    private let limit: Int
    private var open: [String] = []
    /// The addresses in document order, as written.
    private(set) var links: [String] = []

    private init(path: String, names: NameTable, limit: Int) {
        wanted = path.split(separator: "/").map(String.init)
        self.names = names
        self.limit = limit
    }

    /// The addresses at `path` in a kept part. None where the part cannot be read to its end: then the version ends
    /// there, and intake, which reads with the same reader, says what is wrong with it.
    static func links(at path: String, of part: VersionPart, as format: DocumentFormat, in archive: Archive, limit: Int)
        throws -> [String]
    {
        guard part.content != nil else { return [] }
        return try links(at: path, mediaType: part.mediaType, as: format, limit: limit) { try archive.open(part) }
    }

    /// The same in content that `open` opens.
    static func links(
        at path: String, mediaType: String?, as format: DocumentFormat, limit: Int, open: () throws -> any ByteSource
    ) throws -> [String] {
        let names = NameTable()
        let finder = LinkReader(path: path, names: names, limit: limit)
        let reader = DocumentReader(
            format: format, names: names, limits: .feed, declaredEncoding: nil, mediaType: mediaType)
        do {
            try reader.read(open(), handler: finder)
        } catch is ReadingFault {
            return []
        }
        return finder.links
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) {
        // The root of a JSON document has the empty name and takes no step of a path.
        open.append(names.text(name))
    }

    func attribute(_ name: Name, _ value: Scalar) throws {
        guard wanted.last == "@" + names.text(name), steps.elementsEqual(wanted.dropLast()) else { return }
        try note(value)
    }

    func scalar(_ value: Scalar) throws {
        if steps.elementsEqual(wanted) { try note(value) }
    }

    func strayText(_ value: Scalar) {}

    func end(_ name: Name, endOffset: Int) { open.removeLast() }

    func notice(_ fault: ReadingFault) {}

    private var steps: ArraySlice<String> { open.first == "" ? open.dropFirst() : open[...] }

    private func note(_ value: Scalar) throws {
        switch value.kind {
        case .null: return
        case .number, .boolean: throw FeedFailure(.linkMalformed, value.string)
        case .text, .string: break
        }
        let text = value.string
        guard !text.isEmpty else { return }
        guard links.count < limit else { throw FeedFailure(.tooManyParts, "more than \(limit)") }
        links.append(text)
    }
}
