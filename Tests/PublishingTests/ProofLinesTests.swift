import Federation
import Publishing
import Testing

@testable import Pricing

struct `The proof of completeness in a terminal` {
    private func proof() throws -> CompletenessProof {
        let input = try Sample.input()
        return try PriceList.compute(input).completenessProof(input)
    }

    @Test
    func `groups are those with a price and those without`() throws {
        let lines = try proof().lines(regions: try Sample.regions(), in: .swedish)
        #expect(lines.first == "Fullständighet")
        #expect(lines.contains("  Viktlista clinic: 2 DRG-grupper = 2 med pris + 0 utan"))
    }

    @Test
    func `records delivered are lines of the list, and records without a price to raise`() throws {
        let lines = try proof().lines(regions: try Sample.regions(), in: .swedish)
        // Uppsala delivers four services, a fixed price and a surcharge; of Värmland's two services one has no price.
        #expect(lines.contains { $0.matches(of: /^ +Region Uppsala +6 +6 +0 +1 +1 +0 +0$/).count == 1 }, "\(lines)")
        #expect(lines.contains { $0.matches(of: /^ +Region Värmland +2 +1 +1 +0 +0 +0 +0$/).count == 1 }, "\(lines)")
        #expect(lines.last == "  Det går ihop: inget har försvunnit mellan underlag och lista.")
    }

    @Test
    func `what does not add up is told line by line, as a fault of the program`() throws {
        let input = try Sample.input()
        let line = LineID(.careService, key: ["x"])
        let whole = try PriceList.compute(input).completenessProof(input)
        let broken = CompletenessProof(
            weightLists: whole.weightLists, regions: whole.regions,
            gaps: [
                .lastYear(line), .records(try Sample.slug("uppsala"), .careService, delivered: 4, found: 3),
                .group(weightList: "clinic", drg: "T10N", typeOfCare: .inpatient),
            ])
        let lines = broken.lines(regions: try Sample.regions(), in: .swedish)
        #expect(lines.contains { $0.hasPrefix("  FEL: 3 saker går inte ihop.") })
        #expect(lines.contains("    – rad \(line) i förra årets lista"))
        #expect(lines.contains("    – uppsala, vårdtjänster: 4 poster men 3 rader och besked"))
        #expect(broken.lines(regions: [], in: .english).contains { $0.contains("do not propose the list") })
        let one = CompletenessProof(
            weightLists: [], regions: [],
            gaps: [.records(try Sample.slug("uppsala"), .careService, delivered: 1, found: 0)])
        #expect(one.lines(regions: [], in: .swedish).contains { $0.hasPrefix("  FEL: 1 sak går inte ihop.") })
        #expect(one.lines(regions: [], in: .swedish).contains { $0.hasSuffix("1 post men 0 rader och besked") })
        #expect(one.lines(regions: [], in: .english).contains { $0.hasPrefix("  WRONG: 1 thing does not add up.") })
    }
}
