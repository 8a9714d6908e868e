import Federation
import Foundation
import Publishing
import Testing

struct `The summary in a terminal` {
    private func text(in language: Language, examples: Int = 5) throws -> String {
        try Sample.document().summary(in: language, examples: examples).replacing("\u{A0}", with: " ")
    }

    @Test
    func `it counts every section`() throws {
        let lines = try text(in: .swedish).components(separatedBy: "\n")
        #expect(lines.first == "Prislista 2023, gäller 2023-01-01 – 2023-12-31")
        #expect(lines.contains("  DRG-priser                      2"))
        #expect(lines.contains("  Vårdtjänster                    5  1 uppräknad"))
    }

    @Test
    func `it names what is missing by region and reason`() throws {
        let text = try text(in: .swedish)
        #expect(text.contains("  Region Värmland: Inget pris att räkna upp (1)\n"))
        #expect(
            text.contains(
                "    – Centralsjukhuset i Karlstad · Kirurgkliniken · V2 Inget pris i fjol; heller · öppen vård\n"))
    }

    @Test
    func `a region that could not be fetched from is not said to be silent`() throws {
        let document = try Sample.document { $0.uppsalaFetchFails = true }
        #expect(document.summary(in: .swedish).contains("  Region Uppsala: Hämtningen misslyckades"))
        #expect(!document.summary(in: .swedish).contains("Inte levererat"))
        #expect(document.summary(in: .english).contains("  Region Uppsala: The fetch failed"))
    }

    @Test
    func `beyond the examples it says how many there are`() throws {
        #expect(try text(in: .swedish, examples: 0).contains("    – och 1 till\n"))
    }

    @Test
    func `it speaks English where asked`() throws {
        let text = try text(in: .english)
        #expect(
            text.hasPrefix(
                "Price list 2023, valid 2023-01-01 – 2023-12-31\nPoint price: region 74 750 kr\n! Draft – not adopted:")
        )
        #expect(!text.contains("Saknas"))
        #expect(text.contains(" 1 exception\n"))
    }

    @Test
    func `columns line up`() throws {
        let lines = try text(in: .swedish).components(separatedBy: "\n")
        let regions = lines.filter { $0.contains(" av ") && $0.hasPrefix("  Region") }
        #expect(regions.count == 2)
        #expect(Set(regions.map(\.count)).count == 1)
    }

    @Test
    func `a reference table is told line by line`() throws {
        let document = try Sample.reference()
        let swedish = document.summary(in: .swedish).replacing("\u{A0}", with: " ")
        #expect(swedish.contains("! Referenstabell:"))
        #expect(!swedish.contains("tkast"))
        #expect(swedish.contains("\n  T01N  Op vid psyk besvär    1,942   90 052              –      –\n"))
        #expect(swedish.contains("\n  T10N  Bipolära syndrom <60  1,210   56 109        193 861     29\n"))
        #expect(document.summary(in: .english).contains(" 1.210 "))
    }
}
