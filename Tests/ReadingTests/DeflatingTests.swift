import Testing

@testable import Reading

/// Compression piece by piece.
@Suite struct DeflatingTests {
    private func all(_ source: any ByteSource, by size: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: size)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }

    @Test(arguments: [0, 1, 1000, 65_536, 200_001], [7, 65_536])
    func `what is compressed in pieces is what is compressed at once`(length: Int, size: Int) throws {
        let plain = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
        let packed = try all(try DeflatingSource(MemorySource(plain)), by: size)
        #expect(packed == (try Deflation.gzip(plain)))
        #expect(try all(try InflatingSource(MemorySource(packed), coding: .gzip, limits: .feed), by: 4096) == plain)
    }
}
