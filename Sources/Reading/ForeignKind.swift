/// Files that are sent in place of a feed and betray themselves by their first bytes.
enum ForeignKind: String {
    case html, zip, pdf, gzip, xml, json

    /// What the content looks like, where that is not the format.
    init?(head: [UInt8], format: DocumentFormat) {
        if head.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip  // also xlsx, docx and ods
        } else if head.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else {
            self.init(text: ForeignKind.visible(head), format: format)
        }
    }

    private init?(text: [UInt8], format: DocumentFormat) {
        let opening = String(decoding: text.prefix(15), as: UTF8.self).lowercased()
        if opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html") {
            self = .html
        } else if format == .json, opening.hasPrefix("<") {
            self = .xml
        } else if format == .xml, opening.hasPrefix("{") || opening.hasPrefix("[") {
            self = .json
        } else {
            return nil
        }
    }

    /// The bytes after a byte order mark and white space.
    private static func visible(_ head: [UInt8]) -> [UInt8] {
        let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        return Array(body.drop(while: isBlank))
    }
}
