import Reading

/// Looks for personal identity numbers in bytes that come in pieces, before anything is known of their encoding.
///
/// A number is six or eight digits of a date, perhaps `-` or `+`, and four digits of which the last is a Luhn check
/// digit, with neither letter nor digit beside it. In UTF-16 every other byte of it is zero; zeros are passed over.
struct PersonalNumberScan {
    private(set) var found: [Spot] = []

    /// The digits of the word so far, and how many they are.
    private var digits: UInt64 = 0
    private var digitCount = 0
    /// After how many digits the sign stands; 0 for none.
    private var signAt = 0
    /// Whether the word holds a letter or too many digits.
    private var isSpoiled = false
    private var start = Spot.start
    private var offset = 0
    private var line = 1
    /// Characters since the line began.
    private var characters = 0
    /// Bytes that still belong to the UTF-8 character begun last.
    private var continuations = 0

    init() {}

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
            digitCount = 0
            signAt = 0
            isSpoiled = true
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            if !isSpoiled, signAt == 0, digitCount == 6 || digitCount == 8 { signAt = digitCount } else { endOfWord() }
        case UInt8(ascii: "\n"):
            endOfWord()
            line += 1
            characters = 0
            return
        default: endOfWord()
        }
        count(byte)
    }

    private mutating func takeDigit(_ byte: UInt8) {
        if digitCount == 0 {
            digits = 0
            start = Spot(offset: offset, line: line, column: characters + 1)
        }
        if digitCount == 13 { isSpoiled = true } else { digitCount += 1 }
        digits = (digits * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000_000
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
        if digitCount >= 10, !isSpoiled, isPersonalNumber, found.count < Self.most { found.append(start) }
        digitCount = 0
        signAt = 0
        isSpoiled = false
    }

    /// Places that are kept of one part; one is enough to hold it.
    private static let most = 1000

    private var isPersonalNumber: Bool {
        guard digitCount == 10 || digitCount == 12, signAt == 0 || signAt == digitCount - 4 else { return false }
        let century = digits / 10_000_000_000
        if digitCount == 12, !(18...20).contains(century) { return false }
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
