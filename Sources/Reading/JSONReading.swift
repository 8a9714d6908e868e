import CJSONReader

/// One read of a JSON document: hands UTF-8 to RapidJSON and turns its events into ours.
/// Depth, the size of a value and repeated members are for us to check; RapidJSON does not.
/// It calls back by a pointer to the reading, so nothing else may hold that meanwhile.
struct JSONReading: ~Copyable {
    private struct Container {
        let isObject: Bool
        /// A number that no other object of the document has.
        let serial: Int
        /// The member whose value comes or is open.
        var member = Name.item
    }

    private var content: Content
    private let names: NameTable
    private let handler: any DocumentHandler
    private let limits: ReadingLimits
    private let namesBefore: Int
    private var handedOut = 0
    private var containers: [Container] = []
    private var serial = 0
    /// By depth and name, the serial of the object that last had a member of that name.
    private var lastSeen: [[Int]] = []
    /// What ends the reading; RapidJSON cannot carry it.
    var failure: (any Error)?

    init(_ content: consuming Content, names: NameTable, handler: some DocumentHandler) {
        limits = content.limits
        self.content = content
        self.names = names
        self.handler = handler
        namesBefore = names.count
    }

    /// Reads to the end of the document.
    mutating func read() throws {
        let result = withUnsafeMutablePointer(to: &self) { reading in
            var events = CJSONEvents(reading)
            return CJSONRead(&events)
        }
        if let failure { throw failure }
        guard !result.isComplete else { return }
        content.advance(to: result.offset)
        let detail = result.message.map { String(cString: $0) } ?? ""
        throw ReadingFault("json-not-well-formed", ["detail": detail], at: content.spot)
    }
}

/// What RapidJSON asks for and tells.
extension JSONReading {
    /// The bytes of the next piece; none at the end.
    mutating func refill() throws -> UnsafeRawBufferPointer {
        while handedOut == content.window.end {
            advanceToToken()
            // Two quotes may stand around a value.
            if handedOut - content.position > limits.textBytes + 2 { throw tooLarge(at: content.spot) }
            guard try content.fill() else { break }
        }
        let piece = content.window.bytes(handedOut..<content.window.end)
        handedOut = content.window.end
        return piece
    }

    mutating func key(_ text: UnsafeBufferPointer<UInt8>, end: Int) throws {
        advanceToToken()
        let spot = content.spot
        try check(text, from: content.position + 1, to: end - 1, at: spot)
        let name = names.name(utf8: text)
        guard names.count - namesBefore <= limits.nameCount else {
            throw ReadingFault("too-many-names", ["limit": String(limits.nameCount)], at: spot)
        }
        let depth = containers.count - 1
        let missing = names.count - lastSeen[depth].count
        if missing > 0 { lastSeen[depth].append(contentsOf: repeatElement(0, count: missing)) }
        guard lastSeen[depth][Int(name.id)] != containers[depth].serial else {
            throw ReadingFault("duplicate-member", ["name": names.text(name)], at: spot)
        }
        lastSeen[depth][Int(name.id)] = containers[depth].serial
        containers[depth].member = name
        content.advance(to: end)
        try handler.begin(name, namespace: .empty, at: spot)
    }

    mutating func scalar(_ kind: CJSONScalar, _ text: UnsafeBufferPointer<UInt8>, end: Int) throws {
        advanceToToken()
        try beginItem()
        let quote = kind == CJSONString ? 1 : 0
        content.advance(to: content.position + quote)
        let start = content.spot
        try check(text, from: content.position, to: end - quote, at: start)
        content.advance(to: end - quote)
        let endOffset = content.sourceOffset
        content.advance(to: end)
        try handler.scalar(Scalar(bytes: text, kind: Scalar.Kind(kind), start: start, endOffset: endOffset))
        try handler.end(openName, endOffset: content.sourceOffset)
    }

    mutating func open(isObject: Bool) throws {
        advanceToToken()
        guard containers.count < limits.containerDepth else {
            throw ReadingFault("nesting-too-deep", ["limit": String(limits.containerDepth)], at: content.spot)
        }
        try beginItem()
        content.advance(to: content.position + 1)
        serial += 1
        containers.append(Container(isObject: isObject, serial: serial))
        if lastSeen.count < containers.count { lastSeen.append([]) }
        try handler.container(isObject ? .object : .array)
    }

    mutating func close() throws {
        advanceToToken()
        content.advance(to: content.position + 1)
        containers.removeLast()
        try handler.end(openName, endOffset: content.sourceOffset)
    }

    /// The name of the value that is open beside its containers.
    private var openName: Name { containers.last?.member ?? .empty }

    /// Between two tokens of valid JSON stand only white space, commas and colons.
    private mutating func advanceToToken() {
        content.advance(while: { isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") })
    }

    /// An item or the root begins at its value; a member has begun at its name.
    private mutating func beginItem() throws {
        guard containers.last?.isObject != true else { return }
        try handler.begin(openName, namespace: .empty, at: content.spot)
    }

    private func check(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, at spot: Spot) throws {
        guard end - start <= limits.textBytes else { throw tooLarge(at: spot) }
        // RapidJSON lets the second half of a surrogate pair stand alone when it is escaped; in UTF-8 it begins with ED.
        guard text.count < end - start, let half = text.firstIndex(of: 0xED), half + 1 < text.count else { return }
        for index in half..<text.count - 1 where text[index] == 0xED && text[index + 1] >= 0xA0 {
            throw ReadingFault(
                "json-not-well-formed", ["detail": "The surrogate pair in string is invalid."], at: spot)
        }
    }

    private func tooLarge(at spot: Spot) -> ReadingFault {
        ReadingFault("text-too-large", ["limit": String(limits.textBytes)], at: spot)
    }
}
