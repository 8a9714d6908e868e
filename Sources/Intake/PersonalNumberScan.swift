import Federation
import Reading

/// Looks for personal identity numbers in bytes that come in pieces, before anything is known of their encoding.
///
/// A number is six or eight digits of a date, perhaps a sign, and four digits of which the last is a Luhn check digit,
/// with no digit beside it. A date of eight digits may have hyphens of its own. Letters may stand right beside a number
/// that has a sign, and beside one of twelve digits unless they make it hexadecimal; ten digits in a row beside letters
/// are too often the number of something else. In UTF-16 every other byte of a digit is zero; zeros are passed over.
struct PersonalNumberScan {
    /// Digits without anything between them, or what was joined of them.
    private struct Group {
        var digits: UInt64 = 0
        var count = 0
        var start = Spot.start
        /// The letters of the word before the digits.
        var before = WordLetters.none
        /// Whether it was joined by hyphens.
        var isDashed = false
        /// Whether there are blanks around the sign.
        var isWide = false

        /// Whether it can begin a date that has hyphens, and be no whole one.
        var isBeginning: Bool { count == 4 || count == 6 && isDashed }

        /// This with more digits behind it.
        func joined(to other: Group) -> Group {
            var both = self
            both.digits = digits * (other.count == 2 ? 100 : 10_000) + other.digits
            both.count += other.count
            return both
        }
    }

    /// Where the first numbers begin.
    private(set) var found: [Spot] = []
    /// How many numbers there are.
    private(set) var total = 0
    /// The offsets of all of them, in order; of no more than a million, so that no file can fill the memory.
    private(set) var offsets: [Int] = []

    private var group = Group()
    /// The digits before, where they may be a date or begin one and nothing but `sign` followed; else without digits.
    private var date = Group()
    /// The bytes after the date.
    private var sign: UInt64 = 0
    /// The letters of the word so far.
    private var letters = WordLetters.none
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
            if group.count > 0 { endOfGroup(before: byte) }
            date.count = 0
            if letters != .others { letters = WordLetters(byte) }
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
            if date.count > 0 { join() }
            let start = Spot(offset: offset, line: line, column: characters + 1)
            group = Group(start: start, before: letters)
        }
        // Thirteen digits and more are no number, however many they are.
        if group.count < 13 { group.count += 1 }
        group.digits = (group.digits * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000_000
    }

    private mutating func takeOther(_ byte: UInt8) {
        if group.count > 0 { endOfGroup(before: byte) }
        letters = .none
        guard date.count > 0 else { return }
        sign = sign << 8 | UInt64(byte)
        if sign >> 56 > 0 { date.count = 0 }
    }

    /// Forgets the digits before where what follows them joins nothing.
    private mutating func join() {
        if PersonalNumberSign.isDash(sign) { return }
        let mayBeWide = !date.isBeginning && !date.isDashed
        guard mayBeWide, PersonalNumberSign.isSign(sign) else {
            date.count = 0
            return
        }
        date.isWide = !PersonalNumberSign.isBlank(sign)
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
        if group.count > 0 { endOfGroup(before: 0) }
        date.count = 0
        letters = .none
    }

    private mutating func endOfGroup(before next: UInt8) {
        let ended = group
        group.count = 0
        sign = 0
        if date.count > 0, date.isBeginning, ended.count == 2 {
            date = date.joined(to: ended)
            date.isDashed = true
            return
        }
        if date.count > 0, !date.isBeginning, ended.count == 4 {
            // An UUID, or two days with hyphens all the way.
            let mayGoOn = date.before == .hexadecimal || date.isDashed || date.isWide
            if !mayGoOn || next != UInt8(ascii: "-") { tell(date.joined(to: ended)) }
        } else if isAlone(ended, before: next) {
            tell(ended)
        }
        date = ended
        if ended.count != 4, ended.count != 6, ended.count != 8 { date.count = 0 }
    }

    /// Whether digits without a sign have nothing beside them that makes them the number of something else.
    private func isAlone(_ group: Group, before next: UInt8) -> Bool {
        let beside = (group.before, WordLetters(next))
        return group.count == 12 ? beside.0 != .hexadecimal && beside.1 != .hexadecimal : beside == (.none, .none)
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
