import Federation
import Foundation
import Registry
import Testing

@testable import Intake

/// Findings speak of a region's own columns, words and numbers.
struct AdviceTests {
    @Test(arguments: [
        ("egenby", "<Pris>3 206,00", "<Pris>4 1200,00", "Pris (belopp): ”4 1200,00”", "41 200,00"),
        ("xmlby", "<amount>3206.00", "<amount>3206", "amount (belopp): ”3206”", "punkt och två decimaler"),
        (
            "sidby", "\"pris\": 3206.0}", "\"pris\": \"3206,00\"}", "pris (belopp): ”3206,00”",
            "decimalpunkt, till exempel 41200.00"
        ),
        (
            "egenby", "<Vårdform>Öppen vård", "<Vårdform>01", "”01” är ingen giltig kod för ”vårdform”",
            "Öppen vård, Sluten vård."
        ),
        ("xmlby", "<typeOfCare>01", "<typeOfCare>Öppen", "”vårdform (typeOfCare)”", "någon av: 01, 02."),
        (
            "egenby", "<Sjukhus>Norra sjukhuset", "<Sjukhus>Mellan", "Sjukhus: ”Mellan”",
            "något av: Norra sjukhuset, Södra sjukhuset"
        ),
        ("xmlby", "<provider>norra", "<provider>Norra", "provider (sjukhus): ”Norra”", "något av: norra, sodra"),
        ("egenby", "<Enhet>läkarbesök", "<Enhet>besök", "Enhet (mått): ”besök”", "vårddag"),
        ("xmlby", "<measure>doctorVisit", "<measure>läkarbesök", "measure (mått): ”läkarbesök”", "doctorVisit"),
        (
            "egenby", "<Pris>3 206,00", "<Pris>3 206,50", "Pris (belopp): Priset 3 206,50 har ören",
            "hela kronor: 3\u{A0}207,00"
        ),
        ("egenby", "<Oförändrat>ja", "<Oförändrat>jo", "”som förra året (Oförändrat)”", "någon av: ja, nej."),
        ("egenby", "<Benämning>Läkarbesök kirurgi", "<Benämning>", "”benämning” saknas", "Fyll i"),
    ])
    func `a finding names the column and advises in the layout's own words`(
        region: String, right: String, slip: String, wrong: String, advice: String
    ) throws {
        let files = ["egenby": "egenby.xml", "xmlby": "price.xml", "sidby": "sidby-1.json"]
        let text = try Base.text(try #require(files[region]))
        #expect(text.contains(right))
        let changed = try #require(text.firstRange(of: right)).lowerBound
        let delivery = String(text[..<changed]) + slip + text[changed...].dropFirst(right.count)
        let bytes = try #require(delivery.data(using: region == "egenby" ? .isoLatin1 : .utf8))
        let bench = try Workbench()
        let report = try bench.examine([Part(bytes: [UInt8](bytes))], region: region).report
        let told = report.samples.map { bench.premises.catalogue.sentences(of: $0, in: .swedish) }
        #expect(told.contains { $0.wrong.contains(wrong) && $0.whatToDo.contains(advice) }, "\(told)")
    }

    @Test func `amounts in whole öre are advised in whole öre`() {
        let path = FieldRule.Source.path(MappingPath(steps: [.attribute("ore")]))
        let rule = FieldRule(field: .amount, source: path, conversions: [.trim, .oreToKronor])
        #expect(rule.notation == .oreToKronor)
        #expect(rule.notation.text(Amount(ore: 320_700)) == "320700")
        #expect(rule.column == "ore")
    }

    @Test func `a long table is not listed whole`() {
        let rows = (10..<60).map { ("ord \($0)", $0 % 2 == 0 ? "01" : "02") }
        let rule = FieldRule(
            field: .typeOfCare, source: .constant(""), table: .own(Dictionary(uniqueKeysWithValues: rows)))
        #expect(rule.words(for: ["01", "02"]).hasPrefix("ord 10, ord 12, "))
        #expect(rule.words(for: ["01", "02"]).hasSuffix(", ord 48, …"))
        #expect(rule.words(for: ["02"]).hasPrefix("ord 11, ord 13, "))
    }
}
