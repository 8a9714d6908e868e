/// Cuts pieces out of a content while it is read once, however many they are; they may overlap.
package enum RangeCutter {
    /// Calls `body` with the bytes of each range, in order of where the ranges end. A range that goes past the content's
    /// end comes with the bytes that there are.
    package static func cut(
        _ ranges: [Range<Int>], of source: some ByteSource, _ body: (Range<Int>, [UInt8]) throws -> Void
    ) throws {
        let order = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var next = order[...]
        var open: [(range: Range<Int>, bytes: [UInt8])] = []
        var position = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !next.isEmpty || !open.isEmpty {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            let end = position + count
            while let first = next.first, first.lowerBound < end || count == 0 {
                open.append((next.removeFirst(), []))
            }
            for index in open.indices {
                let piece = open[index].range.clamped(to: position..<end)
                open[index].bytes += buffer[piece.lowerBound - position..<piece.upperBound - position]
            }
            for piece in open where piece.range.upperBound <= end || count == 0 { try body(piece.range, piece.bytes) }
            open.removeAll { $0.range.upperBound <= end || count == 0 }
            position = end
        }
    }
}
