extension String {
    /// The text on one line, cut at `limit` characters, each control character replaced by a blank:
    /// words of a foreign server must not write lines of their own into a log or a terminal.
    func harmless(limit: Int) -> String {
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars.prefix(limit) {
            scalars.append(String.isHarmless(scalar) ? scalar : " ")
        }
        return String(scalars).trimmed
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    /// Without blanks at both ends.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
