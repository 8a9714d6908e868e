extension Day {
    /// The day after; itself at the end of the calendar.
    package var next: Day {
        Day(year: year, month: month, day: day + 1)
            ?? Day(year: year, month: month + 1, day: 1)
            ?? Day(year: year + 1, month: 1, day: 1) ?? self
    }

    /// The day before; itself at the beginning of the calendar.
    package var previous: Day {
        if let before = Day(year: year, month: month, day: day - 1) { return before }
        for length in [31, 30, 29, 28] {
            if let before = Day(year: year, month: month - 1, day: length) { return before }
        }
        return Day(year: year - 1, month: 12, day: 31) ?? self
    }
}
