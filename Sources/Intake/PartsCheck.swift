import Federation

/// Looks at how a version is put together, before its parts are read.
enum PartsCheck {
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

    /// An index without any part.
    static func missing(_ parts: [VersionPart]) -> Finding? {
        parts.contains { $0.role != "index" } ? nil : Finding("part-missing", at: .start)
    }
}

extension Place {
    /// The first byte of the first part, for what stands nowhere in the file.
    static let start = Place.start(ofPart: 0)

    /// The first byte of a part, for what is about the whole of it.
    static func start(ofPart part: Int) -> Place { Place(part: part, bytes: 0..<0, line: 1, column: 1, path: "") }
}
