/// What stands between the date and the last four digits of a personal identity number: `-`, `+`, a blank, any dash that
/// an editor makes of a hyphen, or such a dash with a blank on either side; in an eight-bit encoding, in UTF-8 or in
/// UTF-16 of either order, its zeros left out.
enum PersonalNumberSign {
    /// Whether the bytes are one dash and nothing else.
    static func isDash(_ bytes: UInt64) -> Bool {
        switch bytes {
        // + - soft hyphen, the dashes of Windows-1252
        case 0x2B, 0x2D, 0xAD, 0x96, 0x97: true
        // soft hyphen, U+2010-U+2015, U+2212
        case 0xC2AD, 0xE28090...0xE28095, 0xE28892: true
        case 0x2010...0x2015, 0x2212, 0x1020, 0x1120, 0x1220, 0x1320, 0x1420, 0x1520, 0x1222: true
        default: false
        }
    }

    /// Whether the bytes are one blank: a space, or one that does not break or is narrow.
    static func isBlank(_ bytes: UInt64) -> Bool {
        switch bytes {
        case 0x20, 0xA0, 0xC2A0, 0xE28089, 0xE280AF, 0x2009, 0x202F, 0x0920, 0x2F20: true
        default: false
        }
    }

    /// Whether the bytes are a sign: a blank, or a dash that may have blanks around it.
    static func isSign(_ bytes: UInt64) -> Bool {
        if isBlank(bytes) { return true }
        let count = (UInt64.bitWidth - bytes.leadingZeroBitCount + 7) / 8
        return (0..<count).contains { first in
            (first + 1...count).contains { end in
                let (before, dash, after) = (bytes >> (8 * (count - first)), slice(first, end), slice(end, count))
                return isDash(dash) && (before == 0 || isBlank(before)) && (after == 0 || isBlank(after))
            }
        }

        func slice(_ first: Int, _ end: Int) -> UInt64 {
            bytes >> (8 * (count - end)) & ((1 << (8 * (end - first))) - 1)
        }
    }
}

/// Which letters stand in a word beside digits.
enum WordLetters {
    case none
    /// Those of hexadecimal numbers, and no others.
    case hexadecimal
    case others

    /// The letters of a word of one character; `_` counts as one.
    init(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): self = .hexadecimal
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            self = .others
        default: self = .none
        }
    }
}
