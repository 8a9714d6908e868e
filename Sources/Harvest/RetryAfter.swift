internal import Federation

/// What a server asks for in Retry-After: so many seconds, or not before a date.
enum RetryAfter {
    /// The wait in milliseconds; nil where the text is neither a number of seconds nor an HTTP date.
    /// A date counts from the server's own Date where it gives one, so that two clocks need not agree.
    static func milliseconds(_ text: String, serverDate: String?, now: Instant) -> Int? {
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            // More digits than a number holds is a wait beyond every cap.
            guard let seconds = Int(text), seconds < Int.max / 1000 else { return Int.max }
            return seconds * 1000
        }
        guard let until = instant(text) else { return nil }
        let from = serverDate.flatMap { instant($0) } ?? now
        return max(0, Int(until.milliseconds - from.milliseconds))
    }

    /// Reads the one form of date that HTTP still writes: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func instant(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
            words[1].utf8.count == 2, words[3].utf8.count == 4, words[4].utf8.count == 8,
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Instant("\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
