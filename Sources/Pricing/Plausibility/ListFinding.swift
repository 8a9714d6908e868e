package import Federation

/// Something about a computed list that a person should see before it is adopted (anmärkning på listan): a value, never
/// thrown. Severity and sentences stand in `Contracts/findings.json` under the code.
package struct ListFinding: Hashable, Sendable {
    /// What a finding is about.
    package enum Subject: Hashable, Sendable {
        case list
        case region(RegionSlug)
        /// A hospital by its id.
        case hospital(RegionSlug, provider: String)
        /// A weight list by its id.
        case weightList(String)
        /// A point price by its id.
        case pointPrice(String)
        /// An index that the committee decided for some care, by its id.
        case index(String)
        /// A group of a weight list.
        case group(weightList: String, drg: String, typeOfCare: TypeOfCare)
        /// A line that is in the list, should be, or was last year.
        case line(LineID, ListedLineKey)
    }

    /// The bytes that a finding rests on; where they change, it is another matter.
    package enum Evidence: Hashable, Sendable {
        case none
        /// The SHA-256 of a version or file.
        case whole(Fingerprint)
        /// A record in a region's version: whoever can read the archive makes its SHA-256.
        case record(version: Fingerprint, origin: RecordOrigin)
    }

    package let code: String
    /// The rule's version: a rule that comes to mean something else gets the next.
    package let version: Int
    package let subject: Subject
    package let evidence: Evidence
    package let facts: ListFacts

    package init(code: String, version: Int, subject: Subject, evidence: Evidence, facts: ListFacts) {
        self.code = code
        self.version = version
        self.subject = subject
        self.evidence = evidence
        self.facts = facts
    }
}

extension ListFinding {
    /// The line that it is about; nil where it is about something else.
    package var line: LineID? {
        guard case .line(let id, _) = subject else { return nil }
        return id
    }

    /// The region that it is about; nil where it is about what all regions share.
    package var region: RegionSlug? {
        switch subject {
        case .list, .weightList, .pointPrice, .index, .group: nil
        case .region(let region), .hospital(let region, _): region
        case .line(_, let key): key.region
        }
    }

    /// Last year's amount of the line; nil where there is none or it does not matter.
    package var lastAmount: Amount? {
        switch facts {
        case .change(let change): change.last
        case .measureChanged(let change, _): change.last
        case .missing(let item): item.lastAmount
        case .price(_, _, let last), .belowLeast(_, _, _, let last): last
        case .deviation(let deviation): deviation.last
        case .moved(let moved): moved.greatest.last
        case .year, .name, .index, .unfielded, .leftOut: nil
        }
    }

    /// What it states besides the bytes that it rests on and last year's amount, as stable text: where this changes, it is
    /// another matter. Nil where it states no more.
    package var statedBesides: String? {
        switch facts {
        case .measureChanged(_, let last): last.rawValue
        case .moved(let moved):
            "\(moved.count) \(moved.all) \(moved.greatestCode) \(moved.greatest.amount.wire)"
        // Of the whole list it is this year's own count.
        case .year(_, let count): region.map { _ in String(count) }
        case .unfielded(let used, let others):
            ([used] + others).map { "\($0.path) \($0.index.percent.text)" }.joined(separator: " ")
        case .leftOut(let price): price.obstacle.stated
        case .change, .price, .belowLeast, .deviation, .missing, .name, .index: nil
        }
    }
}

extension ListFinding.Subject {
    /// The subject as one stable text: a line by its id, everything else by what it is and its ids.
    package var key: String {
        switch self {
        case .list: "list"
        case .region(let region): "region \(region)"
        case .hospital(let region, let provider): "hospital \(region) \(provider)"
        case .weightList(let id): "weights \(id)"
        case .pointPrice(let id): "pointPrice \(id)"
        case .index(let id): "index \(id)"
        case .group(let list, let drg, let typeOfCare): "group \(list) \(drg) \(typeOfCare.rawValue)"
        case .line(let id, _): "line \(id)"
        }
    }

    /// A key for a person to read, with its ids: `rad cs-…`; what is no key stands as it is.
    package static func words(forKey key: String, in language: Language) -> String {
        let kind = key.prefix { $0 != " " }
        let word: String? =
            switch kind {
            case "list": language.pick("listan", "the list")
            case "hospital": language.pick("sjukhus", "hospital")
            case "weights": language.pick("viktlista", "weight list")
            case "pointPrice": language.pick("poängpris", "point price")
            case "group": language.pick("DRG-grupp", "DRG group")
            case "line": language.pick("rad", "line")
            default: nil
            }
        return word.map { $0 + key.dropFirst(kind.count) } ?? key
    }
}

extension LeftOutFixedPrice.Obstacle {
    fileprivate var stated: String {
        switch self {
        case .undeclared: "undeclared"
        case .excepted(let applied): "excepted \(applied.exception.reason)"
        case .decided(let line): "decided \(line.amount.wire) \(line.reason)"
        }
    }
}

extension AppliedIndex {
    /// What findings on it are about: the index of all other care is the list's own.
    var subject: ListFinding.Subject { id.map { .index($0) } ?? .list }
}
