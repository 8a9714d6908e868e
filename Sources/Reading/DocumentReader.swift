/// The written form of a document.
package enum DocumentFormat: String, Sendable { case xml, json }

/// Reads one document as a stream of events, in memory that does not grow with it.
/// Fatal trouble is thrown as `ReadingFault`; what source or handler throw comes out unchanged.
package struct DocumentReader {
    private let format: DocumentFormat
    private let names: NameTable
    private let limits: ReadingLimits
    private let encodingRule: EncodingRule
    private let schema: XMLSchema?

    /// - Parameters:
    ///   - names: gives the names in events; new ones are added.
    ///   - declaredEncoding: the encoding that the region's descriptor states.
    ///   - mediaType: the media type header as it came.
    ///   - schema: checks XML while it streams; violations are notices at the element that is open.
    package init(
        format: DocumentFormat, names: NameTable, limits: ReadingLimits = .feed, declaredEncoding: String? = nil,
        mediaType: String? = nil, schema: XMLSchema? = nil
    ) {
        self.format = format
        self.names = names
        self.limits = limits
        self.encodingRule = EncodingRule(descriptor: declaredEncoding, mediaType: mediaType)
        self.schema = schema
    }

    /// Reads the source to its end and sends the handler every event.
    package func read(_ source: some ByteSource, handler: some DocumentHandler) throws {
        let content = try Content(source, format: format, encodingRule: encodingRule, limits: limits)
        for notice in content.notices { try handler.notice(notice) }
        switch format {
        case .xml:
            var reading = XMLReading(content, names: names, handler: handler)
            try reading.read(schema: schema)
        case .json:
            var reading = JSONReading(content, names: names, handler: handler)
            try reading.read()
        }
    }
}
