import Federation
import Foundation

/// The date form of HTTP header fields: `Mon, 17 Oct 2022 09:46:40 GMT`.
enum HTTPDate {
    /// The moment as a header value, in whole seconds.
    static func text(of instant: Instant) -> String { formatter.string(from: instant.date) }

    /// Reads a header value; nil for anything else.
    static func instant(of text: String) -> Instant? { formatter.date(from: text).map { Instant($0) } }

    // Made for each use, since a formatter may not be shared between threads.
    private static var formatter: DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter
    }
}
