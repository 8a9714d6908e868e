package import Federation

/// A form in which a price list is written.
package enum WrittenForm: CaseIterable, Sendable {
    case json, xml, machineCSV, excelCSV, page
}

extension PriceListDocument {
    /// Every written form of the list; the same document gives the same bytes.
    package func renderings() throws -> [Rendering] { try WrittenForm.allCases.map(rendering) }

    /// The list in one form. Large lists are written a form at a time, since each takes much room.
    package func rendering(_ form: WrittenForm) throws -> Rendering {
        switch form {
        case .json: try json()
        case .xml: xml()
        case .machineCSV: machineCSV()
        case .excelCSV: excelCSV()
        case .page: try page()
        }
    }

    /// Canonical JSON of the shape `price-list-1`: the bytes that are signed.
    package func json() throws -> Rendering {
        var sink = JSONSink(capacity: lineCount * 640)
        sink.document(PriceListStructure(document: self))
        return Rendering(suffix: "json", mediaType: "application/json", bytes: try sink.finish())
    }

    /// XML by `Contracts/editions/price-list-1.xsd`: the same members in the same order.
    package func xml() -> Rendering {
        var sink = XMLSink(capacity: lineCount * 960)
        sink.document(PriceListStructure(document: self))
        return Rendering(suffix: "xml", mediaType: "application/xml", bytes: sink.bytes)
    }

    /// CSV for machines: RFC 4180, comma, UTF-8 without byte order mark.
    package func machineCSV() -> Rendering {
        Rendering(suffix: "csv", mediaType: "text/csv; charset=utf-8; header=present", bytes: MachineCSV(self).bytes())
    }

    /// CSV for a Swedish Excel: semicolon, decimal comma, UTF-8 with byte order mark.
    package func excelCSV() -> Rendering {
        Rendering(
            suffix: "excel.csv", mediaType: "text/csv; charset=utf-8; header=present", bytes: ExcelCSV(self).bytes())
    }

    /// One HTML page for people, in Swedish.
    package func page() throws -> Rendering {
        Rendering(suffix: "html", mediaType: "text/html; charset=utf-8", bytes: try PriceListPage(self).bytes())
    }

    /// How many price lines the list has, to know how much room to take.
    private var lineCount: Int {
        list.drg.count + list.drgFixedPrices.count + list.careServices.count + list.surcharges.count + 100
    }
}
