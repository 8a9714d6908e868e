import CJSONReader

extension CJSONEvents {
    /// The functions that RapidJSON calls, each passing its event on to the reading, which must outlive their use.
    init(_ reading: JSONReading) {
        self.init(
            context: Unmanaged.passUnretained(reading).toOpaque(),
            refill: onRefill, key: onKey, scalar: onScalar, open: onOpen, close: onClose)
    }
}

extension Scalar.Kind {
    init(_ kind: CJSONScalar) {
        switch kind {
        case CJSONString: self = .string
        case CJSONNumber: self = .number
        case CJSONNull: self = .null
        default: self = .boolean
        }
    }
}

private func reading(_ context: UnsafeMutableRawPointer?) -> JSONReading? {
    context.map { Unmanaged<JSONReading>.fromOpaque($0).takeUnretainedValue() }
}

private func onRefill(
    _ context: UnsafeMutableRawPointer?, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    guard let reading = reading(context) else { return nil }
    var piece = UnsafeRawBufferPointer(start: nil, count: 0)
    _ = reading.attempt { piece = try reading.refill() }
    length?.pointee = piece.count
    return piece.bindMemory(to: UInt8.self).baseAddress
}

private func onKey(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int, _ end: Int
) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.key(UnsafeBufferPointer(start: text, count: length), end: end) }
}

private func onScalar(
    _ context: UnsafeMutableRawPointer?, _ kind: CJSONScalar, _ text: UnsafePointer<UInt8>?, _ length: Int, _ end: Int
) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.scalar(kind, UnsafeBufferPointer(start: text, count: length), end: end) }
}

private func onOpen(_ context: UnsafeMutableRawPointer?, _ isObject: Bool) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.open(isObject: isObject) }
}

private func onClose(_ context: UnsafeMutableRawPointer?, _ isObject: Bool) -> Bool {
    guard let reading = reading(context) else { return false }
    return reading.attempt { try reading.close() }
}
