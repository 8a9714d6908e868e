package import Federation
import GRDB
package import Pricing

/// What a draft was computed from, row by row, so that it can be computed again exactly.
package struct BuiltList: Hashable, Sendable {
    package let year: Year
    /// SHA-256 of the list's canonical JSON.
    package let fingerprint: Fingerprint
    /// SHA-256 of the price model's file.
    package let model: Fingerprint
    /// The row of the imported list that prices were raised from; nil where an edition of ours or none was.
    package let openingList: Int64?
    /// The place in the chain of the edition that prices were raised from; nil where an imported list or none was.
    package let previousEdition: Int?
    package let inputs: [BuiltInput]
    package let builtAt: Instant

    package init(
        year: Year, fingerprint: Fingerprint, model: Fingerprint, openingList: Int64?, previousEdition: Int? = nil,
        inputs: [BuiltInput], builtAt: Instant
    ) {
        self.year = year
        self.fingerprint = fingerprint
        self.model = model
        self.openingList = openingList
        self.previousEdition = previousEdition
        self.inputs = inputs
        self.builtAt = builtAt
    }
}

/// What a draft took from one region.
package struct BuiltInput: Hashable, Sendable {
    package let region: RegionSlug
    package let state: DeliveryState
    /// The examination whose submission is used; nil where nothing is.
    package let examination: Int64?
    package let isLastGood: Bool

    package init(region: RegionSlug, state: DeliveryState, examination: Int64?, isLastGood: Bool) {
        self.region = region
        self.state = state
        self.examination = examination
        self.isLastGood = isLastGood
    }
}

extension Store {
    /// Remembers a built draft, unless the last one of its year is the same.
    package func record(_ list: BuiltList) async throws {
        try await database.inTransaction { db in
            let last = try String.fetchOne(
                db, sql: "SELECT fingerprint FROM price_list WHERE year = ? ORDER BY id DESC LIMIT 1",
                arguments: [list.year.number])
            guard last != list.fingerprint.hex else { return }
            try db.execute(
                sql: "INSERT INTO price_list VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    list.year.number, list.fingerprint.hex, list.model.hex, list.openingList,
                    list.builtAt.milliseconds, list.previousEdition,
                ])
            let id = db.lastInsertedRowID
            for input in list.inputs {
                let version = try input.state.version.flatMap { try Store.id(of: $0, input.region, .priceList, db) }
                try db.execute(
                    sql: "INSERT INTO price_list_input VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        id, input.region.text, input.state.name, version, input.examination,
                        input.isLastGood ? 1 : 0,
                    ])
            }
        }
    }

    /// The years that have a draft, in order.
    package func builtYears() async throws -> [Year] {
        try await database.read { db in
            try Int.fetchAll(db, sql: "SELECT DISTINCT year FROM price_list ORDER BY year").compactMap { Year($0) }
        }
    }

    /// The last draft of a year, or its last one of that fingerprint; nil where none was built.
    package func lastBuilt(_ year: Year, fingerprint: Fingerprint? = nil) async throws -> BuiltList? {
        try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT * FROM price_list WHERE year = ? AND fingerprint = COALESCE(?, fingerprint)
                        ORDER BY id DESC LIMIT 1
                        """, arguments: [year.number, fingerprint?.hex])
            else { return nil }
            let inputs = try Row.fetchAll(
                db,
                sql: """
                    SELECT price_list_input.*, version.fingerprint FROM price_list_input
                    LEFT JOIN version ON version.id = current_version WHERE list = ? ORDER BY price_list_input.region
                    """, arguments: [row["id"] as Int64])
            return BuiltList(
                year: year, fingerprint: try row.known({ Fingerprint(hex: $0) }, "fingerprint"),
                model: try row.known({ Fingerprint(hex: $0) }, "model"), openingList: row["opening_list"],
                previousEdition: row["previous_edition"], inputs: try inputs.map(Store.builtInput),
                builtAt: Instant(milliseconds: row["built_ms"]))
        }
    }

    /// The opening list of a row.
    package func openingList(row id: Int64) async throws -> PreviousPriceList {
        try await database.read { try Store.openingList(id, $0) }
    }

    private static func builtInput(_ row: Row) throws -> BuiltInput {
        let version = (row["fingerprint"] as String?).flatMap { Fingerprint(hex: $0) }
        return BuiltInput(
            region: try row.known(RegionSlug.init, "region"),
            state: try DeliveryState(name: row["state"], version: version).orThrow("state"),
            examination: row["examination"], isLastGood: row["last_good"] == 1)
    }
}

extension DeliveryState {
    /// The version that the state is about; nil where nothing was delivered.
    package var version: Fingerprint? {
        switch self {
        case .accepted(let version), .held(let version), .refused(let version): version
        case .fetchFailed, .notDelivered: nil
        }
    }

    /// The state's name in a row.
    var name: String {
        switch self {
        case .accepted: "accepted"
        case .fetchFailed: "fetchFailed"
        case .notDelivered: "notDelivered"
        case .held: "held"
        case .refused: "refused"
        }
    }

    /// The state of a row.
    init?(name: String, version: Fingerprint?) {
        switch (name, version) {
        case ("fetchFailed", _): self = .fetchFailed
        case ("notDelivered", _): self = .notDelivered
        case ("accepted", let version?): self = .accepted(version)
        case ("held", let version?): self = .held(version)
        case ("refused", let version?): self = .refused(version)
        default: return nil
        }
    }
}
