/// Shows a piece of delivered content as text (råtext), in the encoding that a reader of the whole would choose.
package struct RawTextReader: Sendable {
    /// Bytes at the content's beginning that are enough to know its encoding.
    package static let headLength = 4096

    private let format: DocumentFormat
    private let rule: EncodingRule

    /// A reader of pieces of one part; `declaredEncoding` is what the region's descriptor states.
    package init(format: DocumentFormat, declaredEncoding: String?, mediaType: String?) {
        self.format = format
        rule = EncodingRule(descriptor: declaredEncoding, mediaType: mediaType)
    }

    /// The text of a piece of a content that begins with `head`. A character cut off at the end is left out; bytes that
    /// are no text in that encoding are shown as replacement characters.
    package func text(of piece: [UInt8], inContentBeginning head: [UInt8]) -> String {
        let encoding = (try? rule.verdict(format: format, head: head))?.encoding ?? .utf8
        var outcome = Transcoder.Outcome()
        let text = [UInt8](unsafeUninitializedCapacity: piece.count * Transcoder.growth) { output, count in
            outcome = piece.withUnsafeBytes {
                Transcoder(encoding: encoding).decode($0, isLast: false, into: UnsafeMutableRawBufferPointer(output))
            }
            count = outcome.written
        }
        return String(decoding: outcome.isBroken ? piece : text, as: UTF8.self)
    }
}
