/// A text encoding that feeds may use (teckenkodning); everything else is refused.
enum TextEncoding: String {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case latin1 = "ISO-8859-1"
    case windows1252 = "Windows-1252"

    /// The encoding of a label without a byte order mark; nil for UTF-16, which needs one, and for all others.
    init?(label: String) {
        switch label.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1": self = .latin1
        case "windows-1252", "cp1252", "cp-1252": self = .windows1252
        default: return nil
        }
    }

    /// Whether a label can mean this encoding.
    func agrees(with label: String) -> Bool {
        switch (self, label.lowercased()) {
        case (.utf16LittleEndian, "utf-16"), (.utf16LittleEndian, "utf-16le"): true
        case (.utf16BigEndian, "utf-16"), (.utf16BigEndian, "utf-16be"): true
        default: TextEncoding(label: label) == self
        }
    }
}
