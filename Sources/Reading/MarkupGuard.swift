import Foundation

/// Looks at XML before libxml2 does: finds how far it can be pushed without cutting a tag in two, and refuses a tag or a
/// comment that is too large, since libxml2's time grows with the square of the number of attributes.
/// It checks nothing else; what is malformed it lets through to libxml2, which says what is wrong.
struct MarkupGuard {
    private enum State {
        case text
        case tag
        case quoted(UInt8)
        /// A comment, instruction or CDATA section; it ends at `>` after `closing` bytes of that value.
        case section(closing: Int, byte: UInt8)
    }

    /// What is before this offset can be pushed.
    private(set) var safe = 0
    /// Where the markup begins that was being scanned; after an overrun, the one that is too large.
    private(set) var markupStart = 0
    private let limits: ReadingLimits
    private var state = State.text
    private var scanned = 0
    /// The equals signs outside quotes of the tag that is being scanned.
    private var attributes = 0

    init(limits: ReadingLimits) { self.limits = limits }

    /// Scans what the window has beyond the last scan. Throws what is too large at `markupStart`.
    mutating func scan(_ window: borrowing ByteWindow) throws(Overrun) {
        let bytes = window.bytes
        var index = scanned - window.base
        var isWaiting = false
        while index < bytes.count, !isWaiting {
            switch state {
            case .text: isWaiting = scanText(bytes, &index, base: window.base)
            case .tag: try scanTag(bytes, &index, base: window.base)
            case .quoted(let quote): scanQuoted(bytes, &index, quote: quote)
            case .section(let closing, let byte):
                try scanSection(bytes, &index, closing: closing, byte: byte, base: window.base)
            }
        }
        scanned = window.base + index
        try check(end: scanned)
        // Long text is pushed by pieces; a `]]>` just there may escape libxml2, nothing else.
        if case .text = state, !isWaiting, scanned - safe > Content.pieceLength { safe = scanned }
    }

    /// A piece of markup is larger than its limit.
    struct Overrun: Error {
        /// The code of the fault.
        let code: String
        let limit: Int
    }

    private func check(end: Int) throws(Overrun) {
        switch state {
        case .text: break
        case .tag, .quoted:
            try demand(end - markupStart, atMost: limits.startTagBytes, "start-tag-too-large")
            try demand(attributes, atMost: limits.attributeCount, "start-tag-too-large")
        case .section: try demand(end - markupStart, atMost: limits.textBytes, "text-too-large")
        }
    }

    private func demand(_ count: Int, atMost limit: Int, _ code: String) throws(Overrun) {
        if count > limit { throw Overrun(code: code, limit: limit) }
    }

    /// Goes to the next markup; true where more bytes are needed to know its kind.
    private mutating func scanText(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, base: Int) -> Bool {
        index = find("<", in: bytes, from: index)
        guard index < bytes.count else { return false }
        guard let (kind, length) = MarkupGuard.opening(bytes, at: index) else { return true }
        markupStart = base + index
        state = kind
        attributes = 0
        index += length
        return false
    }

    /// What begins at a `<`, and the length of its opening; nil where the bytes end too soon to tell.
    private static func opening(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (State, Int)? {
        let head = UnsafeRawBufferPointer(rebasing: bytes[index..<min(index + 9, bytes.count)])
        if head.count < 2 { return nil }
        if head[1] == UInt8(ascii: "?") { return (.section(closing: 1, byte: UInt8(ascii: "?")), 2) }
        guard head[1] == UInt8(ascii: "!") else { return (.tag, 1) }
        if head.starts(with: "<!--".utf8) { return (.section(closing: 2, byte: UInt8(ascii: "-")), 4) }
        if head.starts(with: "<![CDATA[".utf8) { return (.section(closing: 2, byte: UInt8(ascii: "]")), 9) }
        let canBecomeSection = "<!--".utf8.starts(with: head) || "<![CDATA[".utf8.starts(with: head)
        return canBecomeSection ? nil : (.tag, 2)
    }

    private mutating func scanTag(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, base: Int) throws(Overrun) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .quoted(byte)
                index += 1
                return
            }
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
                try endMarkup(bytes, &index, base: base)
                return
            }
            if byte == UInt8(ascii: "=") { attributes += 1 }
            index += 1
        }
    }

    private mutating func scanQuoted(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, quote: UInt8) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") {
                state = .tag
                return
            }
            index += 1
            if byte == quote {
                state = .tag
                return
            }
        }
    }

    private mutating func scanSection(
        _ bytes: UnsafeRawBufferPointer, _ index: inout Int, closing: Int, byte: UInt8, base: Int
    ) throws(Overrun) {
        while true {
            index = find(">", in: bytes, from: index)
            guard index < bytes.count else { return }
            if base + index - closing >= markupStart + 2 + closing,
                bytes[index - closing..<index].allSatisfy({ $0 == byte })
            {
                try endMarkup(bytes, &index, base: base)
                return
            }
            index += 1
        }
    }

    /// After a `>`; or before a `<` inside a tag, which is malformed and for libxml2 to refuse.
    private mutating func endMarkup(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, base: Int) throws(Overrun) {
        try check(end: base + index)
        if bytes[index] == UInt8(ascii: ">") { index += 1 }
        safe = base + index
        state = .text
    }

    private func find(_ character: Unicode.Scalar, in bytes: UnsafeRawBufferPointer, from index: Int) -> Int {
        guard let start = bytes.baseAddress, index < bytes.count else { return bytes.count }
        guard let found = memchr(start + index, Int32(character.value), bytes.count - index) else { return bytes.count }
        return UnsafeRawPointer(found) - start
    }
}
