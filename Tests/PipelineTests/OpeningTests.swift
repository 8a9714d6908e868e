import Federation
import Foundation
import Pipeline
import Pricing
import RegionSimulator
import Testing

/// The list of the year before, from the file to the findings of the first year that is held against it.
struct OpeningTests {
    @Test func `measures and surcharges of the file are held against what the regions deliver`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await opened(bench) { $0 }
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let sound = try await gateway.review(year(2023), useLastGood: false)
            let built = try await gateway.build(year(2023), useLastGood: false).list
            #expect(built.missing.isEmpty)
            #expect(!sound.codes.contains("measure-changed"))
            let compared = try await gateway.differences(from: try year(2022), to: try year(2023))
            #expect(Set(compared.comparedSections) == [.careService, .surcharge])
            #expect(compared.new.allSatisfy { $0.key.section == .careService })
            let surcharge = try #require(built.surcharges.first)

            // Another file of the same list: every visit was by the minute, one surcharge cost a thirty-third, and one
            // more stood there.
            let wrong = try await opened(bench) { text in
                let start = try #require(text.firstRange(of: "\"surcharges\"")).lowerBound
                let services = text[..<start].replacing("\"doctorVisit\"", with: "\"minute\"")
                let more = """
                    {"region":"varmland","provider":"\(surcharge.surcharge.provider)","code":"BORTA-1","text":"Borta",\
                    "measure":"piece","amount":"10.00"},
                    """
                var rest = text[start...]
                let bracket = try #require(rest.firstIndex(of: "["))
                rest.insert(contentsOf: more, at: rest.index(after: bracket))
                return String(services + rest)
            }
            let review = try await wrong.review(year(2023), useLastGood: false)
            #expect(review.codes.contains("measure-changed") && review.codes.contains("missing-line-gone"))
            let gone = try await wrong.build(year(2023), useLastGood: false).list.missing
            #expect(gone.map(\.code) == ["BORTA-1"] && gone.map(\.reason) == [.lineGone])
            #expect(gone.map(\.region) == [try slug("varmland")])
        }
    }

    /// A gateway over the data folder after the simulated list of 2022, changed, was taken in.
    private func opened(_ bench: Bench, _ change: (String) throws -> String) async throws -> Gateway {
        let text = String(
            decoding: SimulatedPriceList.adopted2022(plan: SimulationPlan(rows: Bench.rows)), as: UTF8.self)
        let file = try bench.file("adopted.json", Array(try change(text).utf8))
        let decision = BoardDecision(reference: "SN 2021-0029 § 52", day: try #require(Day("2021-12-03")))
        let result = try await bench.gateway(premises: Bench.loaded.get()).open(
            try year(2022), file: file, decision: decision)
        #expect(result.findings.isEmpty && result.edition?.isNew == true)
        #expect(result.careServices > 0 && result.surcharges > 0)
        return try bench.gateway()
    }
}

extension ListReview {
    /// The codes of what stands in the way of a proposal.
    fileprivate var codes: Set<String> { Set(blocking.map(\.finding.code)) }
}
