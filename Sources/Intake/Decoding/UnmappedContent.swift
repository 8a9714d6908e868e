import Federation
import Reading
import Registry

/// What stood in a delivery without a rule that reads it: each path once, with how often and where first.
struct UnmappedContent {
    /// One path that no rule reads.
    private struct Entry {
        var count: Int
        let first: Place
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    /// What stands at all other paths.
    private var rest: Entry?
    /// Paths that are told apart; with the rest as one more, a report shows all.
    private static let most = FindingsReport.samplesPerCode - 1

    /// Counts what stands at the decoder's place.
    mutating func add(_ spot: Spot, _ decoder: FeedDecoder) {
        let path = decoder.namePath
        if entries[path] != nil {
            entries[path]?.count += 1
        } else if order.count < UnmappedContent.most {
            entries[path] = Entry(count: 1, first: decoder.place(spot, spot.offset))
            order.append(path)
        } else {
            rest = rest ?? Entry(count: 0, first: decoder.place(spot, spot.offset))
            rest?.count += 1
        }
    }

    /// The paths right below another, in order of appearance, with how often they stood there and where first.
    func columns(below parent: String) -> [(path: String, count: Int, first: Place)] {
        order.compactMap { path in
            guard let entry = entries[path], path.parentPath == parent else { return nil }
            return (path, entry.count, entry.first)
        }
    }

    /// One finding for each path that is not told otherwise, and one, with the path `…`, for all beyond those. In a
    /// contract there is no place for anything else; elsewhere it is only told.
    func findings(isContract: Bool, beside toldOtherwise: Set<String> = []) -> [Finding] {
        let told =
            order.filter { !toldOtherwise.contains($0) }.compactMap { path in entries[path].map { (path, $0) } }
            + (rest.map { [("…", $0)] } ?? [])
        return told.map { path, entry in
            Finding(
                isContract ? "not-in-contract" : "unmapped-content", ["path": path, "count": String(entry.count)],
                at: entry.first)
        }
    }

    /// Says that the file is of another kind or layout, where nothing in it was what the layout reads.
    func wrongLayout(header: Header, feed: FeedDescriptor, siblings: [FeedDescriptor]) -> Finding? {
        guard header.recordCount == 0, let first = order.first else { return nil }
        for sibling in siblings where sibling.kind != feed.kind {
            let theirs = sibling.mapping.recordPaths
                .union(FeedDescriptor.Format.allCases.flatMap { sibling.inCanonicalForm($0).mapping.recordPaths })
            guard let path = order.first(where: theirs.contains) else { continue }
            let arguments = ["expected": feed.kind.rawValue, "found": sibling.kind.rawValue]
            return Finding("wrong-kind", arguments, at: entries[path]?.first)
        }
        guard !header.hasReadAnything else { return nil }
        return Finding("layout-unknown", ["first": first], at: entries[first]?.first)
    }
}

extension Mapping {
    /// The paths that lead to a record of the layout, without the root.
    fileprivate var recordPaths: Set<String> {
        Set(
            records.flatMap { rule in
                let words = rule.at.steps.map(\.word)
                return words.indices.map { "/" + words[...$0].joined(separator: "/") }
            })
    }
}

extension Header {
    /// Whether any value came from the file rather than from a constant.
    var hasReadAnything: Bool { values.values.contains { $0.place != .start } }
}

extension String {
    /// The path one step up: all before the last `/`.
    fileprivate var parentPath: Substring { self[..<(lastIndex(of: "/") ?? startIndex)] }
}

extension MappingPath.Step {
    /// The step as the mapping language writes it.
    var word: String {
        switch self {
        case .child(let name): name
        case .attribute(let name): "@" + name
        case .items: "[]"
        }
    }
}

extension FeedDecoder {
    /// The path of what is open, without positions: `/sjukhus/[]/namn`.
    var namePath: String {
        let own = format == .json ? frames.dropFirst() : frames[...]
        return "/" + own.map { ($0.index < 0 ? "@" : "") + names.text($0.name) }.joined(separator: "/")
    }
}
