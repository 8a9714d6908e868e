/// A single value as delivered (värde): an attribute, an element's text, a JSON string, number or literal.
package struct Scalar {
    /// What the value is; XML has only text.
    package enum Kind: Sendable { case text, string, number, boolean, null }

    /// UTF-8 with entities and escapes resolved; valid only during the call that hands it over.
    package let bytes: UnsafeBufferPointer<UInt8>
    package let kind: Kind
    /// Where the value begins in the content; after the quote where there is one.
    package let start: Spot
    /// The byte just after the value, before its closing quote.
    package let endOffset: Int

    /// A value of bytes that someone else keeps.
    package init(bytes: UnsafeBufferPointer<UInt8>, kind: Kind, start: Spot, endOffset: Int) {
        self.bytes = bytes
        self.kind = kind
        self.start = start
        self.endOffset = endOffset
    }

    /// The value as a string of its own; in the normal form it was delivered in.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The byte range of the value in the content, before transcoding and with entities and escapes as written.
    package var range: Range<Int> { start.offset..<max(start.offset, endOffset) }
}
