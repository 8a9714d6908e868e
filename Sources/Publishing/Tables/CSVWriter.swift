/// Writes records of comma-separated values (RFC 4180): every record ends with CR LF, a cell is quoted where it must be.
struct CSVWriter {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []
    private let separator: UInt8
    /// Whether text that a spreadsheet would run as a formula is made harmless.
    private let guardsFormulas: Bool
    private var isFirstCell = true

    init(separator: Character, guardsFormulas: Bool, capacity: Int) {
        self.separator = separator.asciiValue ?? UInt8(ascii: ",")
        self.guardsFormulas = guardsFormulas
        bytes.reserveCapacity(capacity)
    }

    /// Begins the file with the byte order mark of UTF-8, by which Excel knows the encoding.
    mutating func byteOrderMark() { bytes += [0xEF, 0xBB, 0xBF] }

    /// A cell of text; empty for nil.
    mutating func text(_ text: String?) {
        begin()
        guard var text, !text.isEmpty else { return }
        let isGuarded = guardsFormulas && CSVWriter.looksLikeFormula(text)
        if isGuarded { text = "'" + text }
        guard text.utf8.contains(where: { $0 == separator || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }) else {
            return bytes.append(text: text)
        }
        bytes.append(0x22)
        bytes.append(text: text) { byte -> StaticString? in byte == 0x22 ? "\"\"" : nil }
        bytes.append(0x22)
    }

    /// A cell with a number of ours, negative too; empty for nil.
    mutating func number(_ digits: String?) {
        begin()
        if let digits { bytes.append(text: digits) }
    }

    /// Ends the record.
    mutating func endRecord() {
        bytes += [0x0D, 0x0A]
        isFirstCell = true
    }

    private mutating func begin() {
        if !isFirstCell { bytes.append(separator) }
        isFirstCell = false
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return "=+-@\t\r".utf8.contains(first)
    }
}
