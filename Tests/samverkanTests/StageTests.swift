import Adoption
import Federation
import Testing

@testable import samverkan

/// Where a list stands, as `status` tells it.
@Suite struct StageTests {
    private let year: Year
    private let fingerprint = Fingerprint(of: "list".utf8)

    init() throws { year = try #require(Year(2023)) }

    private func instant(_ day: String) throws -> Instant { try #require(Instant("\(day)T09:00:00Z")) }

    private func acts() throws -> [ListAct] {
        let decision = ListDecision(
            number: "SN 2022-0031", paragraph: "47", day: try #require(Day("2022-12-02")),
            validFrom: try #require(Day("2023-01-01")))
        let deeds: [(ListAct.Deed, String, String)] = [
            (.proposed(Proposal(input: fingerprint, list: fingerprint, changes: [])), "anna", "2022-11-20"),
            (.returned(reason: "Kontrollera Torsby"), "bo", "2022-11-21"),
            (.proposed(Proposal(input: fingerprint, list: fingerprint, changes: [])), "anna", "2022-11-22"),
            (.adopted(Adopted(decision: decision, despiteNewer: [])), "bo", "2022-12-02"),
            (.published(Published(edition: fingerprint, manifest: fingerprint, withoutPDF: true)), "bo", "2022-12-05"),
            (.corrected(Correction(edition: 1, reason: "Fel pris i Karlstad")), "anna", "2023-02-01"),
        ]
        return try deeds.map { deed, by, day in ListAct(year: year, by: by, at: try instant(day), deed: deed) }
    }

    private func lines(after count: Int, newer: [String] = [], _ language: Language = .swedish) throws -> [String] {
        let state = try ListState(year: year, acts: Array(try acts().prefix(count)))
        let regions = try newer.map { try #require(RegionSlug($0)) }
        return StageLines(state: state, newer: regions, language: language).lines
    }

    @Test func `a draft, and one whose proposal was returned with a reason`() throws {
        #expect(try lines(after: 0) == ["Listan för 2023: utkast"])
        #expect(
            try lines(after: 2) == [
                "Listan för 2023: utkast; förslaget \(fingerprint.short) återlämnades 2022-11-21 av bo: Kontrollera Torsby"
            ])
    }

    @Test func `a draft whose adoption was taken back says by which decision and why`() throws {
        let back = ListAct(
            year: year, by: "anna", at: try instant("2022-12-03"), deed: .returned(reason: "Paragrafen är 74"))
        let state = try ListState(year: year, acts: Array(try acts().prefix(4)) + [back])
        #expect(
            StageLines(state: state, newer: [], language: .swedish).lines == [
                "Listan för 2023: utkast; fastställandet av förslaget \(fingerprint.short) (SN 2022-0031 § 47, 2022-12-02) "
                    + "återtogs 2022-12-03 av anna: Paragrafen är 74"
            ])
        #expect(
            StageLines(state: state, newer: [], language: .english).lines[0].hasSuffix(
                "(SN 2022-0031 § 47, 2022-12-02) was taken back on 2022-12-03 by anna: Paragrafen är 74"))
    }

    @Test func `a proposal, with the regions that delivered since`() throws {
        let lines = try lines(after: 3, newer: ["varmland"])
        #expect(lines[0] == "Listan för 2023: förslag, av anna 2022-11-22, fingeravtryck \(fingerprint.short)")
        #expect(lines[1].hasPrefix("  ! Nyare leveranser än förslaget: varmland."))
        #expect(try self.lines(after: 1, newer: ["varmland"], .english)[1].contains("--despite-newer"))
    }

    @Test func `adopted and published by a decision`() throws {
        #expect(
            try lines(after: 4) == [
                "Listan för 2023: fastställd, SN 2022-0031 § 47, 2022-12-02, gäller från 2023-01-01"
            ])
        #expect(
            try lines(after: 5) == [
                "Listan för 2023: utgåva 1, publicerad 2022-12-05, SN 2022-0031 § 47, 2022-12-02, gäller från "
                    + "2023-01-01"
            ])
    }

    @Test func `a published list, with what was delivered since as a fact and what to do`() throws {
        let lines = try lines(after: 5, newer: ["varmland", "sormland"])
        #expect(
            lines[1] == "  Nyare leverans än utgåva 1: varmland, sormland. Är utgåvan fel rättas den, med samverkan "
                + "correct 2023; annars behöver inget göras.")
        #expect(try self.lines(after: 5, newer: ["varmland"], .english)[1].hasSuffix("else there is nothing to do."))
        #expect(try self.lines(after: 5).count == 1)
    }

    @Test func `a correction says that the edition holds meanwhile`() throws {
        let lines = try lines(after: 6)
        #expect(lines[0] == "Listan för 2023: utkast")
        #expect(lines[1].hasPrefix("  Rättelse av utgåva 1, som fortsätter att gälla"))
        #expect(lines[1].hasSuffix("Fel pris i Karlstad"))
    }
}
