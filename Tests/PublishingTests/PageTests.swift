import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `The page` {
    private func text(_ change: (inout Sample.Options) -> Void = { _ in }) throws -> String {
        String(decoding: try Sample.document(change).page().bytes, as: UTF8.self)
    }

    @Test
    func `a draft says so in its title, at its head and on every printed page`() throws {
        let page = try text()
        #expect(page.contains("<title>Sjukvårdsregional prislista 2023 – utkast</title>"))
        #expect(page.contains("<span class=\"stamp draft\">Utkast – ej fastställd</span>"))
        #expect(page.contains("content: \"Sjukvårdsregional prislista 2023 – utkast, ej fastställd\""))
    }

    @Test
    func `an adopted list shows its decision and no word of a draft`() throws {
        let decision = try Sample.decision()
        let page = try text { $0.standing = .adopted(edition: 1, decision: decision) }
        #expect(page.contains("Fastställd 2022-12-02, SN 2022-0031 § 47 · utgåva 1"))
        #expect(page.contains("Gäller 2023-01-01 – 2023-12-31"))
        #expect(!page.lowercased().contains("utkast"))
    }

    @Test
    func `a list that holds from a day of its decision says that day, not the price model's`() throws {
        let decision = try Sample.decision(validFrom: "2023-04-01")
        let page = try text { $0.standing = .adopted(edition: 2, decision: decision) }
        #expect(page.contains("Gäller från och med 2023-04-01 till och med 2023-12-31"))
        #expect(!page.contains("Gäller 2023-01-01"))
    }

    @Test
    func `synthetic weights and a list that is not complete are told before the prices`() throws {
        let head = try #require(try text().components(separatedBy: "<main").first)
        #expect(head.contains("<strong>Syntetiska DRG-vikter.</strong>"))
        #expect(head.contains("<strong>Listan är inte komplett.</strong>"))
    }

    @Test
    func `what is missing is named with its reason in plain words`() throws {
        let page = try text { $0.uppsalaDelivers = false }
        #expect(page.contains("<strong>Inte levererat.</strong> Regionen har inte levererat något prisunderlag"))
        #expect(
            page.contains(
                "<li>Centralsjukhuset i Karlstad · Kirurgkliniken · V2 Inget pris i fjol; heller · öppen vård</li>"))
    }

    @Test
    func `every price line stands in it, under its unit, with its id`() throws {
        let page = try text()
        for line in try Sample.document().list.careServices {
            #expect(page.contains("<tr id=\"\(line.id)\">"))
        }
        #expect(page.contains("Akademiska sjukhuset · Kirurgkliniken</th>"))
        #expect(page.contains("<td class=\"n price\">2\u{A0}590,01</td>"))
    }

    @Test
    func `it says where DRG prices hold, and which units are excepted and why`() throws {
        let page = try text()
        #expect(page.contains("<li>Psykiatri (öppen vård): Vårdtjänster i stället</li>"))
        #expect(page.contains("<th scope=\"row\">Lasarettet i Enköping</th><td class=\"word none\""))
    }

    @Test
    func `markup in delivered text is shown, never run`() throws {
        let page = try text {
            $0.surchargeText = "<script>alert('1')</script>"
            $0.publisher = "<b>Nämnden</b>"
        }
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
        #expect(!page.contains("<b>Nämnden"))
    }

    @Test
    func `it needs nothing from any server`() throws {
        let page = try text()
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src="))
    }

    @Test
    func `it is well-formed in what a reader without sight needs`() throws {
        let page = try text()
        #expect(page.contains("<html lang=\"sv\">"))
        let tables = page.components(separatedBy: "<table").count - 1
        #expect(page.components(separatedBy: "<caption>").count - 1 == tables)
        #expect(!page.contains("<th>"))
        for landmark in ["<header", "<nav", "<main", "<footer", "role=\"search\""] { #expect(page.contains(landmark)) }
    }

    @Test
    func `beyond twenty thousand care services it gives counts and says where the rows are`() throws {
        let page = try text { $0.careServices = 20_000 }
        #expect(page.contains("Alla rader finns i maskinfilerna"))
        #expect(page.contains("<td class=\"n\">20\u{A0}001</td><td class=\"n\">1</td>"))
        #expect(!page.contains("Läkarbesök 17<"))
        #expect(try text { $0.careServices = 300 }.contains("Läkarbesök 17<"))
    }

    @Test
    func `a reference table is marked as one, and asks nothing of any region`() throws {
        let page = String(decoding: try Sample.reference().page().bytes, as: UTF8.self)
        #expect(page.contains("<h1>Referenspriser 2017</h1>"))
        #expect(page.contains("<strong>Referenstabell.</strong>"))
        #expect(page.contains("<td class=\"n price\">56\u{A0}109,00</td>"))
        #expect(!page.contains("Region Uppsala") && !page.contains("id=\"saknas\""))
    }
}
