import CJSONReader

extension CJSONEvents {
    /// The functions that RapidJSON calls, each passing its event on to the reading, which must stay in its place.
    init(_ reading: UnsafeMutablePointer<JSONReading>) {
        self.init(
            context: reading,
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

/// Runs the body of an event; false, with the error kept, where it throws.
private func attempt(
    _ context: UnsafeMutableRawPointer?, _ body: (inout JSONReading) throws -> Void
) -> Bool {
    guard let reading = context?.assumingMemoryBound(to: JSONReading.self), reading.pointee.failure == nil else {
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

private func onRefill(
    _ context: UnsafeMutableRawPointer?, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<UInt8>? {
    var piece = UnsafeRawBufferPointer(start: nil, count: 0)
    _ = attempt(context) { piece = try $0.refill() }
    length?.pointee = piece.count
    return piece.bindMemory(to: UInt8.self).baseAddress
}

private func onKey(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ length: Int, _ end: Int
) -> Bool {
    return attempt(context) { try $0.key(UnsafeBufferPointer(start: text, count: length), end: end) }
}

private func onScalar(
    _ context: UnsafeMutableRawPointer?, _ kind: CJSONScalar, _ text: UnsafePointer<UInt8>?, _ length: Int, _ end: Int
) -> Bool {
    return attempt(context) { try $0.scalar(kind, UnsafeBufferPointer(start: text, count: length), end: end) }
}

private func onOpen(_ context: UnsafeMutableRawPointer?, _ isObject: Bool) -> Bool {
    return attempt(context) { try $0.open(isObject: isObject) }
}

private func onClose(_ context: UnsafeMutableRawPointer?, _ isObject: Bool) -> Bool {
    return attempt(context) { try $0.close() }
}
