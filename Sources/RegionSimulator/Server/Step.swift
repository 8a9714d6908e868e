import NIOCore

/// One thing that a server does on a connection.
enum Step: Sendable {
    case send(ByteBuffer)
    /// Sends the same bytes so many times, as fast as the client reads them.
    case sendAgain(ByteBuffer, times: Int)
    /// Sends one byte, waits, sends the next.
    case drip(ByteBuffer, pause: TimeAmount)
    /// Says nothing more and keeps the connection.
    case hold
    case close
    /// Breaks the connection (RST) instead of closing it.
    case reset

    /// Sends text as UTF-8.
    static func send(_ text: String) -> Step { .send(ByteBuffer(string: text)) }

    /// Sends bytes.
    static func send(_ bytes: some Sequence<UInt8>) -> Step { .send(ByteBuffer(bytes: bytes)) }

    /// Sends so many blanks without holding them all in memory.
    static func blanks(_ count: Int) -> [Step] {
        [
            .sendAgain(blankBlock, times: count / blankBlock.readableBytes),
            .send(ByteBuffer(repeating: UInt8(ascii: " "), count: count % blankBlock.readableBytes)),
        ]
    }
    private static let blankBlock = ByteBuffer(repeating: UInt8(ascii: " "), count: 65_536)

    /// The status where the step sends a proper status line.
    var status: Int? {
        guard case .send(let bytes) = self, let line = bytes.getString(at: bytes.readerIndex, length: 12) else {
            return nil
        }
        return line.hasPrefix("HTTP/1.1 ") ? Int(line.dropFirst(9)) : nil
    }
}
