import Federation
import Reading
import Registry

/// A value as delivered, with its place.
struct RawValue {
    let text: String
    /// What it is; nil for an object or array where a value should be.
    let kind: Scalar.Kind?
    let start: Spot
    /// The byte after the value, in the content before transcoding.
    let end: Int
}

extension RawValue {
    /// The value as an item of a list whose items are joined by blanks: a JSON string that is empty or has blanks of its
    /// own gets quotes, so that it is not taken for none or for several.
    var asListItem: RawValue {
        guard kind == .string, text.isEmpty || text.contains(where: \.isBlank) else { return self }
        return RawValue(text: "\"\(text)\"", kind: kind, start: start, end: end)
    }
}

/// A record as delivered: the values at its rule's paths, before any conversion.
struct RawRecord {
    let rule: Int
    let start: Spot
    let end: Int
    /// One for each field of the rule, in its order.
    let values: [RawValue?]
}

/// What a decoder tells while it reads.
protocol DecoderClient: AnyObject {
    /// A whole record was read; the decoder can still say where it is.
    func record(_ raw: RawRecord, _ decoder: FeedDecoder) throws
    /// A header value was read.
    func header(_ index: Int, _ value: RawValue, _ decoder: FeedDecoder) throws
    /// The address of a further part was read.
    func link(_ value: RawValue, _ decoder: FeedDecoder) throws
    /// Something stands there that no rule reads.
    func unmapped(at spot: Spot, _ decoder: FeedDecoder) throws
    /// Something about the document that is no record.
    func finding(_ finding: Finding) throws
}

extension DecoderClient {
    /// A document of one part has no links.
    func link(_ value: RawValue, _ decoder: FeedDecoder) throws {}
}
