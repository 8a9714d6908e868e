import Federation
import Foundation
import Pipeline
import Pricing
import RegionSimulator
import Testing

/// Every price is explained down to the words that the region sent.
struct ExplanationChainTests {
    @Test func `a delivered price is explained by the raw text that holds it, in each of the seven layouts`()
        async throws
    {
        try await withRegions { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            for region in SimulatedRegion.slugs {
                let lines = list.careServices.filter { $0.region == region && $0.basis == .delivered }
                for line in lines {
                    let raw = try #require(try await rawTexts(list.explain(line), gateway).first)
                    #expect(raw.holds(line.amount), "\(region): \(raw)")
                    // Bytes of another encoding would not read as the Swedish that they are.
                    #expect(raw.contains(line.service.text), "\(region): \(raw)")
                }
                #expect(lines.contains { !$0.service.text.utf8.allSatisfy { $0 < 0x80 } }, "\(region)")
            }
        }
    }

    @Test func `last year's price is explained by its line in the file that was read in`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            let indexed = list.careServices.filter { $0.basis != .delivered }
            #expect(!indexed.isEmpty)
            for line in indexed {
                guard case .indexed(let last) = line.basis else { continue }
                let explained = try #require(try await gateway.explain(line.id)).explanation
                let input = try #require(
                    explained.steps.flatMap(\.inputs).first { $0.value == .previousAmount(last) })
                let excerpt = try #require(input.excerpt)
                #expect(excerpt.text.contains(line.service.code) && excerpt.text.contains(last.wire))
                #expect(excerpt.path?.hasPrefix("/careServices/") == true)
                // The bytes at the place that is given are the line.
                let found = try #require(excerpt.foundAt)
                let file = try #require(try gateway.archive.document(found.file))
                let start = Int(found.place.offset)
                #expect(String(decoding: file[start..<start + Int(found.place.length)], as: UTF8.self) == excerpt.text)
            }
        }
    }

    @Test func `a price is not explained by an archive that is damaged`() async throws {
        try await withRegions(["varmland"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            let line = try #require(list.careServices.first)
            let kept = try #require(
                try await gateway.store.currentVersion(region: try slug("varmland"), kind: .priceList))
            let file = gateway.archive.wirePath(of: try #require(kept.version.parts.first))
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
            try Data().write(to: URL(filePath: file))
            await #expect(throws: CommandError.self) { try await gateway.explain(line.id) }
            try FileManager.default.removeItem(atPath: file)
            await #expect(throws: CommandError.self) { try await gateway.explain(line.id) }
        }
    }

    @Test func `lines of every section are explained by their ids`() async throws {
        try await withRegions(["varmland", "vastmanland"]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            #expect(try await gateway.explain(try #require(LineID("cs-0000000000000000"))) == nil)
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let list = try await gateway.build(try year(2023), useLastGood: false).list
            let group = try #require(list.drg.first)
            #expect(
                try await explanation(group.id, gateway).steps.map(\.operation.code) == [
                    "weight-times-point-price", "rounded",
                ])
            let raised = try #require(list.careServices.first { $0.basis != .delivered })
            let explained = try await explanation(raised.id, gateway)
            #expect(explained.steps.map(\.operation.code) == ["last-year-raised", "rounded"])
            #expect(explained.result == raised.amount)
            #expect(explained.steps[0].inputs.compactMap(\.excerpt).count == 2)
            for surcharge in list.surcharges {
                let raw = try await explanation(surcharge.id, gateway).steps[0].inputs[0].excerpt?.text
                #expect(raw?.holds(surcharge.amount) == true)
            }
            for price in list.drgFixedPrices {
                let raw = try await explanation(price.id, gateway).steps[0].inputs[0].excerpt?.text
                #expect(raw?.holds(price.amount) == true)
            }
            #expect(!list.surcharges.isEmpty && !list.drgFixedPrices.isEmpty)
        }
    }

    private func explanation(_ id: LineID, _ gateway: Gateway) async throws -> Explanation {
        try #require(try await gateway.explain(id)).explanation
    }

    private func rawTexts(_ explanation: Explanation, _ gateway: Gateway) async throws -> [String] {
        try await gateway.withExcerpts([explanation])[0].steps.flatMap(\.inputs).compactMap(\.excerpt?.text)
    }
}

extension String {
    /// Whether the kronor of the amount stand here, however the layout groups digits.
    func holds(_ amount: Amount) -> Bool {
        filter { ![" ", "\u{A0}", "\u{202F}"].contains($0) }.contains(String(amount.ore / 100))
    }
}
