import CXLSXWriter
import Federation
import Glibc

/// A column of a sheet: its heading and its width in characters.
struct WorkbookColumn {
    let heading: String
    let width: Int

    init(_ heading: String, _ width: Int) {
        self.heading = heading
        self.width = width
    }
}

/// What a cell holds.
enum WorkbookCell {
    case empty
    case text(String)
    case amount(Amount)
    case weight(ExactDecimal)
    case count(Int)

    /// A text, or nothing for nil.
    init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    /// An amount, or nothing for nil.
    init(_ amount: Amount?) { self = amount.map { .amount($0) } ?? .empty }
}

/// One sheet while it is written, row after row: frozen headings, filter, print titles.
final class WorkbookSheet {
    let name: String
    /// Rows written, the headings included.
    private(set) var rows: UInt32 = 0
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: WorkbookStyles
    private let lastColumn: UInt16

    /// A sheet with its headings; one without headings gets none, and no filter.
    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, columns: [WorkbookColumn], header: String,
        styles: WorkbookStyles
    ) throws {
        self.sheet = sheet
        self.name = name
        self.styles = styles
        lastColumn = UInt16(max(0, columns.count - 1))
        for (index, column) in columns.enumerated() {
            try check(worksheet_set_column(sheet, UInt16(index), UInt16(index), Double(column.width), nil), in: name)
        }
        try setPrinting(header)
        guard columns.contains(where: { !$0.heading.isEmpty }) else { return }
        for (index, column) in columns.enumerated() {
            try write(column.heading, at: UInt16(index), styles.heading)
        }
        rows = 1
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_repeat_rows(sheet, 0, 0), in: name)
    }

    /// Writes the next row.
    func append(_ cells: [WorkbookCell]) throws {
        for (index, cell) in cells.enumerated() { try write(cell, at: UInt16(index)) }
        rows += 1
    }

    /// Writes the next row in one style.
    func append(_ texts: [String], style: KeyPath<WorkbookStyles, WorkbookStyles.Style?>) throws {
        for (index, text) in texts.enumerated() { try write(text, at: UInt16(index), styles[keyPath: style]) }
        rows += 1
    }

    /// Puts the filter on all rows written, and makes sure that they are.
    func finish() throws {
        guard xlsx_sheet_failed(sheet) == 0 else {
            throw WorkbookError(path: name, detail: String(cString: strerror(errno)))
        }
        guard rows > 1 else { return }
        try check(worksheet_autofilter(sheet, 0, 0, rows - 1, lastColumn), in: name)
    }

    private func write(_ cell: WorkbookCell, at column: UInt16) throws {
        switch cell {
        case .empty: return
        case .text(let text): try write(text, at: column, styles.text)
        case .amount(let amount):
            let style = amount.hasOre ? styles.kronorWithOre : styles.kronor
            try write(ExactDecimal(units: amount.ore, scale: 2), at: column, style)
        case .weight(let weight): try write(weight, at: column, styles.weight)
        case .count(let number): try write(ExactDecimal(units: Int64(number), scale: 0), at: column, styles.count)
        }
    }

    /// A number where a spreadsheet keeps every digit of it, else its digits as text.
    private func write(_ number: ExactDecimal, at column: UInt16, _ style: WorkbookStyles.Style?) throws {
        guard let value = number.spreadsheetNumber else {
            return try write(SwedishFormat.cell(number), at: column, styles.text)
        }
        try check(worksheet_write_number(sheet, rows, column, value, style), in: name)
    }

    private func write(_ text: String, at column: UInt16, _ style: WorkbookStyles.Style?) throws {
        guard !text.isEmpty else { return }
        try check(worksheet_write_string(sheet, rows, column, text.cellText, style), in: name)
    }

    /// A4 across, all columns on one page's width, the list's name above and page numbers below.
    private func setPrinting(_ header: String) throws {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        let text = String(header.replacing("&", with: "&&").prefix(200))
        try check(worksheet_set_header(sheet, "&L\(text)&R&A"), in: name)
        try check(worksheet_set_footer(sheet, "&CSida &P av &N"), in: name)
    }
}
