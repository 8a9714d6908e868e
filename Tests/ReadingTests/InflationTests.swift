import Federation
import Foundation
import Reading
import Testing

@Suite struct InflationTests {
    private let text = Array(String(repeating: "Vårdtjänst 2590,00\n", count: 10_000).utf8)

    private func inflate(
        _ bytes: [UInt8], _ coding: ContentCoding = .gzip, limits: ReadingLimits = .small
    ) throws -> [UInt8] {
        var content: [UInt8] = []
        let (fingerprint, length) = try Inflation.copy(from: MemorySource(bytes), coding: coding, limits: limits) {
            content.append(contentsOf: $0)
        }
        #expect(length == content.count)
        #expect(fingerprint == Fingerprint(of: content))
        return content
    }

    private func code(_ bytes: [UInt8], _ coding: ContentCoding = .gzip, limits: ReadingLimits = .small) -> String? {
        faulting { _ = try inflate(bytes, coding, limits: limits) }?.code
    }

    /// The zlib format of the same bytes: the same deflate stream between another header and another checksum.
    private func zlib(_ bytes: [UInt8]) throws -> [UInt8] {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let checksum = (high << 16 | low).bigEndian
        return try [0x78, 0x9C] + Deflation.gzip(bytes).dropFirst(10).dropLast(8)
            + withUnsafeBytes(of: checksum) { Array($0) }
    }

    @Test func `gzip, deflate and plain bytes give the content with its fingerprint`() throws {
        #expect(try inflate(Deflation.gzip(text)) == text)
        #expect(try inflate(zlib(text), .deflate) == text)
        #expect(try inflate(text, .identity) == text)
        #expect(try inflate([], .identity) == [])
        #expect(try inflate(Deflation.gzip([])) == [])
    }

    @Test func `gzip of the same bytes is the same and holds no time`() throws {
        let once = try Deflation.gzip(text)
        #expect(try Deflation.gzip(text) == once)
        #expect(once[4..<8].elementsEqual([0, 0, 0, 0]))
    }

    @Test func `a body that is cut anywhere is refused`() throws {
        let whole = try Deflation.gzip("<a>Vårdtjänst</a>".bytes)
        for length in 0..<whole.count { #expect(code(Array(whole[..<length])) == "inflate-cut-short") }
        let zipped = try zlib(text)
        #expect(code(Array(zipped.dropLast()), .deflate) == "inflate-cut-short")
    }

    @Test func `a wrong checksum or a broken body is refused`() throws {
        var bytes = try Deflation.gzip(text)
        bytes[bytes.count - 6] ^= 1
        #expect(code(bytes) == "inflate-corrupt")
        bytes = try Deflation.gzip(text)
        bytes[bytes.count - 1] ^= 1
        #expect(code(bytes) == "inflate-corrupt")
    }

    @Test func `bytes after the end are refused, another member too`() throws {
        let whole = try Deflation.gzip(text)
        #expect(code(whole + [0]) == "inflate-trailing-bytes")
        #expect(code(whole + whole) == "inflate-trailing-bytes")
        let filling = try Deflation.gzip((0..<200_000).map { _ in UInt8.random(in: 0...255) })
        #expect(code(filling + [0]) == "inflate-trailing-bytes")
    }

    @Test func `a body that says gzip and is plain is refused`() throws {
        #expect(code("<a/>".bytes) == "inflate-not-gzip")
        #expect(code("<a/>".bytes, .deflate) == "inflate-not-gzip")
        #expect(try code(Deflation.gzip(text), .deflate) == "inflate-not-gzip")
    }

    @Test func `a bomb is stopped at the limit`() throws {
        let bomb = try Deflation.gzip([UInt8](repeating: 0x20, count: 8 << 20))
        #expect(bomb.count < 10_000)
        let limits = ReadingLimits(wireBytes: 1 << 20, contentBytes: 1 << 20)
        #expect(code(bomb, limits: limits) == "inflate-too-large")
        #expect(code([UInt8](repeating: 0x20, count: 2 << 20), .identity, limits: limits) == "content-too-large")
    }

    @Test func `a bomb is stopped long before the limit, and a large honest file is not`() throws {
        let blanks = [UInt8](repeating: 0x20, count: 1 << 20)
        let bomb = try Deflation.gzip(Array("<a/>".utf8) + Array(repeatElement(blanks, count: 17).joined()))
        let source = try InflatingSource(MemorySource(bomb), coding: .gzip, limits: .feed)
        #expect(faulting { try drain(source) } == ReadingFault("inflate-too-large", ["limit": "16777216"]))
        #expect(source.contentLength < 17 << 20)

        var state: UInt64 = 1
        let lines = (0..<420_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "<careService><code>KIR01</code><amount>\(state >> 44).00</amount></careService>\n"
        }
        let honest = Array(lines.joined().utf8)
        let packed = try Deflation.gzip(honest)
        #expect(honest.count > 16 << 20 && honest.count / packed.count > 5)
        let whole = try InflatingSource(MemorySource(packed), coding: .gzip, limits: .feed)
        try drain(whole)
        #expect(whole.contentLength == honest.count)
    }

    private func drain(_ source: InflatingSource) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { buffer.deallocate() }
        while try source.read(into: buffer) > 0 {}
    }

    @Test func `a compressed document is read while it is inflated`() throws {
        let names = NameTable()
        let log = EventLog(names: names)
        let source = try InflatingSource(DripSource(Deflation.gzip("<a>å</a>".bytes)), coding: .gzip)
        try DocumentReader(format: .xml, names: names).read(source, handler: log)
        #expect(log.lines.count == 3)
        #expect(source.contentLength == 9)
    }

    @Test func `a file is read to its end and a missing one is told`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        #expect(throws: FileFault.self) { try FileSource(path: path) }
        try Data(text).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let copied = try Inflation.copy(from: FileSource(path: path), coding: .identity)
        #expect(copied.content == Fingerprint(of: text))
    }
}
