/// A strict reader of small CSV files of ours (RFC 4180 with a chosen separator): UTF-8 with or without byte order
/// mark, fields with quotes where they need them, every row with as many fields as the first.
package struct CSVReader: Sendable {
    /// One row of fields and where it stands.
    package struct Row: Hashable, Sendable {
        package let fields: [String]
        /// The line that it begins on, from 1.
        package let line: Int
        /// Its bytes in the file, without the line end.
        package let bytes: Range<Int>
    }

    private let separator: UInt8

    /// A reader of files with that separator, an ASCII character.
    package init(separator: Unicode.Scalar = ";") { self.separator = UInt8(ascii: separator) }

    /// Reads a whole file. Throws `empty-document`, `encoding-broken` or `csv-malformed`, with line and column.
    package func rows(_ bytes: [UInt8]) throws -> [Row] {
        let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes.count > markLength else { throw ReadingFault("empty-document", at: .start) }
        var cursor = CSVCursor(bytes: bytes, markLength: markLength, separator: separator)
        try cursor.demandUTF8()
        var rows: [Row] = []
        while !cursor.isAtEnd {
            let row = try cursor.row()
            if let first = rows.first, first.fields.count != row.fields.count {
                throw cursor.fault(
                    "expected \(first.fields.count) fields, found \(row.fields.count)", at: row.bytes.lowerBound)
            }
            rows.append(row)
        }
        return rows
    }
}

/// Walks over a CSV file, byte by byte.
private struct CSVCursor {
    private let bytes: [UInt8]
    private let markLength: Int
    private let separator: UInt8
    private var index: Int
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(bytes: [UInt8], markLength: Int, separator: UInt8) {
        self.bytes = bytes
        self.markLength = markLength
        self.separator = separator
        index = markLength
    }

    var isAtEnd: Bool { index == bytes.count }

    func demandUTF8() throws {
        guard let broken = firstBrokenUTF8(bytes.span)?.index else { return }
        throw ReadingFault(
            "encoding-broken", ["encoding": "UTF-8", "byte": hexadecimal(bytes[broken])], at: spot(broken))
    }

    mutating func row() throws -> CSVReader.Row {
        let start = index
        let startLine = line
        var fields = [try field()]
        while index < bytes.count, bytes[index] == separator {
            index += 1
            fields.append(try field())
        }
        let end = index
        try endLine()
        return CSVReader.Row(fields: fields, line: startLine, bytes: start..<end)
    }

    private mutating func field() throws -> String {
        guard index < bytes.count, bytes[index] == CSVCursor.quote else { return try plainField() }
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == CSVCursor.quote {
                guard index < bytes.count, bytes[index] == CSVCursor.quote else {
                    return String(decoding: text, as: UTF8.self)
                }
                index += 1
            }
            if byte == CSVCursor.feed { line += 1 }
            text.append(byte)
        }
        throw fault("a quoted field is not closed", at: start)
    }

    private mutating func plainField() throws -> String {
        let start = index
        while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
            if bytes[index] == CSVCursor.quote { throw fault("a quote inside a field without quotes", at: index) }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func endLine() throws {
        guard index < bytes.count else { return }
        guard isLineEnd(bytes[index]) else { throw fault("text after a closing quote", at: index) }
        if bytes[index] == CSVCursor.carriageReturn { index += 1 }
        guard index < bytes.count, bytes[index] == CSVCursor.feed else {
            throw fault("a carriage return without line feed", at: index - 1)
        }
        index += 1
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == CSVCursor.feed || byte == CSVCursor.carriageReturn }

    func fault(_ detail: String, at offset: Int) -> ReadingFault {
        ReadingFault("csv-malformed", ["detail": detail], at: spot(offset))
    }

    private func spot(_ offset: Int) -> Spot {
        var tracker = PlaceTracker(encoding: .utf8, markLength: markLength)
        bytes.withUnsafeBytes { tracker.advance(over: UnsafeRawBufferPointer(rebasing: $0[markLength..<offset])) }
        return tracker.spot
    }
}
