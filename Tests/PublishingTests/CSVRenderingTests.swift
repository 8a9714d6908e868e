import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `The list as CSV for machines` {
    private func text(_ change: (inout Sample.Options) -> Void = { _ in }) throws -> String {
        String(decoding: try Sample.document(change).machineCSV().bytes, as: UTF8.self)
    }

    @Test
    func `it has a header and one row per price line, each ended by CR LF, and no byte order mark`() throws {
        let rows = try text().components(separatedBy: "\r\n")
        #expect(rows.first?.hasPrefix("section,id,priceList,") == true)
        #expect(rows.last == "")
        // Two DRG prices, one fixed price, five care services with a price, one surcharge.
        #expect(rows.count == 1 + 2 + 1 + 5 + 1 + 1)
    }

    @Test
    func `a care service carries the codes of the invoicing contract`() throws {
        let row = try #require(try text().components(separatedBy: "\r\n").first { $0.contains(",K1,") })
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(cells[0] == "careServices")
        #expect(cells[1].hasPrefix("cs-"))
        #expect(
            Array(cells[2...]) == [
                "2", "2", "2023-01-01", "2023-12-31", "03", "01", "2", "301", "uppsala", "2321000024", "03",
                "akademiska", "Akademiska sjukhuset", "SE0000000000-TEST", "kirurgi", "Kirurgkliniken", "K1",
                "Läkarbesök 1",
                "doctorVisit", "2590.01", "SEK", "delivered", "", "", "", "", "", "synthetic-weights",
            ])
    }

    @Test
    func `a surcharge carries the codes of patient-specific care, and none that it has not`() throws {
        let row = try #require(try text().components(separatedBy: "\r\n").first { $0.hasPrefix("surcharges,") })
        #expect(row.contains(",2,2,2023-01-01,2023-12-31,03,,,,uppsala,2321000024,03,akademiska,"))
    }

    @Test
    func `a line of an adopted list holds from the decision's first day, else from the model's`() throws {
        let decision = try Sample.decision(validFrom: "2023-04-01")
        let adopted = try text { $0.standing = .adopted(edition: 2, decision: decision) }
        #expect(adopted.contains(",2023-04-01,2023-12-31,") && !adopted.contains("2023-01-01"))
        #expect(try text { $0.standing = .proposed } == text())
    }

    @Test
    func `quotes, separators and line breaks in a text are quoted`() throws {
        let text = try text { $0.surchargeText = "a,\"b\"\r\nc" }
        #expect(text.contains(",\"a,\"\"b\"\"\r\nc\","))
    }

    @Test
    func `text is never changed for a machine, whatever it looks like`() throws {
        #expect(try text().contains(",=SUMMA(A1),"))
    }
}

struct `The list as CSV for a Swedish Excel` {
    private func text(_ change: (inout Sample.Options) -> Void = { _ in }) throws -> String {
        String(decoding: try Sample.document(change).excelCSV().bytes.dropFirst(3), as: UTF8.self)
    }

    @Test
    func `it begins with the byte order mark and Swedish headings`() throws {
        let bytes = try Sample.document().excelCSV().bytes
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(try text().hasPrefix("Avsnitt;Region;Sjukhus;Klinik eller enhet;Kod;Benämning;"))
    }

    @Test
    func `amounts and weights have a decimal comma and nothing between thousands`() throws {
        let text = try text()
        #expect(text.contains(";1234567,89;"))
        #expect(text.contains(";90448,00;;;1,210;74750,00;193861,00;29;02;2;2;;;;drg-"))
    }

    @Test
    func `codes are told in words`() throws {
        #expect(
            try text().contains(
                "Vårdtjänst;Region Uppsala;Akademiska sjukhuset;Kirurgkliniken;K1;Läkarbesök 1;läkarbesök;öppen vård;"
                    + "länssjukvård;301;2590,01;regionens pris;"))
    }

    @Test
    func `every line ends with the codes of the invoicing contract, as the headings say`() throws {
        let text = try text()
        let headings = "Produktkategori;Prislista;Avtalstyp;Organisationsnummer;Länskod;HSA-id;Rad-id;Märkning\r\n"
        #expect(text.contains(headings))
        #expect(text.contains(";03;2;2;2321000024;03;SE0000000000-TEST;cs-"))
        #expect(text.contains(";03;2;2;2321000024;03;SE0000000000-TEST;sur-"))
        #expect(text.contains(";03;2;2;2321000156;17;;cs-"))
    }

    @Test(arguments: ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func `text that Excel would run as a formula is made harmless`(formula: String) throws {
        let text = try text { $0.surchargeText = formula }
        let cell = formula.contains("\r") ? "\"'\(formula)\"" : "'\(formula)"
        #expect(text.contains(";LM-1;\(cell);"))
    }

    @Test
    func `every line ends with what must be known of the list`() throws {
        let rows = try text().components(separatedBy: "\r\n").dropFirst().dropLast()
        #expect(rows.count == 9)
        #expect(rows.allSatisfy { $0.hasSuffix(";syntetiska DRG-vikter") })
        let reference = String(decoding: try Sample.reference().excelCSV().bytes, as: UTF8.self)
        #expect(reference.contains(";referenstabell\r\n"))
        #expect(String(decoding: try Sample.reference().machineCSV().bytes, as: UTF8.self).contains(",reference\r\n"))
    }

    @Test
    func `a negative amount stays a number`() throws {
        #expect(try text { $0.surchargeAmount = Amount(ore: -12_345) }.contains(";-123,45;"))
    }
}
