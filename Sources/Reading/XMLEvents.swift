import CXMLReader

extension CXMLEvents {
    /// The functions that libxml2 calls, each passing its event on to the reading, which must outlive their use.
    init(_ reading: XMLReading) {
        self.init(
            context: Unmanaged.passUnretained(reading).toOpaque(),
            intern: onIntern, start: onStart, attribute: onAttribute, text: onText, end: onEnd, fault: onFault)
    }
}

private func reading(_ context: UnsafeMutableRawPointer?) -> XMLReading? {
    context.map { Unmanaged<XMLReading>.fromOpaque($0).takeUnretainedValue() }
}

private func onIntern(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
    guard let reading = reading(context) else { return -1 }
    var id: Int32 = -1
    _ = reading.attempt { id = try reading.intern(UnsafeBufferPointer(start: text, count: length)) }
    return id
}

private func onStart(_ context: UnsafeMutableRawPointer?, _ name: Int32, _ namespace: Int32, _ at: Int) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.start(Name(id: name), namespace: Name(id: namespace), at: at) }
}

private func onAttribute(
    _ context: UnsafeMutableRawPointer?, _ name: Int32, _ value: UnsafePointer<UInt8>?, _ length: Int, _ start: Int,
    _ end: Int
) -> Bool {
    guard let reading = reading(context) else { return false }
    let bytes = UnsafeBufferPointer(start: value, count: length)
    return reading.attempt { try reading.attribute(Name(id: name), bytes, start..<end) }
}

private func onText(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int, _ start: Int, _ end: Int
) -> Bool {
    guard let reading = reading(context) else { return false }
    let bytes = UnsafeBufferPointer(start: text, count: length)
    return reading.attempt { try reading.text(bytes, start..<max(start, end)) }
}

private func onEnd(_ context: UnsafeMutableRawPointer?, _ at: Int) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.end(at: at) }
}

private func onFault(
    _ context: UnsafeMutableRawPointer?, _ kind: CXMLFault, _ message: UnsafePointer<CChar>?, _ at: Int
) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.fault(kind, message.map { String(cString: $0) } ?? "", at: at) }
}
