/// Why a content cannot be read on, or a notice about it (läsfel). Its code is the code of the finding it becomes.
package struct ReadingFault: Error, Hashable, Sendable {
    /// The stable code, for example `xml-not-well-formed`.
    package let code: String
    /// The named values that the finding's sentences are filled with.
    package let arguments: [String: String]
    /// Where it is; nil where the trouble has no place in the content, such as a cut gzip body.
    package let spot: Spot?
    /// The offending text, where there is one.
    package let sample: String?

    /// A fault; of the sample at most 200 characters are kept.
    package init(_ code: String, _ arguments: [String: String] = [:], at spot: Spot? = nil, sample: String? = nil) {
        self.code = code
        self.arguments = arguments
        self.spot = spot
        self.sample = sample.map { String($0.prefix(200)) }
    }
}
