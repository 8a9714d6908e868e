/// Rows of text in aligned columns, for a terminal.
package struct TextTable {
    /// Which side of its column a cell keeps to.
    package enum Alignment: Sendable { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// A table with one alignment per column.
    package init(_ alignments: [Alignment]) { self.alignments = alignments }

    /// Adds a row.
    package mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, indented by two blanks, without blanks at their ends.
    package var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = " "
            for (column, cell) in row.enumerated() {
                let room = String(repeating: " ", count: widths[column] - cell.count)
                line += " " + (alignments[column] == .left ? cell + room : room + cell) + " "
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
