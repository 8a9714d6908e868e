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

/// Which lists are compared (val av jämförelse): the years, and their editions where a number is given.
private struct ComparedChoice {
    let earlier: Year
    let later: Year
    let fromEdition: Int?
    let toEdition: Int?
    let list: ListChoice

    /// Reads the choice of an address. Throws a problem where a value will not do.
    init(_ call: Call) throws(Problem) {
        later = try call.year()
        list = try ListChoice(call.query)
        fromEdition = try call.query.edition("fromEdition")
        toEdition = try call.query.edition("toEdition")
        if toEdition != nil, list.draft || list.validOn != nil {
            throw .query(
                "toEdition", allowed: [], "går inte ihop med draft och validOn, som också väljer årets lista",
                "does not go with draft and validOn, which choose the year's list too")
        }
        guard let text = call.query["from"] else {
            earlier = fromEdition == nil ? later.previous : later
            return
        }
        guard let year = Year(text), year != later || fromEdition != nil else {
            throw .query(
                "from", allowed: [later.previous.description],
                "ska vara ett annat år än det man jämför, till exempel \(later.previous), om inte fromEdition är angiven",
                "must be another year than the one compared, for example \(later.previous), unless fromEdition is given"
            )
        }
        earlier = year
    }
}

extension Query {
    /// The number of an edition; nil where the name is not there.
    fileprivate func edition(_ name: String) throws(Problem) -> Int? {
        self[name] == nil ? nil : try number(name, in: 1...9999, or: 1)
    }
}

extension Holdings {
    /// What the query of a comparison may name.
    static let comparisonNames = ["from", "fromEdition", "toEdition"] + ListChoice.names

    /// The two lists that are asked for: of the path's year the one that the query chooses, and of `from` or the year
    /// before the one published last, as known at the same moment; or the editions of the numbers that are given, the
    /// earlier one of the path's own year unless `from` says another. Throws a problem where one is not there or may not
    /// be shown.
    func comparedPair(_ call: Call) async throws -> ComparedPair {
        let choice = try ComparedChoice(call)
        let knownAt = choice.list.knownAt
        let earlier =
            if let number = choice.fromEdition {
                try await numbered(choice.earlier, number, knownAt)
            } else {
                try await comparedName(choice.earlier, knownAt: knownAt, call)
            }
        let later =
            if let number = choice.toEdition {
                try await numbered(choice.later, number, knownAt)
            } else {
                try await chosenName(choice.later, choice.list, call)
            }
        let pair = ComparedPair(earlier: earlier, later: later)
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

    /// The edition of that number, as known at the moment.
    private func numbered(_ year: Year, _ number: Int, _ moment: Instant?) async throws -> ComparedName {
        let kept = try await editions(of: year).first { kept in
            kept.edition.number == number && moment.map { kept.edition.publishedAt <= $0 } ?? true
        }
        guard let kept else {
            let known = moment.map { (" \($0)", " at \($0)") }
            throw Problem.missing(
                "Prislistan för \(year) hade ingen utgåva \(number)\(known?.0 ?? "").",
                "The price list of \(year) had no edition \(number)\(known?.1 ?? "").")
        }
        return ComparedName(year: year, source: .edition(kept))
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
