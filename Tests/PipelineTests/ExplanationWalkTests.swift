import Federation
import Foundation
import Pipeline
import Pricing
import RegionSimulator
import Testing

/// A whole list of seven regions, defended line by line.
struct ExplanationWalkTests {
    @Test
    func `every line can be computed again from its explanation alone, and every quoted text stands where it says`()
        async throws
    {
        try await withRegions { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            let lines = list.amounts
            #expect(lines.count > 1000)
            let explanations = try await gateway.withExcerpts(lines.map { try #require(list.explain($0.id)) })
            for (line, explanation) in zip(lines, explanations) {
                #expect(explanation.line == line.id)
                #expect(recomputed(explanation) == line.amount, "\(line.id)")
            }
            try await expectTruth(of: explanations, gateway)
        }
    }

    /// The price by the explanation's inputs only, in whole numbers; nil where they do not suffice.
    private func recomputed(_ explanation: Explanation) -> Amount? {
        var weight: ExactDecimal?
        var points: Amount?
        var last: Amount?
        var percent: ExactDecimal?
        var delivered: Amount?
        var rule: Rounding?
        for input in explanation.steps.flatMap(\.inputs) {
            switch input.value {
            case .weight(let value): weight = value
            case .pointPrice(let value): points = value
            case .previousAmount(let value): last = value
            case .percent(let value): percent = value
            case .rounding(let value): rule = value
            case .deliveredAmount(let value): delivered = value
            default: break
            }
        }
        if let delivered { return delivered }
        guard let rule, rule.unit == .krona, rule.mode == .halfAwayFromZero else { return nil }
        if let weight, let points { return kronor(Int128(points.ore) * Int128(weight.units), tens: weight.scale + 2) }
        guard let last, let percent else { return nil }
        let hundred = (0..<percent.scale).reduce(Int128(100)) { number, _ in number * 10 }
        return kronor(Int128(last.ore) * (hundred + Int128(percent.units)), tens: percent.scale + 4)
    }

    /// Whole kronor of units that count ten to the power of minus `tens` kronor, half a krona upwards.
    private func kronor(_ units: Int128, tens: Int) -> Amount? {
        let one = (0..<tens).reduce(Int128(1)) { number, _ in number * 10 }
        return Int64(exactly: (2 * units + one) / (2 * one) * 100).map { Amount(ore: $0) }
    }

    private func expectTruth(of explanations: [Explanation], _ gateway: Gateway) async throws {
        var contents: [String: [UInt8]] = [:]
        var seen = 0
        for input in explanations.flatMap(\.steps).flatMap(\.inputs) {
            switch input.origin {
            case .delivery(let region, let version?, let place):
                let content = try await content(of: region, version, Int(place.part), gateway, &contents)
                let excerpt = try #require(input.excerpt)
                let bytes = Array(content[Int(place.offset)..<Int(place.offset) + Int(place.length)])
                // The regions write UTF-8, ISO-8859-1 or Windows-1252; what letters have in the former the latter has too.
                let text =
                    String(validating: bytes, as: UTF8.self) ?? String(data: Data(bytes), encoding: .windowsCP1252)
                #expect(excerpt.text == text && !excerpt.isCut, "\(region) \(place)")
                let before = content[..<Int(place.offset)]
                #expect(before.count { $0 == 0x0A } + 1 == Int(place.line), "\(region) \(place)")
                #expect(excerpt.path?.hasPrefix("/") == true)
                #expect(excerpt.before.count { $0 == "\n" } == min(3, Int(place.line) - 1), "\(region) \(place)")
                seen += 1
            case .weightList(_, _, let line):
                let excerpt = try #require(input.excerpt)
                guard case .weight(let weight) = input.value else { break }
                #expect(excerpt.text.contains(weight.text.replacing(".", with: ",")), "\(line)")
                seen += 1
            default: break
            }
        }
        #expect(seen >= explanations.count)
    }

    private func content(
        of region: RegionSlug, _ version: Fingerprint, _ part: Int, _ gateway: Gateway,
        _ contents: inout [String: [UInt8]]
    ) async throws -> [UInt8] {
        let key = "\(version.hex) \(part)"
        if let known = contents[key] { return known }
        let kept = try #require(
            try await gateway.store.versions(startingWith: version.hex).first { $0.version.region == region })
        let bytes = try gateway.archive.rawBytes(of: kept.version.parts[part], range: 0..<(1 << 30), limit: 1 << 30)
        contents[key] = bytes
        return bytes
    }
}

extension PriceList {
    /// All prices with their line ids.
    fileprivate var amounts: [(id: LineID, amount: Amount)] {
        drg.map { ($0.id, $0.amount) } + drgFixedPrices.map { ($0.id, $0.amount) }
            + careServices.map { ($0.id, $0.amount) } + surcharges.map { ($0.id, $0.amount) }
    }
}
