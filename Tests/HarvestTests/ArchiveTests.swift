import Federation
import Foundation
import Reading
import Testing

@testable import Harvest

/// The archive keeps every distinct sequence of bytes once, for ever.
struct ArchiveTests {
    private func keep(_ text: String, in bench: Bench) throws -> VersionPart {
        let file = try bench.archive.newFile()
        try Array(text.utf8).withUnsafeBytes { try file.append($0) }
        return try bench.archive.keep(file, role: "body", coding: .identity, mediaType: nil, contentLimit: 1_000)
    }

    private func number(of path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }

    @Test func `a file lies under its fingerprint, and nobody may write to it`() throws {
        let bench = try Bench()
        let part = try keep("abc", in: bench)
        let hex = Fingerprint(of: "abc".utf8).hex
        #expect(bench.archive.wirePath(of: part) == "\(bench.folder)/archive/\(hex.prefix(2))/\(hex.dropFirst(2))")
        let mode = try FileManager.default.attributesOfItem(atPath: bench.archive.wirePath(of: part))[.posixPermissions]
        #expect((mode as? Int).map { $0 & 0o222 } == 0)
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `the same bytes again leave the file as it was`() throws {
        let bench = try Bench()
        let first = try keep("abc", in: bench)
        let before = try number(of: bench.archive.wirePath(of: first))
        let second = try keep("abc", in: bench)
        #expect(first == second)
        #expect(try number(of: bench.archive.wirePath(of: second)) == before)
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `a kept file of another length is damage, not a match`() throws {
        let bench = try Bench()
        let path = bench.archive.wirePath(of: try keep("abc", in: bench))
        try FileManager.default.removeItem(atPath: path)
        try Data("ab".utf8).write(to: URL(filePath: path))
        #expect(throws: DiskFault.self) { try keep("abc", in: bench) }
    }

    @Test func `a file that is not kept leaves nothing behind`() throws {
        let bench = try Bench()
        do {
            let file = try bench.archive.newFile()
            try [1, 2, 3].withUnsafeBytes { try file.append($0) }
            #expect(try bench.leftovers().count == 1)
        }
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `at start what a killed process left is removed, and what lives is not`() throws {
        let bench = try Bench()
        let living = try bench.archive.newFile()
        let incoming = bench.folder + "/archive/incoming"
        for name in ["old", "young"] { try Data("x".utf8).write(to: URL(filePath: "\(incoming)/\(name)")) }
        let long = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
        try FileManager.default.setAttributes(long, ofItemAtPath: "\(incoming)/old")
        try FileManager.default.setAttributes(long, ofItemAtPath: living.path)
        _ = try Archive(root: bench.folder + "/archive")
        #expect(Set(try bench.leftovers()) == ["young", URL(filePath: living.path).lastPathComponent])
    }

    @Test func `a range is shown from the decoded content, and no more than asked for`() throws {
        let bench = try Bench()
        let file = try bench.archive.newFile()
        let text = String(repeating: "0123456789", count: 30_000)
        try Deflation.gzip(Array(text.utf8)).withUnsafeBytes { try file.append($0) }
        let part = try bench.archive.keep(
            file, role: "body", coding: .gzip, mediaType: nil, contentLimit: 1 << 20)
        let shown = { (range: Range<Int>, limit: Int) in
            try String(decoding: bench.archive.rawBytes(of: part, range: range, limit: limit), as: UTF8.self)
        }
        #expect(try shown(200_003..<200_006, 100) == "345")
        #expect(try shown(65_534..<65_538, 100) == "4567")
        #expect(try shown(0..<300_000, 5) == "01234")
        #expect(try shown(299_998..<300_009, 100) == "89")
        #expect(try shown(400_000..<400_009, 100) == "")
    }

    @Test func `a file that a person hands in is a body, gzip or plain`() throws {
        let bench = try Bench()
        let path = bench.folder + "/file"
        for (bytes, coding) in try [
            (Array("abc".utf8), ContentCoding.identity), (Deflation.gzip(Array("abc".utf8)), .gzip),
        ] {
            try Data(bytes).write(to: URL(filePath: path))
            let part = try bench.archive.keepFile(at: path, limits: .test)
            #expect(part.role == "body" && part.coding == coding && part.mediaType == nil)
            #expect(part.content == Fingerprint(of: "abc".utf8))
            #expect(part.wire == Fingerprint(of: bytes))
        }
        let tooLong = #expect(throws: FeedFailure.self) {
            try bench.archive.keepFile(at: path, limits: .test { $0.wireBytes = 2 })
        }
        #expect(tooLong?.code == "body-too-large")
        #expect(throws: (any Error).self) { try bench.archive.keepFile(at: path + "-none", limits: .test) }
        #expect(try bench.leftovers().isEmpty)
    }
}
