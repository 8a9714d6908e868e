import Reading

/// Writes down every event as a line of text: what, where, and the bytes it covers in the content.
final class EventLog: DocumentHandler {
    private let names: NameTable
    private(set) var lines: [String] = []
    private(set) var notices: [ReadingFault] = []
    private var starts: [Int] = []

    init(names: NameTable) { self.names = names }

    func begin(_ name: Name, namespace: Name, at spot: Spot) {
        let space = namespace == .empty ? "" : "{\(names.text(namespace))}"
        lines.append("begin \(space)\(names.text(name)) \(text(spot))")
        starts.append(spot.offset)
    }

    func container(_ shape: ContainerShape) { lines.append("\(shape)") }
    func attribute(_ name: Name, _ value: Scalar) { lines.append("@\(names.text(name)) \(text(value))") }
    func scalar(_ value: Scalar) { lines.append("\(value.kind) \(text(value))") }
    func strayText(_ value: Scalar) { lines.append("stray \(text(value))") }

    func end(_ name: Name, endOffset: Int) {
        lines.append("end \(names.text(name)) \(starts.removeLast())..<\(endOffset)")
    }

    func notice(_ fault: ReadingFault) {
        notices.append(fault)
        lines.append("notice \(fault.code) \(fault.spot.map(text) ?? "-")")
    }

    private func text(_ spot: Spot) -> String { "\(spot.line):\(spot.column)" }

    private func text(_ value: Scalar) -> String {
        "\"\(value.string)\" \(text(value.start)) \(value.start.offset)..<\(value.endOffset)"
    }
}

/// Gives few bytes at a time.
final class DripSource: ByteSource {
    private let bytes: [UInt8]
    private let step: Int
    private var position = 0

    init(_ bytes: [UInt8], step: Int = 1) {
        self.bytes = bytes
        self.step = step
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(step, buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}

/// The events of a document.
func events(
    _ bytes: [UInt8], _ format: DocumentFormat = .xml, limits: ReadingLimits = .small, declared: String? = nil,
    mediaType: String? = nil, schema: XMLSchema? = nil
) throws -> [String] {
    try log(bytes, format, limits: limits, declared: declared, mediaType: mediaType, schema: schema).lines
}

/// The log of a document's events.
func log(
    _ bytes: [UInt8], _ format: DocumentFormat = .xml, limits: ReadingLimits = .small, declared: String? = nil,
    mediaType: String? = nil, schema: XMLSchema? = nil
) throws -> EventLog {
    let names = NameTable()
    let log = EventLog(names: names)
    let reader = DocumentReader(
        format: format, names: names, limits: limits, declaredEncoding: declared, mediaType: mediaType,
        schema: schema)
    try reader.read(MemorySource(bytes), handler: log)
    return log
}

/// The fault that reading ends with; nil where it does not.
func fault(
    _ bytes: [UInt8], _ format: DocumentFormat = .xml, limits: ReadingLimits = .small, declared: String? = nil
) -> ReadingFault? {
    faulting { _ = try events(bytes, format, limits: limits, declared: declared) }
}

/// The fault that the body throws; nil where it does not.
func faulting(_ body: () throws -> Void) -> ReadingFault? {
    do {
        try body()
        return nil
    } catch { return error as? ReadingFault }
}

extension String {
    /// The text in ISO-8859-1.
    var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    /// The text in UTF-16, little-endian, with its byte order mark.
    var utf16LittleEndian: [UInt8] { [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

    var bytes: [UInt8] { Array(utf8) }
}
