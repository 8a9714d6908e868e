package import Foundation

/// A calendar year (år), 1900 to 2199.
package struct Year: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: Int

    /// The year of that number; nil outside 1900-2199.
    package init?(_ number: Int) {
        guard (1900...2199).contains(number) else { return nil }
        self.number = number
    }

    /// Reads four digits.
    package init?(_ text: String) {
        guard text.utf8.count == 4, let number = Int(text) else { return nil }
        self.init(number)
    }

    /// The year before; itself at the lower limit.
    package var previous: Year { Year(number - 1) ?? self }
    /// The year after; itself at the upper limit.
    package var next: Year { Year(number + 1) ?? self }

    package var description: String { String(number) }
    package static func < (left: Year, right: Year) -> Bool { left.number < right.number }
}

/// A calendar day (dag) without time zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day of that date; nil where the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard day <= length else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2023-01-01`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        self.init(digits: bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
    }

    /// Reads `20230101`.
    package init?(compact text: String) {
        self.init(digits: ArraySlice(text.utf8))
    }

    private init?(digits: ArraySlice<UInt8>) {
        guard digits.count == 8, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        let numbers = digits.map { Int($0 - UInt8(ascii: "0")) }
        self.init(
            year: numbers[0..<4].reduce(0) { $0 * 10 + $1 },
            month: numbers[4] * 10 + numbers[5],
            day: numbers[6] * 10 + numbers[7])
    }

    package var description: String {
        let padded = { (number: Int, width: Int) in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// A moment (tidpunkt) in whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let milliseconds: Int64

    /// The moment so many milliseconds after the epoch.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment of a Foundation date, cut to whole milliseconds.
    package init(_ date: Date) { milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down)) }

    /// Reads RFC 3339 in any time zone, `2022-11-15T09:00:00Z`, and nothing besides: Foundation alone lets hour 25, text
    /// after the time and days that the calendar lacks pass.
    package init?(_ text: String) {
        let shape =
            #/
            [0-9]{4}-[0-9]{2}-[0-9]{2}T
            ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?
            (Z|[+\-]([01][0-9]|2[0-3]):[0-5][0-9])
            /#
        guard text.utf8.count <= 40, text.wholeMatch(of: shape) != nil, Day(String(text.prefix(10))) != nil else {
            return nil
        }
        let plain = Date.ISO8601FormatStyle()
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? plain.parse(text)) ?? (try? fractional.parse(text)) else { return nil }
        self.init(date)
    }

    /// RFC 3339 in UTC with whole seconds: `2022-11-15T09:00:00Z`.
    package var description: String { date.formatted(Date.ISO8601FormatStyle()) }

    /// The same moment as a Foundation date.
    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// The calendar day of this moment in Sweden (Europe/Stockholm).
    package var day: Day {
        var calendar = Calendar(identifier: .gregorian)
        // Without the time zone database UTC is the honest rest; Scripts/setup installs it.
        calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return Day(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day.first
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Day {
    private static func known(_ day: Day?) -> Day {
        guard let day else { preconditionFailure("a constant day is a day") }
        return day
    }
    /// The first day of the calendar.
    static let first = known(Day(year: 1, month: 1, day: 1))

    /// The first day of a year.
    package init(firstOf year: Year) { self = Day.known(Day(year: year.number, month: 1, day: 1)) }
    /// The last day of a year.
    package init(lastOf year: Year) { self = Day.known(Day(year: year.number, month: 12, day: 31)) }
}
