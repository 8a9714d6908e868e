import Foundation
import Pricing
import Testing

@testable import Intake

/// Prices are passed on while the document is read.
struct PriceSinkTests {
    private struct DiskFull: Error {}

    @Test func `prices after an error are not passed on, and those before it do not count`() throws {
        let lines = try Base.text("price.xml").components(separatedBy: "<careService>")
        let bad = lines[3].replacing("<amount>", with: "<amount>x")
        #expect(bad != lines[3])
        let text = (lines[..<3] + [bad] + lines[4...]).joined(separator: "<careService>")
        var passed = 0
        let examination = try Workbench().examine([Part(bytes: Array(text.utf8))]) { _ in passed += 1 }
        #expect(examination.verdict == .refused && examination.submission == nil)
        var whole = 0
        _ = try Workbench().examine([Part(bytes: Array(Base.text("price.xml").utf8))]) { _ in whole += 1 }
        #expect(passed > 0 && passed < whole - 1)
    }

    @Test func `where a price cannot be kept the examination ends with the reason, and no finding`() throws {
        let part = Part(bytes: Array(try Base.text("price.xml").utf8))
        #expect(throws: DiskFull.self) { try Workbench().examine([part]) { _ in throw DiskFull() } }
        let json = Part(bytes: Array(try Base.text("price.json").utf8))
        #expect(throws: DiskFull.self) { try Workbench().examine([json], region: "jsonby") { _ in throw DiskFull() } }
    }
}
