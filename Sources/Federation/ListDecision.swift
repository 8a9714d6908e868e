/// The committee's decision to adopt a price list (beslut om prislista), as its minutes state it.
package struct ListDecision: Hashable, Sendable {
    /// The longest number or paragraph, in bytes.
    package static let longestText = 60

    /// The diary number, for example `SN 2022-0031`.
    package let number: String
    /// The paragraph of the minutes, without its sign: `47`.
    package let paragraph: String
    /// The day of the decision.
    package let day: Day
    /// The first day that the list holds.
    package let validFrom: Day

    package init(number: String, paragraph: String, day: Day, validFrom: Day) {
        self.number = number
        self.paragraph = paragraph
        self.day = day
        self.validFrom = validFrom
    }

    /// The decision as other documents name it: `SN 2022-0031 § 47`, and its day.
    package var board: BoardDecision { BoardDecision(number: number, paragraph: paragraph, day: day) }
}
