import Testing

@testable import Intake

/// What is stated as not applicable and priced all the same, wherever the two stand.
struct NotApplicableTests {
    private static let code = "not-applicable-yet-priced"
    private static let hospital =
        "<notApplicable><what>hospital</what><provider>norra</provider><reason>Säljer ingen vård.</reason></notApplicable>"
    private static let line = """
        <notApplicable><what>line</what><provider>sodra</provider><unit>ortopedi</unit><code>ORT02</code>\
        <typeOfCare>01</typeOfCare><careLevel>3</careLevel><reason>Utförs inte längre.</reason></notApplicable>
        """

    /// What is told of the base delivery with statements before all prices.
    private func told(_ statements: [String]) throws -> Examination {
        var bench = try Workbench()
        bench.previous = try Base.previous()
        let text = try Base.text("price.xml")
        let start = try #require(text.firstRange(of: "  <careService>")).lowerBound
        let lines = statements.map { "  \($0)\n" }.joined()
        return try bench.examine("\(text[..<start])\(lines)\(text[start...])")
    }

    @Test func `a statement before the prices is told at its reason, with the first of them and their number`() throws {
        let examination = try told([Self.hospital, Self.line])
        #expect(examination.verdict == .accepted && examination.report.totals == [Self.code: 2])
        let line = try #require(examination.report.samples.first { $0.arguments["count"] == "1" })
        #expect(line.place?.line == 4 && line.arguments["firstLine"] == "15")
        #expect(line.arguments["name"]?.hasSuffix(", ORT02") == true)
        let reason = try #require(Self.line.firstRange(of: "<reason>")).upperBound
        #expect(line.place?.column == Self.line.distance(from: Self.line.startIndex, to: reason) + 3)
        // Six care services, the tariff, a fixed DRG price and a surcharge.
        let hospital = try #require(examination.report.samples.first { $0.arguments["count"] == "9" })
        #expect(hospital.place?.line == 3 && hospital.arguments["firstLine"] == "5")
        #expect(hospital.place?.path == "/priceSubmission/notApplicable[1]/reason")
    }

    @Test func `a hospital is told once, however often it is stated, and an exception is no price`() throws {
        #expect(try told([Self.hospital, Self.hospital]).report.totals == [Self.code: 1])
        let bench = try Workbench()
        let text = try Base.text("price.xml")
        let kept = text.split(separator: "\n").filter { line in
            !line.contains("<provider>norra") || line.contains("<drgException>")
        }
        let without = kept.joined(separator: "\n")
            .replacing("</priceSubmission>", with: Self.hospital + "</priceSubmission>")
        #expect(try bench.examine(without).report.totals[Self.code] == nil)
    }

    @Test func `a line of the same code at another level of care is another line`() throws {
        let other = Self.line.replacing("<careLevel>3", with: "<careLevel>2")
        #expect(try told([other]).report.totals.isEmpty)
    }
}
