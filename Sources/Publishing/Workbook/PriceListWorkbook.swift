import Federation
import Pricing

extension PriceListDocument {
    /// Writes the list as a workbook for Excel (XLSX) to `path`: a cover, and one sheet per section. The file is written
    /// straight to disk and passes through `temporaryFolder` on the way, which needs room for twenty times its size;
    /// memory does not grow with the list. The same document and cover give the same bytes. Throws `WorkbookError`.
    ///
    /// - Parameter mostRows: a section of more rows, headings included, goes on in a further sheet.
    package func writeWorkbook(
        to path: String, temporaryFolder: String, cover: PriceListCover, mostRows: Int = PriceListWorkbook.mostRows
    ) throws {
        let properties = WorkbookProperties(title: name, subject: stamp, author: publisher, day: fileDay)
        try WorkbookFile.write(to: path, temporaryFolder: temporaryFolder, properties: properties) { file in
            try PriceListWorkbook(self, cover: cover, file: file, mostRows: mostRows).write()
        }
    }
}

/// Fills the workbook of a price list, sheet by sheet.
package struct PriceListWorkbook {
    /// The rows that a sheet of the format has: 1 048 576.
    package static let mostRows = 1 << 20

    let document: PriceListDocument
    let cover: PriceListCover
    let directory: Directory
    let words: CodeWords
    let codes: ContractCodes
    private let mostRows: Int
    private let file: WorkbookFile

    init(_ document: PriceListDocument, cover: PriceListCover, file: WorkbookFile, mostRows: Int) {
        self.document = document
        self.cover = cover
        self.file = file
        self.mostRows = min(max(2, mostRows), PriceListWorkbook.mostRows)
        directory = Directory(document.regions)
        words = CodeWords(document.codes, in: .swedish)
        codes = ContractCodes(document.list.header.model, regions: document.regions)
    }

    /// Writes every sheet; an empty section keeps its sheet, so that a reader sees that it is empty.
    func write() throws {
        let list = document.list
        try writeCover(to: file)
        try section(.drg, list.drg, drgCells)
        try section(.applicability, list.applicability, applicabilityCells)
        try section(.fixedPrices, list.drgFixedPrices, fixedPriceCells)
        try section(.careServices, list.careServices, careServiceCells)
        try section(.surcharges, list.surcharges, surchargeCells)
        try section(.missing, list.missing, missingCells)
        try section(.completeness, list.completeness, completenessCells)
    }

    /// One section, on as many sheets as it needs: `Vårdtjänster`, `Vårdtjänster 2` and so on.
    private func section<Line>(
        _ section: WorkbookSection, _ lines: [Line], _ cells: (Line) -> [WorkbookCell]
    ) throws {
        var rest = lines[...]
        var number = 1
        repeat {
            let name = number == 1 ? section.name : "\(section.name) \(number)"
            let sheet = try file.addSheet(
                name, columns: section.columns, header: "\(document.name) – \(document.stamp)")
            for line in rest.prefix(mostRows - 1) { try sheet.append(cells(line)) }
            try sheet.finish()
            rest = rest.dropFirst(mostRows - 1)
            number += 1
        } while !rest.isEmpty
    }
}
