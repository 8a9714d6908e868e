import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `A scenario written down` {
    private func document(volumes: Bool = false) throws -> ScenarioDocument {
        let input = try Sample.input()
        let list = try PriceList.compute(input)
        let group = try #require(list.drg.first { $0.group.drg == "T01N" })
        let entry = Volumes.Entry(
            line: group.id, region: try Sample.slug("uppsala"), provider: "akademiska", cases: 10)
        let scenario = try PriceScenario.compute(
            input, name: "Lägre poängpris", changes: [.pointPrice(id: "region", amount: Amount(ore: 7_000_000))],
            volumes: volumes ? Volumes([entry]) : nil)
        return ScenarioDocument(scenario, regions: try Sample.regions(), codes: Sample.codes)
    }

    private static let mark = "SCENARIO, kan inte antas: Lägre poängpris"

    @Test
    func `its words begin and end by saying that it is none to adopt`() throws {
        let lines = try document().lines(in: .swedish, limit: 5)
        #expect(lines.first == Self.mark)
        #expect(lines.last == Self.mark)
        #expect(try document().lines(in: .english, limit: 5).first == "SCENARIO, cannot be adopted: Lägre poängpris")
        #expect(lines.contains { $0.replacing("\u{A0}", with: " ") == "  – poängpris ”region”: 70 000 kr" })
    }

    @Test
    func `with volumes it says what the cases cost, by region and in all`() throws {
        let lines = try document(volumes: true).lines(in: .swedish, limit: 5).map { $0.replacing("\u{A0}", with: " ") }
        // 1.942 × 74 750 = 145 164.50, rounded 145 165; 1.942 × 70 000 = 135 940; ten cases.
        let region = try #require(lines.first { $0.hasPrefix("  Region Uppsala") })
        #expect(region.contains("1 451 650 kr"))
        #expect(region.contains("1 359 400 kr"))
        #expect(region.contains("−92 250 kr"))
        #expect(lines.contains { $0.hasPrefix("  Alla") && $0.contains("−92 250 kr") })
    }

    @Test
    func `its JSON is marked, and has every line`() throws {
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(try document(volumes: true).json())) as? [String: Any])
        #expect(object["format"] as? String == "scenario-1")
        #expect((object["marks"] as? [String])?.first == "scenario")
        #expect((object["warning"] as? [String: String])?["sv"] == Self.mark)
        let scenario = try document().scenario
        #expect((object["lines"] as? [[String: Any]])?.count == scenario.lines.count)
        #expect((object["total"] as? [String: Any])?["effect"] as? String == "-92250.00")
    }

    @Test
    func `every row of its tables says that it is a scenario`() throws {
        for rendering in try document(volumes: true).renderings() where rendering.suffix.hasSuffix("csv") {
            let rows = String(decoding: rendering.bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
            #expect(rows.count == (try document().scenario.lines.count) + 1)
            #expect(rows.dropFirst().allSatisfy { $0.contains("SCENARIO, ") && $0.contains("Lägre poängpris") })
        }
    }

    @Test
    func `the table for Excel has decimal commas, and runs nothing`() throws {
        let excel = try #require(try document().renderings().last)
        let text = String(decoding: excel.bytes, as: UTF8.self)
        #expect(text.contains(";-92250") == false)
        #expect(text.contains("145165,00;135940,00;-9225,00"))
        #expect(text.contains(";'=SUMMA(A1);"))
    }
}
