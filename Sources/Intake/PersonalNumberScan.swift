import Federation
import Reading

/// Looks for personal identity numbers in bytes that come in pieces, before anything is known of their encoding.
///
/// A number is six or eight digits of a date, perhaps a sign, and four digits of which the last is a Luhn check digit,
/// with neither letter nor digit beside it. The sign is `-`, `+`, a blank or any dash that an editor makes of a hyphen.
/// In UTF-16 every other byte of a digit is zero; zeros are passed over.
struct PersonalNumberScan {
    /// Digits without anything between them.
    private struct Group {
        var digits: UInt64 = 0
        var count = 0
        var start = Spot.start
    }

    /// Where the first numbers begin.
    private(set) var found: [Spot] = []
    /// How many numbers there are.
    private(set) var total = 0
    /// The offsets of all of them, in order; of no more than a million, so that no file can fill the memory.
    private(set) var offsets: [Int] = []

    private var group = Group()
    /// The group before, where it may be a date and nothing but `sign` followed it; else without digits.
    private var date = Group()
    /// The bytes after the date.
    private var sign: UInt32 = 0
    /// Whether the word holds a letter or too many digits.
    private var isSpoiled = false
    private var offset = 0
    private var line = 1
    /// Characters since the line began.
    private var characters = 0
    /// Bytes that still belong to the UTF-8 character begun last.
    private var continuations = 0

    init() {}

    /// How many numbers a text in UTF-8 holds.
    static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard text.count >= 10, text.count(where: { (0x30...0x39).contains($0) }) >= 10 else { return 0 }
        var scan = PersonalNumberScan()
        scan.take(UnsafeRawBufferPointer(text))
        scan.endOfWord()
        return scan.total
    }

    /// Takes more bytes.
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            take(byte)
            offset += 1
        }
    }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case 0: return
        case UInt8(ascii: "0")...UInt8(ascii: "9"): takeDigit(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            group.count = 0
            date.count = 0
            isSpoiled = true
        case UInt8(ascii: "\n"):
            endOfWord()
            line += 1
            characters = 0
            return
        default: takeOther(byte)
        }
        count(byte)
    }

    private mutating func takeDigit(_ byte: UInt8) {
        if group.count == 0 {
            if date.count > 0, !PersonalNumberScan.isSign(sign) { date.count = 0 }
            group = Group(digits: 0, count: 0, start: Spot(offset: offset, line: line, column: characters + 1))
        }
        if group.count == 13 { isSpoiled = true } else { group.count += 1 }
        group.digits = (group.digits * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000_000
    }

    private mutating func takeOther(_ byte: UInt8) {
        if group.count > 0 { endOfGroup() }
        isSpoiled = false
        guard date.count > 0 else { return }
        sign = sign << 8 | UInt32(byte)
        if sign > 0xFF_FFFF { date.count = 0 }
    }

    /// Whether bytes are one sign between date and last four: in an eight-bit encoding, UTF-8 or UTF-16 of either order.
    private static func isSign(_ bytes: UInt32) -> Bool {
        switch bytes {
        // + - space, no-break space, the dashes of Windows-1252
        case 0x2B, 0x2D, 0x20, 0xA0, 0x96, 0x97: true
        // no-break space, U+2010-U+2015, U+2212
        case 0xC2A0, 0xE28090...0xE28095, 0xE28892: true
        case 0x2010...0x2015, 0x2212, 0x1020, 0x1120, 0x1220, 0x1320, 0x1420, 0x1520, 0x1222: true
        default: false
        }
    }

    /// Counts characters. A byte of 128 or more is one of its own in the eight-bit encodings; in UTF-8 it may go on with
    /// the one before. What begins the file is a byte order mark.
    private mutating func count(_ byte: UInt8) {
        guard byte >= 0x80 else {
            continuations = 0
            characters += 1
            return
        }
        if continuations > 0, byte < 0xC0 {
            continuations -= 1
        } else {
            continuations = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
            if offset >= 3 { characters += 1 }
        }
    }

    /// Says that no more bytes belong to the word.
    mutating func endOfWord() {
        endOfGroup()
        date.count = 0
        isSpoiled = false
    }

    private mutating func endOfGroup() {
        let ended = group
        group.count = 0
        sign = 0
        guard !isSpoiled else {
            date.count = 0
            return
        }
        if date.count > 0, ended.count == 4 {
            tell(Group(digits: date.digits * 10_000 + ended.digits, count: date.count + 4, start: date.start))
        } else if ended.count >= 10 {
            tell(ended)
        }
        date = ended
        if ended.count != 6, ended.count != 8 { date.count = 0 }
    }

    private mutating func tell(_ group: Group) {
        guard PersonalNumberScan.isPersonalNumber(group) else { return }
        total += 1
        if found.count < FindingsReport.samplesPerCode { found.append(group.start) }
        if offsets.count < 1_000_000 { offsets.append(group.start.offset) }
    }

    private static func isPersonalNumber(_ group: Group) -> Bool {
        let digits = group.digits
        guard group.count == 10 || group.count == 12 else { return false }
        let century = digits / 10_000_000_000
        if group.count == 12, !(18...20).contains(century) { return false }
        let month = digits / 1_000_000 % 100
        let day = digits / 10_000 % 100
        // A coordination number adds 60 to the day; an organisation number has a month of at least 20.
        guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
        var rest = digits % 10_000_000_000
        var sum: UInt64 = 0
        for position in 0..<10 {
            let doubled = rest % 10 * (position % 2 == 0 ? 1 : 2)
            sum += doubled / 10 + doubled % 10
            rest /= 10
        }
        return sum % 10 == 0
    }
}
