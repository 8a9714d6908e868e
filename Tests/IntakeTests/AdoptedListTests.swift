import Federation
import Intake
import Pricing
import Reading
import Testing

struct AdoptedListTests {
    private func region() throws -> Region {
        let unit = CareUnit(id: "kirurgi", name: "Kirurgkliniken", aliases: [], kind: .clinic, medicalFieldCodes: [])
        return Region(
            slug: try #require(RegionSlug("varmland")), name: "Region Värmland", countyCode: "17",
            organisationNumber: try #require(OrganisationNumber("232100-0156")),
            hospitals: [Hospital(id: "karlstad", name: "Centralsjukhuset i Karlstad", hsaID: nil, units: [unit])])
    }

    private let line = """
        {"region":"varmland","provider":"karlstad","unit":"kirurgi","code":"LB01","text":"Läkarbesök",
        "measure":"doctorVisit","typeOfCare":"01","careLevel":"3","productCategory":"03","amount":"3206.00"}
        """

    private let surcharge = """
        {"region":"varmland","provider":"karlstad","unit":"kirurgi","code":"HJM-1","text":"Protes, per styck",
        "measure":"piece","amount":"12500.00"}
        """

    private func read(
        _ lines: [String], surcharges: [String]? = nil, shape: String = "adopted-list-1", year: String = "2022"
    ) throws -> AdoptedList {
        let rest = surcharges.map { ",\"surcharges\":[" + $0.joined(separator: ",\n") + "]" } ?? ""
        let text =
            "{\"priceList\":\"\(shape)\",\"year\":\(year),\"careServices\":[" + lines.joined(separator: ",\n") + "]"
            + rest + "}"
        let reader = AdoptedListReader(year: try #require(Year(2022)), regions: [try region()])
        return try reader.read(MemorySource(Array(text.utf8)))
    }

    @Test func `a line becomes last year's price under its id`() throws {
        let result = try read([line])
        #expect(result.report == FindingsReport())
        let service = try #require(result.careServices.first)
        #expect(service.amount == Amount(ore: 320_600) && service.measure == .doctorVisit)
        #expect(service.id == service.key.lineID)
    }

    @Test func `a file of before, whose lines have no measure and no surcharges beside them, is read`() throws {
        let result = try read([line.replacing("\"measure\":\"doctorVisit\",", with: "")])
        #expect(result.report == FindingsReport() && result.surcharges.isEmpty)
        #expect(result.careServices.map(\.measure) == [nil])
    }

    @Test func `a surcharge of a unit and one of the whole hospital are read as such`() throws {
        let whole = surcharge.replacing("\"unit\":\"kirurgi\",", with: "")
        let result = try read([line], surcharges: [surcharge, whole])
        #expect(result.report == FindingsReport() && result.careServices.count == 1)
        #expect(result.surcharges.map(\.unit) == ["kirurgi", nil])
        let first = try #require(result.surcharges.first)
        #expect(first.amount == Amount(ore: 1_250_000) && first.measure == .piece && first.text == "Protes, per styck")
        #expect(first.id == LineID(.surcharge, key: ["varmland", "karlstad", "kirurgi", "HJM-1"]))
    }

    @Test(arguments: [
        ("\"12500.00\"", "\"12500\"", "amount-not-a-number"), ("\"varmland\"", "\"skane\"", "unknown-region"),
        ("\"karlstad\"", "\"arvika\"", "unknown-provider"), ("\"kirurgi\"", "\"hud\"", "unknown-unit"),
        ("\"piece\"", "\"styck\"", "unknown-measure"), ("\"measure\":\"piece\",", "", "missing-field"),
        ("\"code\":\"HJM-1\",", "", "missing-field"), ("\"HJM-1\"", "\"hjm 1\"", "code-malformed"),
        ("\"12500.00\"", "\"100000000.01\"", "amount-too-large"),
        ("Protes", String(repeating: "ö", count: 201), "text-too-long"),
        ("\"measure\"", "\"careLevel\":\"3\",\"measure\"", "not-in-contract"),
    ])
    func `a mistake in a surcharge is one finding with its place, and nothing of the list is used`(
        old: String, new: String, code: String
    ) throws {
        let result = try read([line], surcharges: [surcharge.replacing(old, with: new)])
        #expect(result.report.samples.map(\.code) == [code])
        #expect(result.report.samples.first?.place?.path.hasPrefix("/surcharges/0") == true)
        #expect(result.careServices.isEmpty && result.surcharges.isEmpty)
    }

    @Test func `a surcharge that comes twice is told, and surcharges that are no array`() throws {
        #expect(try read([line], surcharges: [surcharge, surcharge]).report.totals == ["duplicate-line": 1])
        let reader = AdoptedListReader(year: try #require(Year(2022)), regions: [try region()])
        let text = #"{"priceList":"adopted-list-1","year":2022,"surcharges":"inga","careServices":[\#(line)]}"#
        #expect(try reader.read(MemorySource(Array(text.utf8))).report.totals == ["wrong-json-type": 1])
    }

    @Test(arguments: [
        ("\"3206.00\"", "\"3206\"", "amount-not-a-number"), ("\"3206.00\"", "\"-1.00\"", "amount-not-a-number"),
        ("\"varmland\"", "\"skane\"", "unknown-region"), ("\"karlstad\"", "\"arvika\"", "unknown-provider"),
        ("\"kirurgi\"", "\"hud\"", "unknown-unit"),
        ("\"typeOfCare\":\"01\"", "\"typeOfCare\":\"03\"", "unknown-code-value"),
        ("\"careLevel\":\"3\"", "\"careLevel\":\"9\"", "unknown-code-value"),
        ("\"doctorVisit\"", "\"läkarbesök\"", "unknown-measure"), ("\"doctorVisit\"", "\"\"", "unknown-measure"),
        ("\"code\":\"LB01\",", "", "missing-field"),
        ("\"measure\"", "\"mått\"", "not-in-contract"),
        ("\"LB01\"", "\"lb 01\"", "code-malformed"), ("\"3206.00\"", "\"100000000.01\"", "amount-too-large"),
        ("Läkarbesök", String(repeating: "ö", count: 201), "text-too-long"),
        ("Läkarbesök", "Läkar\\u0007besök", "control-character"),
        ("Läkarbesök", "LÃ¤karbesÃ¶k", "text-broken-encoding"),
    ])
    func `a mistake in a line is one finding with its place`(old: String, new: String, code: String) throws {
        let result = try read([line.replacing(old, with: new)])
        #expect(result.report.samples.map(\.code) == [code])
        let finding = try #require(result.report.samples.first)
        #expect((finding.place?.line ?? 0) >= 1)
        // No name in braces is left in what a person reads.
        let sentences = try Workbench().premises.catalogue.sentences(of: finding, in: .swedish)
        #expect(!(sentences.wrong + sentences.whatToDo).contains("{"))
    }

    @Test func `a line that comes twice is told with the first one's place`() throws {
        let findings = try read([line, line]).report.samples
        #expect(findings.map(\.code) == ["duplicate-line"])
        #expect(findings.first?.arguments["firstLine"] == "1")
    }

    @Test func `another year, another shape and an empty list are refused whole`() throws {
        #expect(try read([line], year: "2021").report.samples.map(\.code) == ["wrong-year"])
        #expect(try read([line], shape: "price-list-1").report.samples.map(\.code) == ["layout-unknown"])
        #expect(try read([]).report.samples.map(\.code) == ["no-lines"])
    }

    @Test func `a file that is cut off is a finding, not an error`() throws {
        let reader = AdoptedListReader(year: try #require(Year(2022)), regions: [try region()])
        let result = try reader.read(MemorySource(Array("{\"priceList\":\"adopted-list-1\",\"ye".utf8)))
        #expect(result.report.samples.map(\.code).contains("json-not-well-formed"))
    }

    @Test(arguments: ["19121212-1212", "19121212\\u002d1212"])
    func `a list that names a person is told, without the number, and not used`(number: String) throws {
        let result = try read([line.replacing("Läkarbesök", with: number), line.replacing("karlstad", with: number)])
        #expect(result.careServices.isEmpty)
        #expect(result.report.totals == ["personal-number": 2, "unknown-provider": 1])
        #expect(!"\(result.report)".contains("1212"))
    }

    @Test func `a list of mistakes has true totals and the first of them`() throws {
        let result = try read(Array(repeating: line.replacing("kirurgi", with: "hud"), count: 1_500))
        #expect(result.report.totals == ["unknown-unit": 1_500])
        #expect(result.report.samples.count == FindingsReport.samplesPerCode)
    }
}
