import Federation
import Pricing
import Testing

@testable import Publishing

/// A correction says on every cover what it corrects and why, and the committee reads each line that it changes.
struct CorrectionTests {
    private let cover = PriceListCover(
        fingerprint: Sample.cover.fingerprint,
        correction: PriceListCover.Correction(
            edition: 1, decision: "SN 2022-0031 § 47", reason: "Fel pris på läkarbesök",
            changes: ["cs-0000000000000001", "cs-0000000000000002", "model"]))

    @Test func `the minutes have a chapter with the old and the new price, and what else is another`() throws {
        let earlier = try Sample.document { $0.amounts = [Amount(ore: 200_000), Amount(ore: 259_002)] }
        let document = try Sample.document()
        let difference = PriceListDifference.between(
            ComparedList(earlier.list, edition: 1), ComparedList(document.list, edition: 2))
        let minutes = Minutes(
            document: document, cover: cover, changes: nil, deviations: [], correction: difference)
        let page = String(decoding: MinutesPage(minutes).bytes(), as: UTF8.self)
        #expect(page.contains("<h2>Vad rättelsen ändrar</h2>"))
        #expect(page.contains("utgåva 1, SN 2022-0031 § 47") && page.contains("Fel pris på läkarbesök"))
        #expect(page.contains("2 rader, årets regler"))
        #expect(page.contains(">Utgåva 1, kr</th>") && page.contains(">Utgåva 2, kr</th>"))
        #expect(!page.contains("Förra året, kr") && !page.contains("I år, kr"))
        #expect(page.contains(/2.000,00<\/td>.*2.590,01<\/td>/))
        #expect(page.contains("cs-0000000000000001, cs-0000000000000002, model"))
        let first = Minutes(document: document, cover: Sample.cover, changes: nil, deviations: [])
        #expect(!String(decoding: MinutesPage(first).bytes(), as: UTF8.self).contains("rättelse"))
    }

    @Test func `what it changes is counted and named in both languages`() {
        let words = { PriceListCover.Correction.words(for: $0, in: $1) }
        #expect(words(["cs-0000000000000001", "model"], .swedish) == "1 rad, årets regler")
        #expect(words(["cs-0000000000000001"], .english) == "1 line")
        #expect(words(["missing"], .english) == "what is missing")
    }

    @Test func `every cover says from which day it holds, by its decision`() throws {
        let decision = try Sample.decision(validFrom: "2023-04-01")
        let document = try Sample.document { $0.standing = .adopted(edition: 2, decision: decision) }
        let minutes = Minutes(document: document, cover: cover, changes: nil, deviations: [])
        let pack = try CommitteePack(document: document, cover: cover, files: [])
        let days = "från och med 2023-04-01 till och med 2023-12-31"
        let page = String(decoding: MinutesPage(minutes).bytes(), as: UTF8.self)
        #expect(page.contains("<dt>Gäller</dt><dd>\(days)</dd>"))
        #expect(String(decoding: pack.readme().bytes, as: UTF8.self).contains("Gäller \(days)\r\n"))
    }

    @Test func `the minutes' cover names who proposed and who entered the decision, and nobody before that`() throws {
        let day = try #require(Day("2022-11-25"))
        let names = PersonNames(["anna": "Anna Andersson"])
        let facts = { (adopted: Minutes.Hand?) in
            let minutes = Minutes(
                document: try Sample.document(), cover: cover, changes: nil, deviations: [],
                proposed: Minutes.Hand(by: names.words(for: "anna"), on: day), adopted: adopted)
            return String(decoding: MinutesPage(minutes).bytes(), as: UTF8.self)
        }
        let proposed = try facts(nil)
        #expect(proposed.contains("<dt>Föreslagen av</dt><dd>Anna Andersson (anna), 2022-11-25</dd>"))
        #expect(!proposed.contains("Beslutet infört av"))
        let adopted = try facts(Minutes.Hand(by: names.words(for: "bo"), on: day))
        #expect(adopted.contains("<dt>Beslutet infört av</dt><dd>bo, 2022-11-25</dd>"))
    }

    @Test func `the pack's text and the workbook's cover say what is corrected and why`() throws {
        let pack = try CommitteePack(document: Sample.document(), cover: cover, files: [])
        let text = String(decoding: pack.readme().bytes, as: UTF8.self)
        #expect(text.contains("Rättar: utgåva 1, SN 2022-0031 § 47\r\nSkäl till rättelsen: Fel pris på läkarbesök\r\n"))
        try withFolder { folder in
            let path = folder + "/list.xlsx"
            try Sample.document().writeWorkbook(to: path, temporaryFolder: folder, cover: cover)
            let facts = try ReadWorkbook(path).texts("Försättsblad")
            #expect(facts.contains { $0.prefix(2) == ["Skäl till rättelsen", "Fel pris på läkarbesök"] })
            #expect(facts.contains { $0.prefix(2) == ["Ändrat", "2 rader, årets regler"] })
            #expect(facts.contains { $0.prefix(2) == ["Tilläggsdebiteringar", "1 rad"] }, "\(facts)")
        }
    }
}
