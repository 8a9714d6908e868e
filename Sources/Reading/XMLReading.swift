import CXMLReader

/// One read of an XML document: pushes UTF-8 to libxml2 and turns its events into ours.
final class XMLReading {
    private struct OpenElement {
        let name: Name
        let spot: Spot
        var hasChildren = false
    }

    private let content: Content
    private let names: NameTable
    private let handler: any DocumentHandler
    private let limits: ReadingLimits
    private let namesBefore: Int
    private var markup: MarkupGuard
    private var pushed = 0
    private var elements: [OpenElement] = []
    private var text = ElementText()
    /// The element that a schema violation is about: libxml2 tells it just after the event.
    private var current = Spot.start
    /// What ends the reading; libxml2 cannot carry it.
    private var failure: (any Error)?

    init(_ content: Content, names: NameTable, handler: some DocumentHandler) {
        self.content = content
        self.names = names
        self.handler = handler
        limits = content.limits
        namesBefore = names.count
        markup = MarkupGuard(limits: content.limits)
    }

    /// Reads to the end of the document.
    func read(schema: XMLSchema?) throws {
        XMLLibrary.prepare()
        var events = CXMLEvents(self)
        guard let reader = CXMLReaderCreate(&events, schema?.pointer) else { throw MemoryIsShort() }
        defer { CXMLReaderFree(reader) }
        try withExtendedLifetime((self, schema)) {
            repeat {
                try scan(reader)
                try push(reader, to: markup.safe, isLast: false)
                content.advance(to: CXMLReaderPosition(reader))
            } while try content.fill()
            try push(reader, to: content.window.end, isLast: true)
        }
    }

    private func scan(_ reader: OpaquePointer) throws {
        do {
            try markup.scan(content.window)
        } catch {
            // What stands before the overlarge tag comes first.
            try push(reader, to: markup.safe, isLast: false)
            content.advance(to: markup.markupStart)
            let limit = error == .startTag ? limits.startTagBytes : limits.textBytes
            throw ReadingFault(error.rawValue, ["limit": String(limit)], at: content.spot)
        }
    }

    private func push(_ reader: OpaquePointer, to end: Int, isLast: Bool) throws {
        guard end > pushed || isLast else { return }
        let bytes = content.window.bytes(pushed..<end).bindMemory(to: UInt8.self)
        pushed = end
        let goesOn = CXMLReaderPush(reader, bytes.baseAddress, bytes.count, isLast)
        if let failure { throw failure }
        guard goesOn else { throw ReadingFault("xml-not-well-formed", at: content.spot) }
    }

    /// Runs the body of an event; false, with the error kept, where it throws.
    func attempt(_ body: () throws -> Void) -> Bool {
        guard failure == nil else { return false }
        do {
            try body()
            return true
        } catch {
            failure = error
            return false
        }
    }
}

/// The system could not give memory.
struct MemoryIsShort: Error {}

/// What libxml2 tells.
extension XMLReading {
    func intern(_ text: UnsafeBufferPointer<UInt8>) throws -> Int32 {
        let name = names.name(utf8: text)
        guard names.count - namesBefore <= limits.nameCount else {
            throw ReadingFault("too-many-names", ["limit": String(limits.nameCount)], at: content.spot)
        }
        return name.id
    }

    func start(_ name: Name, namespace: Name, at offset: Int) throws {
        try flushText(isLeaf: false)
        if !elements.isEmpty { elements[elements.count - 1].hasChildren = true }
        content.advance(to: offset)
        let spot = content.spot
        guard elements.count < limits.elementDepth else {
            throw ReadingFault("nesting-too-deep", ["limit": String(limits.elementDepth)], at: spot)
        }
        elements.append(OpenElement(name: name, spot: spot))
        current = spot
        try handler.begin(name, namespace: namespace, at: spot)
    }

    func attribute(_ name: Name, _ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws {
        content.advance(to: range.lowerBound)
        let spot = content.spot
        content.advance(to: range.upperBound)
        let endOffset = content.sourceOffset
        try XMLReading.withAmpersands(value) { bytes in
            try handler.attribute(name, Scalar(bytes: bytes, kind: .text, start: spot, endOffset: endOffset))
        }
    }

    /// In attributes, and there alone, libxml2 hands over every ampersand as `&#38;`.
    private static func withAmpersands(
        _ value: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        guard value.contains(UInt8(ascii: "&")) else { return try body(value) }
        var decoded: [UInt8] = []
        var index = 0
        while index < value.count {
            decoded.append(value[index])
            index += value[index...].starts(with: "&#38;".utf8) ? 5 : 1
        }
        try decoded.withUnsafeBufferPointer(body)
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws {
        if let element = elements.last { current = element.spot }
        if text.isEmpty {
            content.advance(to: range.lowerBound)
            text.start = content.spot
        }
        if !text.hasInk, let ink = piece.firstIndex(where: { !isBlank($0) }) {
            content.advance(to: range.lowerBound)
            if ink > 0 { content.advance(while: isBlank) }
            text.ink = text.bytes.count + ink
            text.inkStart = content.spot
        }
        text.bytes.append(contentsOf: piece)
        text.end = range.upperBound
        guard text.bytes.count <= limits.textBytes else {
            throw ReadingFault("text-too-large", ["limit": String(limits.textBytes)], at: text.start)
        }
    }

    func end(at offset: Int) throws {
        guard let element = elements.popLast() else { return }
        try flushText(isLeaf: !element.hasChildren)
        current = element.spot
        content.advance(to: offset)
        try handler.end(element.name, endOffset: content.sourceOffset)
    }

    func fault(_ kind: CXMLFault, _ message: String, at offset: Int) throws {
        let arguments = ["detail": XMLLibrary.sentence(message)]
        if kind == CXMLFaultSchema {
            return try handler.notice(ReadingFault("schema-violation", arguments, at: current))
        }
        content.advance(to: offset)
        switch kind {
        case CXMLFaultNamespace: throw ReadingFault("xml-namespace-error", arguments, at: content.spot)
        case CXMLFaultDoctype: throw ReadingFault("doctype-refused", at: content.spot)
        default: throw ReadingFault("xml-not-well-formed", arguments, at: content.spot)
        }
    }

    /// Hands over the text that has been collected, now that it is known whether the element has children.
    private func flushText(isLeaf: Bool) throws {
        guard !text.isEmpty else { return }
        content.advance(to: text.end)
        let endOffset = content.sourceOffset
        try text.bytes.withUnsafeBufferPointer { bytes in
            if isLeaf {
                try handler.scalar(Scalar(bytes: bytes, kind: .text, start: text.start, endOffset: endOffset))
            } else if text.hasInk {
                let ink = UnsafeBufferPointer(rebasing: bytes[text.ink...])
                try handler.strayText(Scalar(bytes: ink, kind: .text, start: text.inkStart, endOffset: endOffset))
            }
        }
        text.clear()
    }
}
