import Federation

/// Looks at how a version is put together: which parts it has, and which it links to.
struct PartsCheck {
    /// The code of a link that leads to no part of the version.
    static let deadLink = "linked-part-missing"

    private let rule: PartsRule
    /// For each link, in order, what is told where nothing came of it.
    private var links: [Finding] = []

    init(_ rule: PartsRule) { self.rule = rule }

    /// Notes a link, with what is told where nothing came of it.
    mutating func add(_ link: Finding) { links.append(link) }

    /// The first link that no part came of, since whoever fetches stops there; or an index without links and parts.
    func missing(_ parts: [VersionPart]) -> Finding? {
        // The first page, or the index, needs no link.
        if rule != .single, links.count >= parts.count { return links[parts.count - 1] }
        guard rule != .single, parts.allSatisfy({ $0.role == "index" }) else { return nil }
        return Finding("part-missing", at: .start)
    }

    /// Parts that stand twice.
    static func repeated(_ parts: [VersionPart]) -> [Finding] {
        var first: [Fingerprint: Int] = [:]
        var findings: [Finding] = []
        for (index, part) in parts.enumerated() where part.role != "index" {
            if let earlier = first[part.identity] {
                let arguments = ["part": String(index + 1), "first": String(earlier + 1)]
                findings.append(Finding("page-twice", arguments, at: .start(ofPart: index)))
            } else {
                first[part.identity] = index
            }
        }
        return findings
    }
}

extension Place {
    /// The first byte of the first part, for what stands nowhere in the file.
    static let start = Place.start(ofPart: 0)

    /// The first byte of a part, for what is about the whole of it.
    static func start(ofPart part: Int) -> Place { Place(part: part, bytes: 0..<0, line: 1, column: 1, path: "") }
}
