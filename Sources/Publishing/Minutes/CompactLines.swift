/// A long chapter's lines as plain text in columns of so many characters. A table cell costs WeasyPrint more than a
/// whole line of such text.
struct CompactLines {
    /// A column: its heading, how many characters it has, and on which side they stand.
    struct Column {
        let heading: String
        /// Nil for the one column that has all the room that the others leave.
        var width: Int?
        var isNumber = false

        static func text(_ heading: String, _ width: Int? = nil) -> Column { Column(heading: heading, width: width) }
        static func number(_ heading: String, _ width: Int) -> Column {
            Column(heading: heading, width: width, isNumber: true)
        }
    }

    /// How many characters the style sets across a landscape A4.
    private static let width = 194
    private static let gap = 2
    /// After so many lines comes a rule; the lines between two rules stay on one page.
    private static let blockSize = 5
    /// After so many lines, less than a page, their heading comes again.
    private static let mostUnderOneHeading = 40

    private let columns: [(width: Int, isNumber: Bool)]
    private let headings: [String]

    init(_ columns: [Column]) {
        let taken = columns.compactMap(\.width).reduce((columns.count - 1) * Self.gap, +)
        self.columns = columns.map { ($0.width ?? Self.width - taken, $0.isNumber) }
        headings = columns.map(\.heading)
    }

    /// Writes the lines, with the columns' headings on each page and a heading wherever it is another than before.
    func write<Line>(
        _ lines: some Sequence<Line>, to html: inout HTMLWriter, heading: (Line) -> String? = { _ in nil },
        cells: (Line) -> [String]
    ) {
        html.wrap("<table class=\"lines\"><thead><tr><th>", text(of: headings), "</th></tr></thead>\n<tbody>\n")
        var current: String?
        var underHeading = 0
        var inBlock = 0
        for line in lines {
            let own = heading(line)
            let isNew = own != current
            // A short run shares its block with the next one.
            if inBlock == Self.blockSize || (isNew && inBlock > Self.blockSize / 2) {
                html.markup("</td></tr>\n")
                inBlock = 0
            }
            html.markup(inBlock == 0 ? "<tr><td>" : "\n")
            if isNew { (current, underHeading) = (own, 0) }
            if let own, isNew || (inBlock == 0 && underHeading >= Self.mostUnderOneHeading) {
                html.wrap("<b>", isNew ? own : own + ", forts.", "</b>\n")
                underHeading = 0
            }
            html.text(text(of: cells(line)))
            (inBlock, underHeading) = (inBlock + 1, underHeading + 1)
        }
        html.markup(inBlock > 0 ? "</td></tr>\n</tbody></table>\n" : "</tbody></table>\n")
    }

    /// The cells side by side, each within its column: what is too long goes on below.
    func text(of cells: [String]) -> String {
        let parts = zip(cells, columns).map { Self.wrapped($0, to: $1.width) }
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var text = ""
            // Blanks are written only where something comes after them.
            var blanks = 0
            for (cell, column) in zip(parts, columns) {
                let part = row < cell.count ? cell[row] : ""
                let rest = column.width - part.count
                blanks += column.isNumber ? rest : 0
                if !part.isEmpty {
                    text += String(repeating: " ", count: blanks) + part
                    blanks = 0
                }
                blanks += (column.isNumber ? 0 : rest) + Self.gap
            }
            return text
        }.joined(separator: "\n")
    }

    /// A text in pieces of at most so many characters, parted between words; only a word that is longer is cut.
    private static func wrapped(_ text: String, to width: Int) -> [Substring] {
        let isBreak = { (character: Character) in character == " " || character == "\t" || character.isNewline }
        if text.count <= width, !text.contains(where: { $0 == "\t" || $0.isNewline }) { return [text[...]] }
        var lines: [Substring] = []
        for word in text.split(whereSeparator: isBreak) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
                continue
            }
            var rest = word
            while !rest.isEmpty {
                lines.append(rest.prefix(width))
                rest = rest.dropFirst(width)
            }
        }
        return lines
    }
}
