/// A decision of the committee (beslut): diary number, paragraph, day.
package struct BoardDecision: Hashable, Sendable {
    /// The diary number with its paragraph as the minutes write it, for example `SN 2021-0029 § 52`.
    package let reference: String
    package let day: Day

    package init(reference: String, day: Day) {
        self.reference = reference
        self.day = day
    }

    /// The decision of that diary number and paragraph, the latter without its sign: `SN 2022-0031 § 47`.
    package init(number: String, paragraph: String, day: Day) {
        self.init(reference: "\(number) § \(paragraph)", day: day)
    }
}

/// One written form of a price list: a file that is made once.
package struct Rendering: Sendable {
    /// The file's ending, for example `json` or `excel.csv`.
    package let suffix: String
    package let mediaType: String
    package let bytes: [UInt8]

    package init(suffix: String, mediaType: String, bytes: [UInt8]) {
        self.suffix = suffix
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
