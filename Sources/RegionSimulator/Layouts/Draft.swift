import Federation

/// A document of a layout before its text is put into the region's encoding.
struct Draft {
    let path: String
    let format: DraftFormat
    /// The content as UTF-8, without byte order mark and XML declaration.
    var text: [UInt8]
    /// The encoding that the document declares.
    var declared: DraftEncoding = .utf8
    /// The encoding that its bytes have.
    var encoding: DraftEncoding = .utf8
    var byteOrderMark = false
    var gzip = false
    var etag = true
    var lastModified: Instant?
    var trailingBlanks = 0

    /// The document as the server hands it out.
    func document() -> SimulatedDocument {
        let head: String =
            switch format {
            case .xml: "<?xml version=\"1.0\" encoding=\"\(declared.rawValue)\"?>\n"
            case .json, .html, .raw: ""
            }
        let mark: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        return SimulatedDocument(
            path: path, mediaType: format.mediaType(declared), bytes: mark + Array(head.utf8) + encoding.encode(text),
            gzip: gzip, etag: etag, lastModified: lastModified, trailingBlanks: trailingBlanks)
    }
}

/// What kind of document a draft is.
enum DraftFormat {
    case xml, json, html
    /// Sent byte for byte, under the XML media type, without a declaration.
    case raw

    /// The header that announces it.
    func mediaType(_ encoding: DraftEncoding) -> String {
        switch self {
        case .xml: "text/xml; charset=\(encoding.rawValue)"
        case .json: "application/json"
        case .html: "text/html; charset=\(encoding.rawValue)"
        case .raw: "text/xml"
        }
    }
}

/// The encodings of the regions' files; the raw value is the name in an XML declaration.
enum DraftEncoding: String {
    case utf8 = "UTF-8"
    case latin1 = "ISO-8859-1"
    case windows1252 = "windows-1252"

    /// The text in this encoding; what it has no byte for becomes a question mark.
    func encode(_ text: [UInt8]) -> [UInt8] {
        guard self != .utf8 else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            bytes.append(byte(for: scalar))
        }
        return bytes
    }

    private func byte(for scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        case 0x2013 where self == .windows1252: 0x96
        case 0x2019 where self == .windows1252: 0x92
        case 0x201D where self == .windows1252: 0x94
        case 0x20AC where self == .windows1252: 0x80
        default: UInt8(ascii: "?")
        }
    }
}
