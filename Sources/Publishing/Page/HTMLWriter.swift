/// Writes HTML: markup of ours as it is, text of others escaped.
struct HTMLWriter {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Appends markup, unchanged.
    mutating func markup(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    /// Appends text, in content or in a quoted attribute.
    mutating func text(_ text: String) {
        bytes.append(text: text) { byte -> StaticString? in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }

    /// Appends text between two pieces of markup.
    mutating func wrap(_ before: StaticString, _ text: String, _ after: StaticString) {
        markup(before)
        self.text(text)
        markup(after)
    }

    /// A table cell of a class; empty for nil.
    mutating func cell(_ name: StaticString, _ text: String?) {
        markup("<td class=\"")
        markup(name)
        markup("\">")
        if let text { self.text(text) }
        markup("</td>")
    }

    /// A table cell of a class that also carries its column's heading, shown before it on a narrow screen.
    mutating func cell(_ name: StaticString, _ text: String, under heading: String) {
        markup("<td class=\"")
        markup(name)
        wrap("\" data-h=\"", heading, "\">")
        wrap("", text, "</td>")
    }

    /// The head of a table: its caption and the headings of its columns, each with its class.
    mutating func tableHead(_ caption: String, _ columns: [(StaticString, String)]) {
        wrap("<caption>", caption, "</caption>\n<thead><tr>")
        for (name, heading) in columns {
            markup("<th scope=\"col\" class=\"")
            markup(name)
            wrap("\">", heading, "</th>")
        }
        markup("</tr></thead>\n")
    }
}
