import Federation

extension Instant {
    /// Reads a moment of RFC 3339 and nothing besides: no blanks, no text after it, no day that the calendar lacks.
    init?(exactly text: String) {
        let shape =
            #/
            [0-9]{4}-[0-9]{2}-[0-9]{2}T
            ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?
            (Z|[+\-]([01][0-9]|2[0-3]):[0-5][0-9])
            /#
        guard text.utf8.count <= 40, text.wholeMatch(of: shape) != nil, Day(String(text.prefix(10))) != nil else {
            return nil
        }
        self.init(text)
    }

    /// Reads a moment, or a day as its first moment in UTC: some layouts state only the day.
    init?(delivered text: String) {
        if let instant = Instant(exactly: text) {
            self = instant
        } else if Day(text) != nil, let instant = Instant(text + "T00:00:00Z") {
            self = instant
        } else {
            return nil
        }
    }
}
