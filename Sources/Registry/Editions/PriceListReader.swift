package import Federation
package import Pricing
package import Reading

/// A price list as an edition's JSON holds it (utgåva), read back.
package struct WrittenPriceList: Hashable, Sendable {
    package let list: PriceList
    /// The regions that owed a delivery, with the names that the edition gives. It does not tell the units' kinds and
    /// other names: every unit is a `.unit` without aliases.
    package let regions: [Region]
}

/// Reads an edition's JSON (`price-list-1`) back, as strict as its schema and beyond: ids must be those of their keys, and
/// the codes of the invoicing contract those of model and region. Written again, what was read gives the same bytes.
package enum PriceListReader {
    /// Reads a whole edition, a record at a time. Throws `PremisesError` with the place in the file, and what the source
    /// throws.
    package static func read(_ source: some ByteSource, named file: String) throws -> WrittenPriceList {
        let reading = WrittenListReading()
        do {
            try JSONPieces.read(source) { try reading.take($0) }
            return try reading.finish()
        } catch let fault as ReadingFault {
            throw PremisesError(file: file, fault)
        }
    }
}

/// The parts of a list while it is read.
private final class WrittenListReading {
    private var lines = WrittenLines()
    private var applicability: [Applicability] = []
    private var drg: [DRGLine] = []
    private var fixedPrices: [DRGFixedPriceLine] = []
    private var careServices: [CareServiceLine] = []
    private var surcharges: [SurchargeLine] = []
    private var missing: [MissingItem] = []
    private var completeness: [RegionCompleteness] = []
    private var submissions: [UsedSubmission] = []
    private var regions: [Region] = []
    /// Members that are not arrays of records.
    private var members: [String: JSONValue] = [:]
    private var arrays: Set<String> = []

    private static let recordArrays: Set<String> = [
        "applicability", "careServices", "completeness", "drg", "drgFixedPrices", "missing", "regions", "submissions",
        "surcharges",
    ]
    private static let otherMembers: Set<String> = ["currency", "format", "marks", "model", "previous", "year"]
    private var marks: [PriceListMark] = []

    func take(_ piece: JSONPiece) throws {
        switch piece {
        case .item(let member, let value): try take(value, of: member)
        case .member(let name, let value):
            if Self.recordArrays.contains(name) || name == "marks" {
                guard try value.items().isEmpty else { throw value.unexpected("array") }
                arrays.insert(name)
            } else if Self.otherMembers.contains(name) {
                members[name] = value
            } else {
                throw JSONValue.unknown(name, path: "", at: value.spot)
            }
        }
    }

    private func take(_ item: JSONValue, of member: String) throws {
        switch member {
        case "applicability": applicability.append(try lines.applicability(item))
        case "careServices": careServices.append(try lines.careService(item))
        case "completeness": completeness.append(try item.writtenCompleteness())
        case "drg": drg.append(try lines.drg(item))
        case "drgFixedPrices": fixedPrices.append(try lines.fixedPrice(item))
        case "marks": marks.append(try item.one(of: PriceListMark.self))
        case "missing": missing.append(try item.writtenMissingItem())
        case "regions": regions.append(try item.writtenRegion())
        case "submissions": submissions.append(try item.writtenSubmission())
        case "surcharges": surcharges.append(try lines.surcharge(item))
        default: throw JSONValue.unknown(member, path: "", at: item.spot)
        }
    }

    func finish() throws -> WrittenPriceList {
        for name in Self.recordArrays.union(["marks"]).sorted(by: { $0.precedes($1) }) where !arrays.contains(name) {
            throw JSONValue.missing(name, path: "", at: .start)
        }
        try required("format").mustBe("price-list-1")
        try required("currency").mustBe("SEK")
        let year = try required("year").parsedInteger("1900-2199") { Year($0) }
        let written = try required("model")
        let model = try written.writtenModel(year: year)
        try lines.supplierCodes.check(against: regions, model: model)
        let header = PriceListHeader(
            model: model,
            modelFingerprint: try written.member("fingerprint").fingerprint(), currency: "SEK",
            submissions: submissions, previous: try members["previous"]?.writtenPrevious(), marks: marks)
        let list = PriceList(
            header: header, drg: drg, applicability: applicability, drgFixedPrices: fixedPrices,
            careServices: careServices, surcharges: surcharges, missing: missing, completeness: completeness)
        return WrittenPriceList(list: list, regions: regions)
    }

    private func required(_ name: String) throws -> JSONValue {
        guard let value = members[name] else {
            throw JSONValue.missing(name, path: "", at: .start)
        }
        return value
    }
}
