import Federation
import Reading
import Testing

@testable import Harvest

/// Bodies in a content coding: kept as they came, decoded once for the content's name.
struct GzipTests {
    private static let plain = Array("<a>\(String(repeating: "pris ", count: 2_000))</a>".utf8)

    private func part(_ body: [UInt8], coding: String = "gzip", _ limits: FetchLimits = .test) async throws -> (
        Bench, VersionPart
    ) {
        let server = try ScriptedServer { _ in [.ok(body, ["Content-Encoding: \(coding)"])] }
        let bench = try Bench(limits)
        return (bench, try #require(try await bench.download(server.url()).parts.first).part)
    }

    @Test func `a gzip body is kept as it came and named by its content too`() async throws {
        let packed = try Deflation.gzip(Self.plain)
        let (bench, part) = try await part(packed)
        #expect(part.wire == Fingerprint(of: packed) && part.wireLength == packed.count)
        #expect(part.content == Fingerprint(of: Self.plain) && part.contentLength == Self.plain.count)
        #expect(part.coding == .gzip)
        #expect(try bench.archive.rawBytes(of: part, range: 3..<7, limit: 100) == Array("pris".utf8))
    }

    @Test(arguments: ["br", "deflate, gzip", "gzip, br"])
    func `a body in a coding that nobody here can undo is kept as it came, and opening it says why`(
        coding: String
    ) async throws {
        let (bench, part) = try await part(Self.plain, coding: coding)
        #expect(part.coding == .unknown && part.content == nil && part.contentLength == 0)
        #expect(part.wire == Fingerprint(of: Self.plain) && bench.archive.has(part.wire))
        #expect(throws: ReadingFault("coding-unknown")) { try bench.archive.open(part) }
    }

    @Test(arguments: ["cut", "damaged", "longer", "plain", "bomb"])
    func `a body that cannot be decoded is kept without content`(kind: String) async throws {
        var packed = try Deflation.gzip(Self.plain)
        switch kind {
        case "cut": packed.removeLast(9)
        case "damaged": packed[packed.count - 6] ^= 1
        case "longer": packed += [1, 2, 3]
        case "plain": packed = Self.plain
        default: packed = try Deflation.gzip([UInt8](repeating: 32, count: 3 << 20))
        }
        let (bench, part) = try await part(packed)
        #expect(part.content == nil && part.contentLength == 0)
        // Under another coding the same bytes are another delivery.
        #expect(part.identity != Fingerprint(of: packed))
        #expect(bench.archive.has(part.wire))
    }

    @Test func `all parts together stay within the limit of content`() async throws {
        let page = try Deflation.gzip(Array("{\"next\":\"/b\"}\(String(repeating: " ", count: 700_000))".utf8))
        let server = try ScriptedServer { _ in [.ok(page, ["Content-Encoding: gzip"])] }
        let failure = try await Bench().failure(server.url("/a"), parts: .pages(next: "/next"))
        #expect(failure.code == "body-too-large")
        #expect(server.requests.map(\.path) == ["/a", "/b"])
    }

    @Test func `of several layers one is undone, and the reader meets the next`() async throws {
        let inner = try Deflation.gzip(Self.plain)
        let (_, part) = try await part(Deflation.gzip(inner), coding: "gzip, gzip")
        #expect(part.content == Fingerprint(of: inner))
    }
}
