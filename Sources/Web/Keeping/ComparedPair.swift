import Federation
import Pricing
import Storage

/// Two lists that are compared, each by what it is now.
struct ComparedPair: Hashable {
    let earlier: ComparedName
    let later: ComparedName

    /// Whether everybody may see both.
    var isPublished: Bool { earlier.isPublished && later.isPublished }
}

/// The list of a year that a comparison takes.
struct ComparedName: Hashable {
    /// What it is; another list in the year's place is another name.
    enum Source: Hashable {
        case edition(KeptEdition)
        /// An earlier list that was read in, by its row.
        case opening(Int64)
        /// The draft, by its fingerprint.
        case draft(Fingerprint)
    }

    let year: Year
    let source: Source

    /// Whether it was adopted.
    var isPublished: Bool {
        if case .draft = source { false } else { true }
    }

    /// The first day of an edition; nil of what is none of ours.
    var validFrom: Day? {
        if case .edition(let kept) = source { kept.edition.decision.validFrom } else { nil }
    }
}

extension Holdings {
    /// The two lists that are asked for: of the path's year the one that the query chooses, and of `from` or the year
    /// before the one published last, as known at the same moment. Throws a problem where one is not there or may not be
    /// shown.
    func comparedPair(_ call: Call) async throws -> ComparedPair {
        let later = try call.year()
        var earlier = later.previous
        if let text = call.query["from"] {
            guard let year = Year(text), year != later else {
                throw Problem.query(
                    "from", allowed: [later.previous.description],
                    "ska vara ett annat år än det man jämför, till exempel \(later.previous)",
                    "must be another year than the one compared, for example \(later.previous)")
            }
            earlier = year
        }
        let choice = try ListChoice(call.query)
        let pair = ComparedPair(
            earlier: try await comparedName(earlier, knownAt: choice.knownAt, call),
            later: try await chosenName(later, choice, call))
        if !pair.isPublished { try call.requireLocal() }
        return pair
    }

    /// A list that comparisons may take, whole.
    func compared(_ name: ComparedName) async throws -> ComparedList {
        switch name.source {
        case .edition(let kept): return ComparedList(try await snapshot(kept).list, edition: kept.edition.number)
        case .opening(let row): return ComparedList(try await gateway.store.openingList(row: row))
        case .draft:
            guard let draft = try await draft(name.year) else { throw Draft.Gone() }
            return ComparedList(draft.snapshot.list)
        }
    }

    private func chosenName(_ year: Year, _ choice: ListChoice, _ call: Call) async throws -> ComparedName {
        if let kept = try await chosenEdition(call) { return ComparedName(year: year, source: .edition(kept)) }
        return try await choice.draft ? draftName(year, call) : unpublishedName(year, call)
    }

    private func comparedName(_ year: Year, knownAt moment: Instant?, _ call: Call) async throws -> ComparedName {
        let kept = try await editions(of: year).last { edition in
            moment.map { edition.edition.publishedAt <= $0 } ?? true
        }
        if let kept { return ComparedName(year: year, source: .edition(kept)) }
        return try await unpublishedName(year, call)
    }

    /// What is compared of a year without an edition: the list that was read in, else the draft.
    private func unpublishedName(_ year: Year, _ call: Call) async throws -> ComparedName {
        if let row = try await gateway.store.openingListRow(year) {
            return ComparedName(year: year, source: .opening(row))
        }
        return try await draftName(year, call)
    }

    private func draftName(_ year: Year, _ call: Call) async throws -> ComparedName {
        try call.requireLocal()
        if let record = try await gateway.store.lastBuilt(year) {
            return ComparedName(year: year, source: .draft(record.fingerprint))
        }
        throw Problem.missing(
            "Det finns ingen lista för \(year) att jämföra med: varken utgåva, utkast eller inläst lista.",
            "There is no list of \(year) to compare with: neither edition, draft nor list read in.")
    }
}
