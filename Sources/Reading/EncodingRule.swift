import Foundation

/// Decides how a content is encoded: by its byte order mark, else its XML declaration, else the HTTP header, else the
/// region's descriptor, else UTF-8. Whoever says otherwise than the first is told in a notice.
struct EncodingRule {
    /// What was decided.
    struct Verdict {
        let encoding: TextEncoding
        /// Bytes of byte order mark to skip.
        let markLength: Int
        let notices: [ReadingFault]
    }

    private struct Statement {
        let by: String
        let label: String
    }

    /// The encoding that the region's descriptor states.
    let descriptor: String?
    /// The media type header, for example `text/xml; charset=ISO-8859-1`.
    let mediaType: String?

    /// Decides for a content that begins with those bytes.
    func verdict(format: DocumentFormat, head: [UInt8]) throws -> Verdict {
        let mark = try byteOrderMark(head)
        let body = head.dropFirst(mark?.length ?? 0)
        let statements = statements(format: format, body: body)
        let used = try mark?.encoding ?? encoding(format: format, by: statements, body: body)
        guard format == .xml || used == .utf8 else { throw EncodingRule.unsupported(used.rawValue) }
        let notices = statements.filter { !used.agrees(with: $0.label) }.map { statement in
            ReadingFault(
                "encoding-disagreement",
                ["used": used.rawValue, "declared": statement.label, "declaredBy": statement.by], at: .start)
        }
        return Verdict(encoding: used, markLength: mark?.length ?? 0, notices: notices)
    }

    private func byteOrderMark(_ head: [UInt8]) throws -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw EncodingRule.unsupported("UTF-32")
        }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    private func statements(format: DocumentFormat, body: ArraySlice<UInt8>) -> [Statement] {
        [
            format == .xml ? EncodingRule.declaration(body).map { Statement(by: "declaration", label: $0) } : nil,
            EncodingRule.charset(mediaType).map { Statement(by: "http", label: $0) },
            descriptor.map { Statement(by: "descriptor", label: $0) },
        ].compactMap { $0 }
    }

    private func encoding(
        format: DocumentFormat, by statements: [Statement], body: ArraySlice<UInt8>
    ) throws -> TextEncoding {
        let zeros = body.prefix(2).map { $0 == 0 }
        if zeros == [true, true] { throw ReadingFault("looks-like", ["what": "binary"], at: .start) }
        if zeros.contains(true) { throw EncodingRule.unsupported("utf-16-unmarked") }
        // JSON is UTF-8 whatever a header says (RFC 8259, section 8.1).
        guard format == .xml, let first = statements.first else { return .utf8 }
        guard let encoding = TextEncoding(label: first.label) else { throw EncodingRule.unsupported(first.label) }
        return encoding
    }

    private static func unsupported(_ label: String) -> ReadingFault {
        ReadingFault("encoding-unsupported", ["encoding": label], at: .start)
    }

    /// The encoding of an XML declaration; in UTF-16 every other byte of it is zero.
    private static func declaration(_ body: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: body.prefix(1024).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
        // `<?xml-stylesheet …?>` is no declaration.
        guard text.hasPrefix("<?xml"), text.dropFirst(5).first?.isWhitespace == true else { return nil }
        guard let end = text.range(of: "?>") else { return nil }
        return label(after: "encoding", in: text[..<end.lowerBound])
    }

    private static func charset(_ mediaType: String?) -> String? {
        mediaType.flatMap { label(after: "charset", in: Substring($0.lowercased())) }
    }

    /// The value in `key = "value"`, with or without quotes.
    private static func label(after key: String, in text: Substring) -> String? {
        guard let found = text.range(of: key) else { return nil }
        let rest = text[found.upperBound...].drop { $0.isWhitespace }
        guard rest.first == "=" else { return nil }
        let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        let label = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-:".contains($0)) }
        return label.isEmpty ? nil : String(label)
    }
}
