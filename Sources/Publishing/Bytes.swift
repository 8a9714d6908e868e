extension [UInt8] {
    /// Appends text as UTF-8.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends text, writing `replacement` in place of each byte that has one; runs without are copied whole.
    mutating func append(text: String, replacing replacement: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for (index, byte) in source.enumerated() {
                guard let other = replacement(byte) else { continue }
                append(contentsOf: source[start..<index])
                other.withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
            }
            append(contentsOf: source[start...])
        }
    }
}
