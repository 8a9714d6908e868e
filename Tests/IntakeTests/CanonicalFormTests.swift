import Federation
import Testing

@testable import Intake

/// A region with a layout of its own may deliver the contract's form instead.
struct CanonicalFormTests {
    private static let numbers = ["egenby": "232100-9306", "sidby": "232100-9405", "jsonby": "232100-9207"]

    /// A canonical base delivery as that region would make it.
    private func delivery(_ file: String, of region: String) throws -> String {
        try Base.text(file).replacing(file.hasSuffix("xml") ? "xmlby" : "jsonby", with: region)
            .replacing("232100-9108", with: Self.numbers[region] ?? "232100-9108")
            .replacing("232100-9207", with: Self.numbers[region] ?? "232100-9108")
    }

    @Test(
        arguments: ["egenby", "sidby", "jsonby", "xmlby"],
        [("price.xml", FeedKind.priceList), ("price.json", .priceList), ("plan.xml", .plan), ("plan.json", .plan)])
    func `any region may deliver the contract's form, in XML and in JSON`(
        region: String, form: (file: String, kind: FeedKind)
    ) throws {
        var bench = try Workbench()
        bench.previous = try Base.previous()
        let text = try delivery(form.file, of: region)
        let role = region == "sidby" ? "page" : "body"
        let examination = try bench.examine(
            [Part(role: role, bytes: Array(text.utf8))], region: region, kind: form.kind)
        #expect(examination.report.totals == [:])
        #expect(examination.verdict == .accepted && examination.submission != nil)
        let records = try bench.examine(
            try Base.text(form.file), region: form.file.hasSuffix("xml") ? "xmlby" : "jsonby", kind: form.kind
        ).records
        #expect(examination.records == records)
    }

    @Test func `the contract's form is checked as strictly as where it is all that a region has`() throws {
        let old = "<code>KIR01</code>"
        let fault = "<code>KIR01</code><remark>ny</remark>"
        let told = try Workbench().examine(
            try delivery("price.xml", of: "egenby").replacing(old, with: fault), region: "egenby")
        let same = try Workbench().examine(try Base.text("price.xml").replacing(old, with: fault))
        #expect(told.report.totals == same.report.totals && told.report.totals["not-in-contract"] == 1)
        #expect(told.report.samples.contains { $0.place?.path == "/priceSubmission/careService[1]/remark[1]" })
        let withoutNamespace = try delivery("price.xml", of: "egenby")
            .replacing(" xmlns=\"urn:samverkan:price-submission:1\"", with: "")
        #expect(try Workbench().examine(withoutNamespace, region: "egenby").report.totals["schema-violation"] != nil)
    }

    @Test func `another region's canonical file, and one of another kind, are held`() throws {
        let others = try Workbench().examine(try Base.text("price.xml"), region: "egenby")
        #expect(others.report.totals == ["wrong-region": 1] && others.verdict == .held)
        for (file, region) in [("plan.xml", "egenby"), ("plan.json", "sidby")] {
            let part = Part(role: "page", bytes: Array(try delivery(file, of: region).utf8))
            let plan = try Workbench().examine([part], region: region)
            #expect(plan.report.totals == ["wrong-kind": 1], "\(file)")
        }
    }

    @Test func `a member that both forms have decides nothing`() throws {
        let own = try delivery("plan.json", of: "sidby").replacing("\"region\": \"sidby\",", with: "")
        let part = Part(bytes: Array("{\"lista\": 1, \(own.dropFirst())".utf8))
        let examination = try Workbench().examine([part], region: "sidby", kind: .plan)
        #expect(examination.report.totals["layout-unknown"] == nil)
        #expect(examination.report.totals["missing-header-field"] == 1)
        #expect(examination.report.totals["not-in-contract"] == 1)
    }
}

/// An element that holds nothing may have a line break.
struct EmptyElementTests {
    @Test func `a report without rounds is empty, whatever stands between its tags`() throws {
        let text = try Base.text("plan.xml")
        let root = try #require(text.firstMatch(of: /<planReport [^>]*>/)).output
        let examination = try Workbench().examine(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)\n</planReport>\n", kind: .plan)
        #expect(examination.report.totals["not-in-contract"] == nil)
    }
}
