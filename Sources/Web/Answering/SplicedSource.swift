import Reading

/// A page with something set in behind its head; the rest goes by as it is.
final class SplicedSource: ByteSource {
    /// How far into a page its head may end, in bytes.
    private static let headBytes = 256 << 10

    private let start: MemorySource
    private let rest: any ByteSource
    private var isInRest = false

    /// The bytes of a page with an insertion after the first `mark`, or before everything where there is none.
    init(_ page: any ByteSource, inserting insertion: [UInt8], after mark: String) throws {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var end: Int?
        while end == nil, head.count < SplicedSource.headBytes {
            let count = try buffer.withUnsafeMutableBytes { try page.read(into: $0) }
            if count == 0 { break }
            head += buffer.prefix(count)
            end = head.firstRange(of: Array(mark.utf8))?.upperBound
        }
        let place = end ?? 0
        start = MemorySource(Array(head[..<place]) + insertion + head[place...])
        rest = page
    }

    /// Copies what comes next.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if !isInRest {
            let count = start.read(into: buffer)
            if count > 0 { return count }
            isInRest = true
        }
        return try rest.read(into: buffer)
    }
}
