import CXMLReader

/// One read of an XML document: pushes UTF-8 to libxml2 and turns its events into ours.
/// libxml2 calls back by a pointer to it, so nothing else may hold it while bytes are pushed.
struct XMLReading: ~Copyable {
    private struct OpenElement {
        let name: Name
        let spot: Spot
        var hasChildren = false
    }

    private var content: Content
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
    var failure: (any Error)?

    init(_ content: consuming Content, names: NameTable, handler: some DocumentHandler) {
        limits = content.limits
        markup = MarkupGuard(limits: content.limits)
        self.content = content
        self.names = names
        self.handler = handler
        namesBefore = names.count
    }

    /// Reads to the end of the document.
    mutating func read(schema: XMLSchema?) throws {
        XMLLibrary.prepare()
        try withUnsafeMutablePointer(to: &self) { reading in
            var events = CXMLEvents(reading)
            guard let reader = CXMLReaderCreate(&events, schema?.pointer) else { throw MemoryIsShort() }
            defer { CXMLReaderFree(reader) }
            try withExtendedLifetime(schema) { try XMLReading.run(reading, reader) }
        }
    }

    private static func run(_ reading: UnsafeMutablePointer<XMLReading>, _ reader: OpaquePointer) throws {
        while try reading.pointee.content.fill() {
            let overrun = reading.pointee.scan()
            // What stands before an overlarge tag comes first.
            try push(reading, reader, to: reading.pointee.markup.safe, isLast: false)
            if let overrun { throw reading.pointee.fault(overrun) }
            reading.pointee.content.advance(to: CXMLReaderPosition(reader))
        }
        try push(reading, reader, to: reading.pointee.content.window.end, isLast: true)
    }

    private static func push(
        _ reading: UnsafeMutablePointer<XMLReading>, _ reader: OpaquePointer, to end: Int, isLast: Bool
    ) throws {
        let bytes = reading.pointee.take(to: end)
        guard !bytes.isEmpty || isLast else { return }
        let goesOn = CXMLReaderPush(reader, bytes.baseAddress, bytes.count, isLast)
        if let failure = reading.pointee.failure { throw failure }
        guard goesOn else { throw ReadingFault("xml-not-well-formed", at: reading.pointee.content.spot) }
    }

    /// The bytes up to that offset that have not been pushed; they stay in place while they are.
    private mutating func take(to end: Int) -> UnsafeBufferPointer<UInt8> {
        let bytes = content.window.bytes(pushed..<max(pushed, end)).bindMemory(to: UInt8.self)
        pushed += bytes.count
        return bytes
    }

    private mutating func scan() -> MarkupGuard.Overrun? {
        do {
            try markup.scan(content.window)
            return nil
        } catch {
            return error
        }
    }

    private mutating func fault(_ overrun: MarkupGuard.Overrun) -> ReadingFault {
        content.advance(to: markup.markupStart)
        return ReadingFault(overrun.code, ["limit": String(overrun.limit)], at: content.spot)
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

    mutating func start(_ name: Name, namespace: Name, at offset: Int) throws {
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

    mutating func attribute(_ name: Name, _ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws {
        content.advance(to: range.lowerBound)
        let spot = content.spot
        content.advance(to: range.upperBound)
        let endOffset = content.sourceOffset
        let handler = handler
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

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws {
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

    mutating func end(at offset: Int) throws {
        guard let element = elements.popLast() else { return }
        try flushText(isLeaf: !element.hasChildren)
        current = element.spot
        content.advance(to: offset)
        try handler.end(element.name, endOffset: content.sourceOffset)
    }

    mutating func fault(_ kind: CXMLFault, _ message: String, at offset: Int) throws {
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
    private mutating func flushText(isLeaf: Bool) throws {
        guard !text.isEmpty else { return }
        content.advance(to: text.end)
        let endOffset = content.sourceOffset
        defer { text.clear() }
        let scalar = { (bytes: UnsafeBufferPointer<UInt8>, start: Spot) in
            Scalar(bytes: bytes, kind: .text, start: start, endOffset: endOffset)
        }
        if isLeaf {
            try text.bytes.withUnsafeBufferPointer { try handler.scalar(scalar($0, text.start)) }
        } else if text.hasInk {
            try text.bytes[text.ink...].withUnsafeBufferPointer { try handler.strayText(scalar($0, text.inkStart)) }
        }
    }
}
