import Federation
import Foundation
import Registry
import Testing

@testable import Intake

/// Totals, caps, lines and verdicts of whole files.
struct WholeFileTests {
    /// A canonical XML file of many services; every `faulty`-th has no sensible amount.
    private func manyServices(_ count: Int, faulty: Int, lineBreaks: String = "\n") throws -> String {
        let base = try Base.text("price.xml")
        let head = try #require(base.firstRange(of: "  <careService>")).lowerBound
        let body = (0..<count).map { index in
            "<careService><provider>norra</provider><unit>kirurgi</unit><code>K\(index)</code><text>Besök på kliniken"
                + "</text><measure>doctorVisit</measure><typeOfCare>01</typeOfCare><careLevel>2</careLevel><amount>"
                + "\(index % faulty == 0 ? "4 1200,00" : "2590.00")</amount></careService>" + lineBreaks
        }
        return base[..<head] + body.joined() + "</priceSubmission>\n"
    }

    @Test func `digits in a packed or binary file are chance, in a page of text they may be a person's`() throws {
        let pdf = try Workbench().examine("%PDF-1.4\n0000000015 00000 n\n191212121212 00000 n\n%%EOF\n")
        #expect(pdf.verdict == .refused && pdf.report.totals == ["looks-like": 1])
        // A number in another part is a person's all the same.
        let parts = [
            Part(role: "page", bytes: Array("%PDF-1.4\n191212121212 00000 n\n".utf8)),
            Part(role: "page", bytes: Array("{\"valuta\": \"19121212-1212\", \"next\": null}".utf8)),
        ]
        let mixed = try Workbench().examine(parts, region: "sidby")
        #expect(mixed.verdict == .held && mixed.report.totals["personal-number"] != nil)
        let page = try Workbench().examine("<!DOCTYPE html><html><p>19121212-1212</p></html>")
        #expect(page.verdict == .held && page.report.totals["personal-number"] == 1)
    }

    @Test func `another region's name in the place of its short name is another region's file`() throws {
        let text = try Base.text("price.xml").replacing("region=\"xmlby\"", with: "region=\"Region Jsonby\"")
        let examination = try Workbench().examine(text)
        #expect(examination.verdict == .held && examination.report.totals == ["wrong-region": 1])
    }

    @Test func `a file with thousands of faults has true totals and the first thousand of them`() throws {
        let examination = try Workbench().examine(try manyServices(6_000, faulty: 3))
        #expect(examination.report.totals["amount-not-a-number"] == 2_000)
        #expect(examination.records[.careService] == 6_000)
        let told = examination.report.samples.filter { $0.code == "amount-not-a-number" }
        #expect(told.count == FindingsReport.samplesPerCode)
        #expect(told.map { $0.place?.line ?? 0 } == (0..<1000).map { 3 + $0 * 3 })
        #expect(examination.submission == nil)
    }

    @Test(arguments: [("drgException", "exception-without-tariff"), ("drgFixedPrice", "fixed-price-without-tariff")])
    func `what waits for a tariff has true totals and no more than is shown`(kind: String, code: String) throws {
        let text = try Base.text("price.xml")
        let record = try #require(text.firstMatch(of: try Regex("<\(kind)>.*</\(kind)>"))).output[0].substring ?? ""
        let tariff = try #require(text.firstMatch(of: /<drgTariff>.*<\/drgTariff>/)).output
        let many = String(repeating: record + "\n", count: 1_200)
        let examination = try Workbench().examine(text.replacing(record, with: many).replacing(tariff, with: ""))
        #expect(examination.report.totals[code] == 1_200)
        #expect(examination.report.samples.count { $0.code == code } == FindingsReport.samplesPerCode)
        #expect(try Workbench().examine(text.replacing(record, with: many)).report.totals[code] == nil)
    }

