import Federation
import Pricing

/// The list's price lines for machines: codes of the national invoicing contract, amounts and weights in their wire form.
struct MachineCSV {
    private static let columns = [
        "section", "id", "priceList", "typeOfAgreement", "validFrom", "validTo", "productCategory", "typeOfCare",
        "careLevel", "medicalFieldCode", "region", "organisationNumber", "countyCode", "provider", "providerName",
        "hsaId", "unit",
        "unitName", "code", "text", "measure", "amount", "currency", "basis", "previousAmount", "weight",
        "pointPrice", "costLimit", "daysLimit", "marks",
    ]

    private let document: PriceListDocument
    private let directory: Directory
    /// What must be seen wherever the list is, parted by blanks.
    private let marks: String

    init(_ document: PriceListDocument) {
        marks = document.list.header.marks.map(\.rawValue).joined(separator: " ")
        self.document = document
        directory = Directory(document.regions)
    }

    /// The whole file.
    func bytes() -> [UInt8] {
        let list = document.list
        var writer = CSVWriter(separator: ",", guardsFormulas: false, capacity: (list.rowCount + 2) * 330)
        for column in MachineCSV.columns { writer.text(column) }
        writer.endRecord()
        list.forEachRow { row in
            write(row, to: &writer)
            writer.endRecord()
        }
        return writer.bytes
    }

    private func write(_ row: PriceRow, to writer: inout CSVWriter) {
        let header = document.list.header
        writer.text(row.section.rawValue)
        writer.text(row.id.description)
        writer.text(header.model.priceListCode)
        writer.text(header.model.typeOfAgreement?.rawValue)
        writer.text(document.firstDay.description)
        writer.text(header.model.validTo.description)
        writer.text(row.productCategory?.rawValue)
        writer.text(row.typeOfCare?.rawValue)
        writer.text(row.careLevel?.rawValue)
        writer.text(row.medicalFieldCode?.description)
        writePlace(of: row, to: &writer)
        writer.text(row.code)
        writer.text(row.text)
        writer.text(row.measure?.rawValue)
        writer.number(row.amount.wire)
        writer.text(header.currency)
        writer.text(row.basis?.code)
        writer.number(row.basis?.previousAmount?.wire)
        writer.number(row.weight?.text)
        writer.text(row.pointPrice)
        writer.number(row.costLimit?.wire)
        writer.number(row.daysLimit.map { String($0) })
        // The list's own reservations, on every line and last: a line before the head would break readers of RFC 4180.
        writer.text(marks)
    }

    private func writePlace(of row: PriceRow, to writer: inout CSVWriter) {
        let region = row.region.flatMap { directory.region($0) }
        let hospital = region.flatMap { region in row.provider.flatMap { directory.hospital($0, in: region.slug) } }
        writer.text(row.region?.text)
        writer.text(region?.organisationNumber.digits)
        writer.text(region?.countyCode)
        writer.text(row.provider)
        writer.text(hospital?.name)
        writer.text(hospital?.hsaID)
        writer.text(row.unit)
        writer.text(hospital.flatMap { hospital in row.unitName(at: hospital, in: directory) })
    }
}

extension PriceRow {
    /// The name of the row's unit.
    func unitName(at hospital: Hospital, in directory: Directory) -> String? {
        guard let region, let unit else { return nil }
        return directory.unitName(unit, at: hospital.id, in: region)
    }
}
