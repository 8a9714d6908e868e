import CXMLReader

extension CXMLEvents {
    /// The functions that libxml2 calls, each passing its event on to the reading, which must stay in its place.
    init(_ reading: UnsafeMutablePointer<XMLReading>) {
        self.init(
            context: reading,
            intern: onIntern, start: onStart, attribute: onAttribute, text: onText, end: onEnd, fault: onFault)
    }
}

/// Runs the body of an event; false, with the error kept, where it throws.
private func attempt(
    _ context: UnsafeMutableRawPointer?, _ body: (inout XMLReading) throws -> Void
) -> Bool {
    guard let reading = context?.assumingMemoryBound(to: XMLReading.self), reading.pointee.failure == nil else {
        return false
    }
    do {
        try body(&reading.pointee)
        return true
    } catch {
        reading.pointee.failure = error
        return false
    }
}

private func onIntern(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
    var id: Int32 = -1
    _ = attempt(context) { id = try $0.intern(UnsafeBufferPointer(start: text, count: length)) }
    return id
}

private func onStart(_ context: UnsafeMutableRawPointer?, _ name: Int32, _ namespace: Int32, _ at: Int) -> Bool {
    return attempt(context) { try $0.start(Name(id: name), namespace: Name(id: namespace), at: at) }
}

private func onAttribute(
    _ context: UnsafeMutableRawPointer?, _ name: Int32, _ value: UnsafePointer<UInt8>?, _ length: Int, _ start: Int,
    _ end: Int
) -> Bool {
    let bytes = UnsafeBufferPointer(start: value, count: length)
    return attempt(context) { try $0.attribute(Name(id: name), bytes, start..<end) }
}

private func onText(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int, _ start: Int, _ end: Int
) -> Bool {
    let bytes = UnsafeBufferPointer(start: text, count: length)
    return attempt(context) { try $0.text(bytes, start..<max(start, end)) }
}

private func onEnd(_ context: UnsafeMutableRawPointer?, _ at: Int) -> Bool {
    return attempt(context) { try $0.end(at: at) }
}

private func onFault(
    _ context: UnsafeMutableRawPointer?, _ kind: CXMLFault, _ message: UnsafePointer<CChar>?, _ at: Int
) -> Bool {
    return attempt(context) { try $0.fault(kind, message.map { String(cString: $0) } ?? "", at: at) }
}
