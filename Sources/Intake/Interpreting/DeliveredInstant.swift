import Federation

extension Instant {
    /// Reads a moment, or a day as its first moment in UTC: some layouts state only the day.
    init?(delivered text: String) {
        if let instant = Instant(text) {
            self = instant
        } else if Day(text) != nil, let instant = Instant(text + "T00:00:00Z") {
            self = instant
        } else {
            return nil
        }
    }
}
