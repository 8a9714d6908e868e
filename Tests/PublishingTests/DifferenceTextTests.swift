import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `A comparison in words` {
    private func difference() throws -> (PriceListDifference, PriceListDocument) {
        let earlier = try Sample.document {
            $0.amounts = [Amount(ore: 100_000), Amount(ore: 200_000), Amount(ore: 5_000)]
        }
        let later = try Sample.document {
            $0.amounts = [Amount(ore: 110_050), Amount(ore: 150_000)]
            $0.surchargeAmount = Amount(ore: 123_456_889)
        }
        return (
            PriceListDifference.between(ComparedList(earlier.list, edition: 1), ComparedList(later.list)), later
        )
    }

    private func lines(_ language: Language = .swedish, limit: Int = 10) throws -> [String] {
        let (difference, document) = try difference()
        return DifferenceText(language, regions: document.regions, codes: document.codes, limit: limit)
            .lines(difference).map { $0.replacing("\u{A0}", with: " ") }
    }

    @Test
    func `it says between which lists`() throws {
        #expect(try lines().first == "Jämförelse: prislista 2023, utgåva 1 → prislista 2023, utkast")
        #expect(try lines(.english).first == "Comparison: price list 2023, edition 1 → price list 2023, draft")
    }

    @Test
    func `the page counts one line as one`() throws {
        let earlier = try Sample.document()
        let later = try Sample.document { $0.surchargeAmount = Amount(ore: 123_456_889) }
        let difference = PriceListDifference.between(ComparedList(earlier.list), ComparedList(later.list))
        let lead = { (language: Language) in
            let page = DifferencePage(
                difference, links: [], regions: later.regions, codes: later.codes, in: language)
            return String(decoding: try page.bytes(), as: UTF8.self)
        }
        #expect(try lead(.swedish).contains("1 rad ändrad, 0 nya, 0 borta."))
        #expect(try lead(.english).contains("1 line changed, 0 new, 0 gone."))
    }

    @Test
    func `it counts the lines of each region and adds up what changed`() throws {
        let lines = try lines()
        #expect(lines.contains { $0.hasPrefix("  DRG-priser, gemensamma") })
        #expect(
            lines.contains { $0.matches(of: /^  Region Uppsala +2 +2 +1 +0 +0 +1$/).count == 1 }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("  Region Uppsala") && $0.hasSuffix("−398,50 kr") })
    }

    @Test
    func `the greatest change comes first, with kronor and per cent`() throws {
        let lines = try lines()
        let heading = try #require(lines.firstIndex { $0.hasPrefix("Ändrade rader, störst ändring") })
        #expect(lines[heading].hasSuffix("(3)"))
        #expect(lines[heading + 1].contains("−500 kr"))
        #expect(lines[heading + 1].contains("−25,0 %"))
        #expect(lines[heading + 1].contains("2 000 kr → 1 500 kr"))
        #expect(lines[heading + 1].contains("Akademiska sjukhuset · Kirurgkliniken · K2"))
        #expect(lines[heading + 2].contains("+100,50 kr"))
        #expect(lines[heading + 3].contains("+1 kr"))
    }

    @Test
    func `beyond the limit lines are only counted`() throws {
        let lines = try lines(limit: 1)
        #expect(lines.contains { $0.hasSuffix("(1 av 3)") })
        #expect(lines.filter { $0.contains(" → ") }.count == 2)
    }

    @Test
    func `a line that is gone is named with what it cost`() throws {
        let lines = try lines()
        let heading = try #require(lines.firstIndex { $0.hasPrefix("Borttagna rader") })
        #expect(lines[heading + 1].hasPrefix("  50 kr  Region Uppsala · Akademiska sjukhuset · Kirurgkliniken · K3"))
    }

    @Test
    func `as JSON it is whole, and canonical`() throws {
        let (difference, _) = try difference()
        let bytes = try DifferenceJSON.bytes(difference)
        #expect(try DifferenceJSON.bytes(difference) == bytes)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let changed = try #require(object["changed"] as? [[String: Any]])
        #expect(changed.count == 3)
        #expect(changed[0]["change"] as? String == "-500.00")
        #expect(changed[0]["percent"] as? String == "-25.0")
        #expect((object["gone"] as? [[String: Any]])?.count == 1)
        #expect((object["total"] as? [String: Any])?["lowered"] as? Int == 1)
        #expect((object["earlier"] as? [String: Any])?["edition"] as? Int == 1)
    }
}
