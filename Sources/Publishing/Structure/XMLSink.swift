/// Writes a document's members as XML: each member an element of its name, lists of words separated by blanks.
struct XMLSink: DocumentSink {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes the whole document.
    mutating func document(_ structure: PriceListStructure) {
        bytes.append(text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        bytes.append(text: "<priceList xmlns=\"urn:samverkan:price-list:1\">\n")
        structure.write(to: &self)
        bytes.append(text: "</priceList>\n")
    }

    mutating func text(_ name: String, _ value: String?) {
        guard let value else { return }
        start(name)
        appendEscaped(value)
        end(name)
    }

    mutating func number(_ name: String, _ value: Int?) { text(name, value.map { String($0) }) }

    mutating func flag(_ name: String, _ value: Bool) { text(name, value ? "true" : "false") }

    mutating func words(_ name: String, _ values: [String]) { text(name, values.joined(separator: " ")) }

    mutating func record(_ name: String, _ body: (inout XMLSink) -> Void) {
        start(name)
        body(&self)
        end(name)
    }

    mutating func records<Item>(
        _ name: String, item: String, _ items: [Item], _ body: (inout XMLSink, Item) -> Void
    ) {
        start(name)
        for entry in items {
            bytes.append(UInt8(ascii: "\n"))
            record(item) { body(&$0, entry) }
        }
        end(name)
    }

    private mutating func start(_ name: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(text: name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func end(_ name: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(text: name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func appendEscaped(_ value: String) {
        // U+FFFE and U+FFFF are no XML characters either, but bytes alone do not show them.
        let allowed = value.utf8.contains(0xEF) ? value.withoutNoncharacters : value
        bytes.append(text: allowed) { byte -> StaticString? in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\r"): "&#13;"
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"): nil
            // XML 1.0 has no way to write the other control characters.
            case 0..<0x20: "\u{FFFD}"
            default: nil
            }
        }
    }
}

extension String {
    fileprivate var withoutNoncharacters: String {
        let scalars = unicodeScalars.map { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