    @Test func `paths beyond those that are told apart are told together`() throws {
        let more = (0..<1_500).map { "<Extra\($0)/>" }.joined(separator: "\n")
        let text = try Base.text("egenby.xml").replacing("</Prislista>", with: more + "</Prislista>")
        let examination = try Workbench().examine(
            [Part(bytes: [UInt8](try #require(text.data(using: .isoLatin1))))], region: "egenby")
        let told = examination.report.samples.filter { $0.code == "unmapped-content" }
        #expect(told.count == 1_000)
        #expect(told.last?.arguments == ["path": "…", "count": "501"])
        #expect(told.reduce(0) { $0 + (Int($1.arguments["count"] ?? "") ?? 0) } == 1_500)
    }

    @Test func `lines are right past 65 535 in UTF-8`() throws {
        let text = try manyServices(24, faulty: 23, lineBreaks: String(repeating: "\n", count: 3_001))
        let examination = try Workbench().examine(text)
        #expect(lines(of: examination) == [3, 3 + 23 * 3_001])
    }

    @Test func `lines are right past 65 535 in ISO-8859-1`() throws {
        let text = try Base.text("egenby.xml").replacing("01, 02", with: String(repeating: "\n", count: 70_000) + "01")
            .replacing(
                "</Prislista>", with: "<Klinik namn=\"Ortopedi\"><Sjukhus>Östra</Sjukhus><Tjänst/></Klinik></Prislista>"
            )
        let bytes = try #require(text.data(using: .isoLatin1))
        let examination = try Workbench().examine([Part(bytes: [UInt8](bytes))], region: "egenby")
        let place = try #require(examination.report.samples.first { $0.code == "unknown-provider" }?.place)
        #expect(
            place.line == text.prefix(upTo: try #require(text.firstRange(of: "Östra")).lowerBound)
                .count { $0 == "\n" } + 1)
        #expect(place.column == 34)
        #expect(place.bytes == place.bytes.lowerBound..<place.bytes.lowerBound + 5)
        #expect(bytes[place.bytes] == "Östra".data(using: .isoLatin1))
    }

    @Test func `lines are right past 65 535 in JSON`() throws {
        let text = try Base.text("price.json").replacing(
            "\"drgTariffs\"", with: String(repeating: "\n", count: 70_000) + "\"drgTariffs\""
        )
        .replacing("\"T10N\"", with: "\"T1\"")
        let examination = try Workbench().examine(text, region: "jsonby")
        let place = try #require(examination.report.samples.first { $0.code == "drg-malformed" }?.place)
        #expect(place.line > 70_000)
        #expect(place.path == "/drgFixedPrices/0/drg")
    }

    @Test func `one line of JSON has columns`() throws {
        let text = try Base.text("price.json").replacing("\n", with: "").replacing("\"T10N\"", with: "\"T1\"")
        let examination = try Workbench().examine(text, region: "jsonby")
        let place = try #require(examination.report.samples.first { $0.code == "drg-malformed" }?.place)
        let before = text[..<(try #require(text.firstRange(of: "T1\"")).lowerBound)]
        #expect(place.line == 1)
        #expect(place.column == before.unicodeScalars.count + 1)
        #expect(place.bytes.lowerBound == before.utf8.count)
    }

    private func lines(of examination: Examination) -> [Int?] {
        examination.report.samples.filter { $0.code == "amount-not-a-number" }.map { $0.place?.line }
    }

    @Test func `of the wrong file only that is told`() throws {
        let text = try Base.text("price.xml").replacing("year=\"2023\"", with: "year=\"2022\"")
            .replacing("2590.00", with: "gratis").replacing("T10N", with: "")
        let examination = try Workbench().examine(text)
        #expect(examination.report.totals == ["wrong-year": 1])
        #expect(examination.verdict == .held)
        #expect(examination.submission == nil)
    }

    @Test func `a held version without errors has a submission, for the case that it is released`() throws {
        let text = try Base.text("price.json").replacing("\"SEK\",", with: "\"SEK\", \"testData\": true,")
        let examination = try Workbench().examine(text, region: "jsonby")
        #expect(examination.verdict == .held)
        let part = Part(bytes: Array(text.utf8))
        let submission = try #require(try Workbench().submission([part], region: "jsonby"))
        #expect(submission.header.testData)
        #expect(submission.careServices.count == 12)
    }

    @Test func `a plan report in JSON sent as prices is known for what it is`() throws {
        let examination = try Workbench().examine(try Base.text("plan.json"), region: "jsonby")
        #expect(examination.report.totals == ["wrong-kind": 1])
    }

    @Test func `what is inherited and wrong is told once and counted once`() throws {
        let text = try Base.text("egenby.xml").replacing("namn=\"Ortopedi\"", with: "namn=\"Rehab\"")
        let bytes = [UInt8](try #require(text.data(using: .isoLatin1)))
        let examination = try Workbench().examine([Part(bytes: bytes)], region: "egenby")
        #expect(examination.report.totals["unknown-unit"] == 1)
    }

    @Test func `the schema is silent where a rule speaks, in a record and around it`() throws {
        let text = try Base.text("price.xml").replacing("<code>MED02</code>", with: "")
            .replacing("currency=\"SEK\"", with: "currency=\"NOK\"").replacing("T10N", with: "T1")
        let examination = try Workbench().examine(text)
        #expect(Set(examination.report.totals.keys).isDisjoint(with: ["schema-violation"]))
        #expect(examination.verdict == .refused)
    }

    @Test func `an index may have the header and its parts the lines`() throws {
        let base = try Base.text("egenby.xml")
        let root = try #require(base.firstMatch(of: /<Prislista [^>]*>/)).output
        let index = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + root + "</Prislista>"
        let lines = base.replacing(root, with: "<Prislista>")
        let parts = try [("index", index), ("part", lines)].map { role, text in
            Part(role: role, bytes: [UInt8](try #require(text.data(using: .isoLatin1))))
        }
        let examination = try Workbench().examine(parts, region: "egenby")
        #expect(examination.report.totals == ["no-previous-list": 1])
        #expect(examination.records[.careService] == 12)
    }

    @Test func `all four ways of delivering say the same`() throws {
        var prices: [[String]] = []
        for (parts, region) in [
            (["price.xml"], "xmlby"), (["price.json"], "jsonby"), (["egenby.xml"], "egenby"),
            (["sidby-1.json", "sidby-2.json"], "sidby"),
        ] {
            let parts = try parts.map { name in
                Part(
                    role: "page",
                    bytes: [UInt8](try Data(contentsOf: Workbench.fixtures.appending(path: "base/\(name)"))))
            }
            let submission = try #require(try Workbench().submission(parts, region: region), "\(region)")
            prices.append(
                submission.careServices.map {
                    "\($0.provider) \($0.unit) \($0.code) \($0.text) \($0.measure) \($0.price)"
                })
        }
        #expect(prices.count == 4)
        #expect(Set(prices).count == 1)
    }
}
