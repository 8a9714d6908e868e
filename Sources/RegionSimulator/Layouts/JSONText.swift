/// Writes JSON as UTF-8: what is begun broken has one value a line, what is begun inline stays on its line.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var open: [Container] = []

    private struct Container {
        let end: String
        let inline: Bool
        var isEmpty = true
    }

    /// Begins an object, named where it is a member.
    mutating func object(_ name: String? = nil, inline: Bool = false) { begin("{", "}", name, inline) }

    /// Begins an array, named where it is a member.
    mutating func array(_ name: String? = nil, inline: Bool = false) { begin("[", "]", name, inline) }

    /// Ends the object or array begun last; the outermost with a line break.
    mutating func end() {
        guard let container = open.popLast() else { return }
        if !container.isEmpty && !container.inline { newLine() }
        add(container.end)
        if open.isEmpty { add("\n") }
    }

    /// A member that is a string; none where there is no value.
    mutating func member(_ name: String, _ value: String?) {
        guard let value else { return }
        next(name)
        quote(value)
    }

    /// A member that is written as it stands: a number, a truth value or null.
    mutating func member(_ name: String, literal: String?) {
        guard let literal else { return }
        next(name)
        add(literal)
    }

    /// A member that is an array of strings on one line.
    mutating func member(_ name: String, strings: [String]) {
        array(name, inline: true)
        for string in strings { item(string) }
        end()
    }

    /// An item that is a string.
    mutating func item(_ value: String) {
        next(nil)
        quote(value)
    }

    private mutating func begin(_ start: String, _ end: String, _ name: String?, _ inline: Bool) {
        if !open.isEmpty { next(name) }
        add(start)
        open.append(Container(end: end, inline: inline || open.last?.inline == true))
    }

    private mutating func next(_ name: String?) {
        if let last = open.indices.last {
            if !open[last].isEmpty { add(",") }
            if !open[last].inline { newLine() } else if !open[last].isEmpty { add(" ") }
            open[last].isEmpty = false
        }
        if let name {
            quote(name)
            add(": ")
        }
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.count * 2))
    }

    private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
