import Federation
import Foundation
import Testing

@testable import Pricing

/// Prices against Python's exact fractions; the proofs ask for more of them by `SAMVERKAN_PROVE_PRICES`.
@Suite struct OracleTests {
    @Test func `random prices agree with exact fractions to the öre`() throws {
        let count = ProcessInfo.processInfo.environment["SAMVERKAN_PROVE_PRICES"].flatMap(Int.init) ?? 4_000
        let folder = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = folder.appending(path: "prices.txt")
        try Data(try priceLines(count).joined().utf8).write(to: lines)

        let oracle = Process()
        oracle.executableURL = URL(filePath: "/usr/bin/python3")
        oracle.arguments = ["-I", oraclePath]
        oracle.standardInput = try FileHandle(forReadingFrom: lines)
        let output = Pipe()
        oracle.standardOutput = output
        try oracle.run()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        oracle.waitUntilExit()
        #expect(oracle.terminationStatus == 0, "\(String(decoding: told.suffix(2_000), as: UTF8.self))")
        #expect(String(decoding: told, as: UTF8.self).hasSuffix("\(count) prices checked, 0 wrong\n"))
    }

    private var oraclePath: String {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Oracles/prices.py").path()
    }

    /// Lines `weight point mode unit price`; every eighth is made to be a tie.
    private func priceLines(_ count: Int) throws -> [String] {
        var numbers = OrderTests.Numbers(state: 2023)
        return try (0..<count).map { index in
            let isTie = index.isMultiple(of: 8)
            let scale = isTie ? 1 : Int.random(in: 1...4, using: &numbers)
            let weight = ExactDecimal(units: isTie ? 5 : .random(in: 0...99_999, using: &numbers), scale: scale)
            let kronor = Int64.random(in: index.isMultiple(of: 3) ? 0...1_000_000_000_000 : 0...99_999, using: &numbers)
            let ore = isTie ? 0 : Int64.random(in: 0...99, using: &numbers)
            let point = Amount(ore: kronor * 100 + ore)
            let mode = Rounding.Mode.allCases[Int.random(in: 0...1, using: &numbers)]
            let unit = Rounding.Unit.allCases[Int.random(in: 0...1, using: &numbers)]
            let rounding = Rounding(id: "rule", unit: unit, mode: mode)
            let price = try #require(rounding.round(ExactProduct(point, times: weight)))
            return "\(weight.text) \(point.wire) \(mode.rawValue) \(unit.rawValue) \(price.wire)\n"
        }
    }
}
