import Federation
import GRDB
import Pricing

extension Store {
    /// Keeps the surcharges of an opening list.
    static func insert(_ surcharges: [PreviousSurcharge], ofList id: Int64, _ db: Database) throws {
        var rows = try BulkInsert(db, into: "opening_surcharge", columns: 9)
        for surcharge in surcharges {
            try rows.add([
                Cell(id), .integer(surcharge.id.signedDigits), .text(surcharge.region.text), .text(surcharge.provider),
                Cell(surcharge.unit), .text(surcharge.code), .text(surcharge.text), .text(surcharge.measure.rawValue),
                Cell(surcharge.amount.ore),
            ])
        }
        try rows.finish()
    }

    /// The surcharges of an opening list; none of one that was read in before they were kept.
    static func surcharges(ofList id: Int64, _ db: Database) throws -> [PreviousSurcharge] {
        try Row.fetchAll(db, sql: "SELECT * FROM opening_surcharge WHERE list = ? ORDER BY line", arguments: [id]).map {
            row in
            PreviousSurcharge(
                region: try row.known({ RegionSlug($0) }, "region"), provider: row["provider"], unit: row["unit"],
                code: row["code"], text: row["text"], measure: try row.known({ Measure(rawValue: $0) }, "measure"),
                amount: Amount(ore: row["amount_ore"]))
        }
    }

    /// The measure of a care service; nil where the list did not tell it, or was read in before it was kept.
    static func measure(_ text: String?) throws -> Measure? {
        try text.map { try Measure(rawValue: $0).orThrow("measure") }
    }
}
