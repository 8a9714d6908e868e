import Adoption
import Federation
import Storage

/// Which list of a year is asked for (val av lista): the one in force on a day, as known at a moment, or the draft.
struct ListChoice {
    /// The names in a query.
    static let names = ["validOn", "knownAt", "draft"]

    let validOn: Day?
    let knownAt: Instant?
    let draft: Bool

    /// Reads the choice of a query. Throws a problem where a value will not do.
    init(_ query: Query) throws(Problem) {
        validOn = try query.day("validOn")
        knownAt = try query.instant("knownAt")
        draft = try query.word("draft", of: ["true", "false"]) == "true"
        if draft, validOn != nil || knownAt != nil {
            throw .query(
                "draft", allowed: ["false"], "går inte ihop med validOn och knownAt: ett utkast gäller inte",
                "does not go with validOn and knownAt: a draft is not in force")
        }
    }
}

extension Query {
    /// A day; nil where the name is not there.
    func day(_ name: String) throws(Problem) -> Day? {
        guard let text = self[name] else { return nil }
        guard let day = Day(text) else {
            throw Problem.query(
                name, allowed: ["2023-04-01"], "ska vara en dag, till exempel 2023-04-01",
                "must be a day, for example 2023-04-01")
        }
        return day
    }

    /// A moment; nil where the name is not there.
    func instant(_ name: String) throws(Problem) -> Instant? {
        guard let text = self[name] else { return nil }
        guard let instant = Instant(text) else {
            throw Problem.query(
                name, allowed: ["2023-04-01T12:00:00Z"],
                "ska vara en tidpunkt med tidszon, till exempel 2023-04-01T12:00:00Z (ett plustecken skrivs %2B)",
                "must be a moment with its time zone, for example 2023-04-01T12:00:00Z (a plus sign is written %2B)")
        }
        return instant
    }
}

extension Holdings {
    /// The list of the year that a path names and its query chooses: the edition in force, else the one published last,
    /// else the draft. Throws a problem where there is none, or where it may not be shown.
    func list(_ call: Call) async throws -> Snapshot {
        if let edition = try await chosenEdition(call) { return try await snapshot(edition) }
        return try await draft(call).snapshot
    }

    /// The edition of the year that a path names and its query chooses; nil where that leaves the draft. Throws a problem
    /// where none was in force, or known.
    func chosenEdition(_ call: Call) async throws -> KeptEdition? {
        let year = try call.year()
        let choice = try ListChoice(call.query)
        if choice.draft { return nil }
        let kept = try await editions(of: year)
        let moment = choice.knownAt ?? kept.last?.edition.publishedAt ?? gateway.now()
        let calendar = EditionCalendar(kept.map(\.edition))
        let found =
            if let day = choice.validOn {
                calendar.inForce(on: day, knownAt: moment)
            } else {
                calendar.latest(of: year, knownAt: moment)
            }
        if let edition = kept.first(where: { $0.edition == found }) { return edition }
        guard kept.isEmpty, choice.validOn == nil, choice.knownAt == nil else {
            throw Holdings.noneInForce(year, choice)
        }
        return nil
    }

    /// The published editions of a year, in order of publishing.
    func editions(of year: Year) async throws -> [KeptEdition] {
        try await gateway.editions().filter { $0.edition.year == year }
    }

    /// The draft of the year that a path names. Throws a problem where it may not be shown or is not there.
    func draft(_ call: Call) async throws -> Draft {
        let year = try call.year()
        try call.requireLocal()
        guard let draft = try await draft(year) else {
            throw Problem.missing(
                "Det finns ingen prislista för \(year). Bygg den med samverkan build \(year).",
                "There is no price list for \(year). Build it with samverkan build \(year).")
        }
        return draft
    }

    private static func noneInForce(_ year: Year, _ choice: ListChoice) -> Problem {
        let day = choice.validOn
        let known = choice.knownAt
        return .missing(
            "Ingen utgåva av prislistan för \(year)" + (day.map { " gällde \($0)" } ?? " var publicerad")
                + (known.map { ", så vitt det var känt \($0)" } ?? "")
                + ". Utgåvorna står under /v1/price-lists/\(year)/editions.",
            "No edition of the price list of \(year)" + (day.map { " was in force on \($0)" } ?? " was published")
                + (known.map { ", as known at \($0)" } ?? "")
                + ". The editions stand under /v1/price-lists/\(year)/editions.")
    }
}

extension Call {
    /// The year in the path. Throws a problem where it is none.
    func year() throws(Problem) -> Year {
        guard let year = Year(self["year"]) else {
            throw .missing("Ett år skrivs med fyra siffror.", "A year is written with four digits.")
        }
        return year
    }
}
