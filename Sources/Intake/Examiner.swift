package import Federation
package import Reading
package import Registry

/// Examines versions of one feed: decode, check, normalise, in one pass over each part.
package struct Examiner: Sendable {
    private let feed: FeedDescriptor
    private let context: RuleContext
    private let catalogue: FindingCatalogue
    private let schema: XMLSchema?
    private let limits: ReadingLimits
    /// The first names of the region's other feeds, to know a file of another kind.
    private let otherLayouts: [FeedKind: Set<String>]

    /// An examiner of one feed. `schema` is the XSD of a canonical XML feed, `siblings` are the region's other feeds.
    package init(
        feed: FeedDescriptor, siblings: [FeedDescriptor], context: RuleContext, catalogue: FindingCatalogue,
        schema: XMLSchema?, limits: ReadingLimits = .feed
    ) {
        self.feed = feed
        self.context = context
        self.catalogue = catalogue
        self.schema = schema
        self.limits = limits
        otherLayouts = Dictionary(
            siblings.filter { $0.kind != feed.kind }.map { ($0.kind, $0.mapping.firstNames) },
            uniquingKeysWith: { $0.union($1) })
    }

    /// Examines a version. `content` opens the decoded content of a part.
    ///
    /// Faults in the data become findings; an error of the archive is thrown.
    package func examine(
        _ version: FeedVersion, content: (VersionPart) throws -> any ByteSource
    ) throws -> Examination {
        let session = ExaminationSession(feed: feed, context: context, catalogue: catalogue)
        for (index, part) in version.parts.enumerated() where part.role != "index" || version.parts.count == 1 {
            try read(part, index, session, content)
        }
        return session.finish(otherLayouts: otherLayouts)
    }

    private func read(
        _ part: VersionPart, _ index: Int, _ session: ExaminationSession,
        _ content: (VersionPart) throws -> any ByteSource
    ) throws {
        let names = NameTable()
        let decoder = FeedDecoder(
            mapping: feed.mapping, format: feed.format == .xml ? .xml : .json, part: index, names: names,
            client: session)
        do {
            let scanner = PersonalNumberScanner(try content(part))
            defer { session.personalNumbers(scanner, part: index) }
            let reader = DocumentReader(
                format: decoder.format, names: names, limits: limits, declaredEncoding: feed.encoding,
                mediaType: part.mediaType, schema: schema)
            do {
                try reader.read(scanner, handler: decoder)
            } catch {
                // What the parser would not read may still name a person.
                try? scanner.drain()
                throw error
            }
        } catch let fault as ReadingFault {
            session.add(fault.finding(part: index, path: decoder.path()))
        }
    }
}

extension Mapping {
    /// The names that a document of this layout begins with: the root of XML, or the members of a JSON root.
    var firstNames: Set<String> {
        let paths =
            records.map(\.at)
            + header.compactMap { rule in
                if case .path(let path) = rule.source { path } else { nil }
            }
        return Set(
            paths.compactMap { path in
                if case .child(let name)? = path.steps.first { name } else { nil }
            })
    }
}

extension PersonalNumberScanner {
    /// Reads on to the end, for its own sake.
    func drain() throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
    }
}
