import Federation
import Pricing

/// The list's price lines for a Swedish Excel: words instead of codes where a reader wants them, decimal commas, and no
/// text that Excel would run as a formula.
struct ExcelCSV {
    private static let columns = [
        "Avsnitt", "Region", "Sjukhus", "Klinik eller enhet", "Kod", "Benämning", "Enhet", "Vårdform", "Vårdnivå",
        "MVO", "Pris (kr)", "Grund", "Föregående pris (kr)", "DRG-vikt", "Poängpris (kr)",
        "Kostnadsytterfallsgräns (kr)", "Vårdtidsytterfallsgräns (dagar)", "Produktkategori", "Prislista", "Avtalstyp",
        "Organisationsnummer", "Länskod", "HSA-id", "Rad-id", "Märkning",
    ]

    private let document: PriceListDocument
    private let directory: Directory
    private let words: CodeWords
    private let codes: ContractCodes
    /// The point prices by their id, as cells.
    private let pointPrices: [String: String]
    /// What must be seen wherever the list is, in words; on every line, since lines are sorted and copied.
    private let marks: String

    init(_ document: PriceListDocument) {
        self.document = document
        directory = Directory(document.regions)
        words = CodeWords(document.codes, in: .swedish)
        codes = ContractCodes(document.list.header.model, regions: document.regions)
        pointPrices = Dictionary(
            document.list.header.model.pointPrices.map { ($0.id, ExcelCSV.kronor($0.amount)) },
            uniquingKeysWith: { first, _ in first })
        marks = document.list.header.marks.map(\.swedish).joined(separator: ", ")
    }

    /// The whole file.
    func bytes() -> [UInt8] {
        let list = document.list
        var writer = CSVWriter(separator: ";", guardsFormulas: true, capacity: (list.rowCount + 2) * 360)
        writer.byteOrderMark()
        for column in ExcelCSV.columns { writer.text(column) }
        writer.endRecord()
        list.forEachRow { row in
            write(row, to: &writer)
            writer.endRecord()
        }
        return writer.bytes
    }

    private func write(_ row: PriceRow, to writer: inout CSVWriter) {
        let hospital = row.region.flatMap { region in row.provider.flatMap { directory.hospital($0, in: region) } }
        writer.text(row.section.swedish)
        writer.text(row.region.map(directory.regionName))
        writer.text(hospital?.name ?? row.provider)
        writer.text(hospital.flatMap { row.unitName(at: $0, in: directory) } ?? row.unit)
        writer.text(row.code)
        writer.text(row.text)
        writer.text(row.measure.map(words.measure))
        writer.text(row.typeOfCare.map(words.typeOfCare))
        writer.text(row.careLevel.map(words.careLevel))
        writer.text(row.medicalFieldCode?.description)
        writer.number(ExcelCSV.kronor(row.amount))
        writer.text(row.basis?.swedish)
        writer.number(row.basis?.previousAmount.map(ExcelCSV.kronor))
        writer.number(row.weight.map(SwedishFormat.cell))
        writer.number(row.pointPrice.flatMap { pointPrices[$0] })
        writer.number(row.costLimit.map(ExcelCSV.kronor))
        writer.number(row.daysLimit.map { String($0) })
        writer.text(row.productCategory?.rawValue)
        writeCodes(of: row, to: &writer)
        writer.text(row.id.description)
        writer.text(marks)
    }

    /// The codes of the invoicing contract that a line has from its list and its hospital.
    private func writeCodes(of row: PriceRow, to writer: inout CSVWriter) {
        let supplier = row.region.flatMap { region in row.provider.map { codes.supplier($0, in: region) } }
        writer.text(codes.priceList)
        writer.text(codes.typeOfAgreement)
        writer.text(supplier?.organisationNumber)
        writer.text(supplier?.countyCode)
        writer.text(supplier?.hsaID)
    }

    private static func kronor(_ amount: Amount) -> String {
        SwedishFormat.cell(ExactDecimal(units: amount.ore, scale: 2))
    }
}

extension PriceRow.Section {
    fileprivate var swedish: String {
        switch self {
        case .drg: "DRG-pris"
        case .drgFixedPrices: "Fast DRG-pris"
        case .careServices: "Vårdtjänst"
        case .surcharges: "Tilläggsdebitering"
        }
    }
}

extension PriceListMark {
    /// The mark in a word or two.
    fileprivate var swedish: String {
        switch self {
        case .lastGoodUsed: "äldre underlag används"
        case .reference: "referenstabell"
        case .syntheticWeights: "syntetiska DRG-vikter"
        }
    }
}

extension CareServiceLine.Basis {
    /// How the amount came about, in a word or two.
    var swedish: String {
        switch self {
        case .delivered: "regionens pris"
        case .indexed: "uppräknat"
        }
    }
}
