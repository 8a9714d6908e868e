import Federation

extension ExactDecimal {
    /// The number as a spreadsheet stores it, the only place where an exact number becomes a binary one. Nil where it has
    /// more than fifteen digits: up to there every decimal number comes back exact from its nearest binary one, and
    /// spreadsheets keep no more.
    var spreadsheetNumber: Double? {
        guard units.magnitude < 1_000_000_000_000_000 else { return nil }
        // Both are exact as binary numbers, so that the quotient is the binary number nearest to the decimal one.
        let divisor = (0..<scale).reduce(Int64(1)) { divisor, _ in divisor * 10 }
        return Double(units) / Double(divisor)
    }
}

extension String {
    /// The text as a cell holds it: what XML cannot hold is replaced, and `_x0041_`, by which the format writes a
    /// character's number, keeps standing as it is.
    var cellText: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0xEF || $0 == 0 }) else { return self }
        let allowed = unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar == "\u{FFFE}" || scalar == "\u{FFFF}" || scalar == "\0" ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(allowed)).replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
