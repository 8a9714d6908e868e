import Federation
import Pricing
import Publishing
import Sealing
import Storage

/// The lists by year, and what each was made of.
struct PriceListResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/v1/price-lists") { try await own.list($0) },
            .get("/v1/price-lists/{year}") { try await own.one($0) },
        ]
    }

    private func list(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        var items: [CanonicalValue] = []
        for year in try await holdings.gateway.store.builtYears() {
            guard let record = try await holdings.gateway.store.lastBuilt(year) else { continue }
            items.append(.members(head(record)))
        }
        return try Answer(json: ["items": .array(items)])
    }

    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let snapshot = try await holdings.snapshot(call)
        let list = snapshot.built.list
        let value = CanonicalValue.members(
            head(snapshot.built.record) + [
                ("complete", .bool(list.isComplete)), ("currency", .string(list.header.currency)),
                ("counts", counts(list)), ("marks", .texts(list.header.marks.map(\.rawValue))),
                ("model", list.header.modelValue), ("previous", list.header.previousValue),
                ("submissions", .array(list.header.submissionValues)),
                ("missing", .array(list.missing.map(\.value))),
                ("completeness", .array(list.completeness.map(\.value))),
                ("files", .array(DraftFile.all(snapshot.built.record.year).map(value))),
            ])
        return try Answer(json: value, caching: .askAgainPrivately)
    }

    private func head(_ record: BuiltList) -> [(String, CanonicalValue?)] {
        [
            ("year", .integer(record.year.number)), ("state", "draft"),
            ("fingerprint", .string(record.fingerprint.hex)), ("builtAt", .instant(record.builtAt)),
        ]
    }

    private func counts(_ list: PriceList) -> CanonicalValue {
        [
            "drg": .integer(list.drg.count), "drgFixedPrices": .integer(list.drgFixedPrices.count),
            "careServices": .integer(list.careServices.count), "surcharges": .integer(list.surcharges.count),
            "applicability": .integer(list.applicability.count), "missing": .integer(list.missing.count),
        ]
    }

    private func value(_ file: DraftFile) -> CanonicalValue {
        ["name": .string(file.name), "href": .string("/v1/price-lists/\(file.year)/draft/\(file.name)")]
    }
}

extension Holdings {
    /// The draft of the year that a path names. Throws a problem where it may not be shown or is not there.
    func snapshot(_ call: Call) async throws -> Snapshot {
        guard let year = Year(call["year"]) else {
            throw Problem.missing("Ett år skrivs med fyra siffror.", "A year is written with four digits.")
        }
        try call.requireLocal()
        guard let snapshot = try await snapshot(year) else {
            throw Problem.missing(
                "Det finns ingen prislista för \(year). Bygg den med samverkan build \(year).",
                "There is no price list for \(year). Build it with samverkan build \(year).")
        }
        return snapshot
    }
}
