import Federation
import Reading

/// Passes a part's bytes on and looks for personal identity numbers (personnummer) in all of them: in values, names and
/// comments, also in a file that no parser reads.
///
/// A number is six or eight digits of a date, perhaps `-` or `+`, and four digits of which the last is a Luhn check
/// digit, with neither letter nor digit beside it. In UTF-16 every other byte is zero; zeros are passed over.
final class PersonalNumberScanner: ByteSource {
    /// Where a number was found; the number itself is not kept.
    private(set) var found: [Spot] = []
    /// How many were found in all.
    private(set) var total = 0

    private let source: any ByteSource
    private var digits: [UInt8] = []
    private var signAt: Int?
    private var spoiled = false
    private var start = Spot(offset: 0, line: 1, column: 1)
    private var offset = 0
    private var line = 1
    private var lineStart = 0

    /// A scanner in front of a part's content.
    init(_ source: any ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        for byte in buffer[..<count] { take(byte) }
        if count == 0 { endOfWord() }
        return count
    }

    private func take(_ byte: UInt8) {
        defer { offset += 1 }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if digits.isEmpty { start = Spot(offset: offset, line: line, column: offset - lineStart + 1) }
            if digits.count < 13 { digits.append(byte - UInt8(ascii: "0")) } else { spoiled = true }
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            if !spoiled, signAt == nil, digits.count == 6 || digits.count == 8 {
                signAt = digits.count
            } else {
                endOfWord()
            }
        case 0: break
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            digits.removeAll(keepingCapacity: true)
            signAt = nil
            spoiled = true
        default:
            endOfWord()
            if byte == UInt8(ascii: "\n") {
                line += 1
                lineStart = offset + 1
            }
        }
    }

    private func endOfWord() {
        if !spoiled, isPersonalNumber {
            total += 1
            if found.count < FindingsReport.samplesPerCode { found.append(start) }
        }
        digits.removeAll(keepingCapacity: true)
        signAt = nil
        spoiled = false
    }

    private var isPersonalNumber: Bool {
        guard digits.count == 10 || digits.count == 12, signAt == nil || signAt == digits.count - 4 else {
            return false
        }
        let ten = digits.suffix(10).map(Int.init)
        let month = ten[2] * 10 + ten[3]
        let day = ten[4] * 10 + ten[5]
        // A coordination number adds 60 to the day; an organisation number has a month of at least 20.
        guard (1...12).contains(month), (1...31).contains(day) || (61...91).contains(day) else { return false }
        if digits.count == 12, ![18, 19, 20].contains(Int(digits[0]) * 10 + Int(digits[1])) { return false }
        let sum = ten.enumerated().reduce(0) { sum, digit in
            let value = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return sum % 10 == 0
    }
}
