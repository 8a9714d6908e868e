/// Writes indented XML as UTF-8, without the declaration at its head.
struct XMLText {
    private(set) var bytes: [UInt8] = []
    private var open: [String] = []

    /// Begins an element that holds others.
    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        tag(name, attributes, end: ">\n")
        open.append(name)
    }

    /// Ends the element begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        add("</\(name)>\n")
    }

    /// An element of attributes only.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        tag(name, attributes, end: "/>\n")
    }

    /// An element of text only; none where there is no text.
    mutating func leaf(_ name: String, _ value: String?) {
        guard let value else { return }
        indent()
        add("<\(name)>")
        escape(value)
        add("</\(name)>\n")
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>, end: String) {
        indent()
        add("<\(name)")
        for case (let key, let value?) in attributes {
            add(" \(key)=\"")
            escape(value)
            add("\"")
        }
        add(end)
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.count * 2))
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escape(_ value: String) {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            default: bytes.append(byte)
            }
        }
    }
}
