/// Walks once over the UTF-8 of a document and knows at each point the line, the column and the byte before transcoding.
struct PlaceTracker {
    /// The offset in the UTF-8, without byte order mark.
    private(set) var position = 0
    private let encoding: TextEncoding
    private let markLength: Int
    private var line = 1
    private var characters = 0
    /// Characters before the line.
    private var lineStart = 0
    /// Characters that UTF-16 writes with four bytes.
    private var wideCharacters = 0

    init(encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        self.markLength = markLength
    }

    /// The byte in the content as delivered.
    var offset: Int {
        switch encoding {
        case .utf8: markLength + position
        case .latin1, .windows1252: characters
        case .utf16LittleEndian, .utf16BigEndian: markLength + 2 * (characters + wideCharacters)
        }
    }

    var spot: Spot { Spot(offset: offset, line: line, column: characters - lineStart + 1) }

    /// Goes past these bytes, which follow the position.
    mutating func advance(over bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if PlaceTracker.isPlain(word) {
                    characters += 8
                    index += 8
                    continue
                }
            }
            step(over: bytes[index])
            index += 1
        }
        position += bytes.count
    }

    /// Whether eight bytes are all ASCII and none is a line feed.
    private static func isPlain(_ word: UInt64) -> Bool {
        // A byte of `feeds` is zero where the word has a line feed; subtracting one then borrows into its high bit.
        let feeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let borrowed = (feeds &- 0x0101_0101_0101_0101) & ~feeds
        return (word | borrowed) & 0x8080_8080_8080_8080 == 0
    }

    private mutating func step(over byte: UInt8) {
        if byte & 0xC0 != 0x80 { characters += 1 }
        if byte >= 0xF0 { wideCharacters += 1 }
        if byte == 0x0A {
            line += 1
            lineStart = characters
        }
    }
}
