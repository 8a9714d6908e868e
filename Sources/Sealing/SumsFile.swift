import Federation

/// The sums that a committee pack lays beside its files (summor), in the form of the program sha256sum.
struct SumsFile {
    /// The longest file of sums, in bytes.
    static let longest = 1 << 20

    /// A sum and the name of the file that it is of.
    struct Line {
        let sha256: Fingerprint
        let name: String
    }

    let lines: [Line]

    /// Reads lines of a sum, two blanks and a name; nil where one of them is anything else.
    init?(_ bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n") else { return nil }
        var lines: [Line] = []
        for line in bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let rest = line.dropFirst(64)
            guard let sum = Fingerprint(hex: String(decoding: line.prefix(64), as: UTF8.self)),
                rest.starts(with: "  ".utf8), let name = String(validating: rest.dropFirst(2), as: UTF8.self)
            else { return nil }
            lines.append(Line(sha256: sum, name: name))
        }
        self.lines = lines
    }
}
