import Federation

/// What the XSD says of a canonical delivery: told only where no rule of ours tells of the same, since our findings say
/// what to do.
struct SchemaFindings {
    /// Violations since the last record ended.
    private var waiting: [Finding] = []
    /// Violations outside records.
    private var outside: [Finding] = []
    private var last: (part: Int, bytes: Range<Int>, isClean: Bool) = (0, 0..<0, true)
    /// How many violations outside records wait for the end; more are told at once.
    private static let most = 1000

    /// Takes a violation in; gives back what is to be told now. libxml2 tells what is missing in a record just after the
    /// record has ended.
    mutating func take(_ finding: Finding) -> [Finding] {
        if let place = finding.place, place.part == last.part, last.bytes.contains(place.bytes.lowerBound) {
            return last.isClean ? [finding] : []
        }
        guard waiting.count + outside.count < SchemaFindings.most else { return [finding] }
        waiting.append(finding)
        return []
    }

    /// A record ends: what was said inside it is to be told where our rules found nothing in it.
    mutating func end(of bytes: Range<Int>, part: Int, isClean: Bool) -> [Finding] {
        last = (part, bytes, isClean)
        guard !waiting.isEmpty else { return [] }
        let inside = waiting.filter { $0.place.map { bytes.contains($0.bytes.lowerBound) } ?? false }
        outside += waiting.filter { finding in !inside.contains(finding) }
        waiting = []
        return isClean ? inside : []
    }

    /// What was said outside records, for the case that nothing else forbids the delivery.
    var rest: [Finding] { outside + waiting }
}
