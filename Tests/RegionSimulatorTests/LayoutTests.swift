import Federation
import Foundation
import Testing

@testable import RegionSimulator

/// How the simulated regions write what they say.
struct LayoutTests {
    private let plan = SimulationPlan(rows: 300)

    /// Where a layout writes amounts.
    private static let amounts: [(region: String, before: String, after: Character)] = [
        ("uppsala", "<amount>", "<"), ("sormland", "\"pris\": ", "}"), ("varmland", "<Pris>", "<"),
        ("orebro", "\"pris\": \"", "\""), ("vastmanland", " ore=\"", "\""), ("dalarna", "\"pris\": ", "}"),
        ("gavleborg", "<pris>", "<"),
    ]

    @Test(arguments: LayoutTests.amounts)
    func `a region's own layout holds the same amounts as its canonical form`(
        region: String, before: String, after: Character
    ) throws {
        let canonical = try json(SimulatedRegion.canonicalJSON(region: try simulated(region), plan: plan))
        let kinds = ["careServices", "drgFixedPrices", "surcharges"]
        let expected = kinds.flatMap { records($0, in: canonical) }.compactMap(ore)
        let texts = try documents(region, .priceList).map(text)
        let pieces = texts.flatMap { $0.split(separator: before).dropFirst() }
        // A number in JSON ends at the comma or brace after it.
        let ends: Set<Character> = before == "\"pris\": " ? ["}", ","] : [after]
        let found = pieces.map { piece in amount(piece.prefix { !ends.contains($0) }, before) }
        #expect(found.count == expected.count)
        #expect(found.reduce(0, +) == expected.reduce(0, +))
    }

    @Test func `Region Värmland writes ISO-8859-1 and nothing but Last-Modified`() throws {
        for kind in FeedKind.allCases {
            let document = try #require(try documents("varmland", kind).first)
            #expect(document.mediaType == "text/xml; charset=ISO-8859-1")
            #expect(String(validating: document.bytes, as: UTF8.self) == nil)
            #expect(String(bytes: document.bytes, encoding: .isoLatin1)?.contains("å") == true)
            #expect(!document.etag && document.lastModified != nil)
        }
    }

    @Test func `Region Gävleborg lists each part once, and one of them is in Windows-1252`() throws {
        let all = try documents("gavleborg", .priceList)
        let index = text(try #require(all.first))
        let listed = index.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(listed.map(String.init) == all.dropFirst().map(\.path))
        let old = all.filter { $0.mediaType.hasSuffix("windows-1252") }
        #expect(old.count == 1)
        #expect(old.first?.bytes.contains(0x96) == true, "the dash that ISO-8859-1 does not have")
        #expect(all.filter { String(validating: $0.bytes, as: UTF8.self) == nil }.map(\.path) == old.map(\.path))
    }

    @Test func `Region Dalarna deals records out to pages of a thousand that lead to each other`() throws {
        let pages = SimulatedRegion.documents(
            region: try simulated("dalarna"), kind: .priceList, plan: SimulationPlan(rows: 2500))
        let contents = try pages.map { try json($0.bytes) }
        #expect(contents.map { records("items", in: $0).count } == [1000, 1000, 517])
        #expect(contents.compactMap { $0["antal"] as? Int } == [2517, 2517, 2517])
        #expect(contents.dropLast().map { $0["next"] as? String } == pages.dropFirst().map(\.path))
        #expect(contents.last?["next"] is NSNull)
        #expect(Set(contents.compactMap { ($0["meta"] as? [String: Any])?["skapad"] as? String }).count == 1)
    }

    @Test func `exactly a thousand records are one page`() throws {
        let records = try json(
            SimulatedRegion.canonicalJSON(region: try simulated("dalarna"), plan: SimulationPlan(rows: 983)))
        let others = records.values.compactMap { ($0 as? [Any])?.count }.reduce(0, +) - 983
        let pages = SimulatedRegion.documents(
            region: try simulated("dalarna"), kind: .priceList, plan: SimulationPlan(rows: 1000 - others))
        #expect(pages.count == 1)
    }

    @Test func `Region Örebro län begins with a byte order mark and writes no-break spaces`() throws {
        let bytes = try #require(try documents("orebro", .priceList).first).bytes
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: bytes, as: UTF8.self).contains("289\u{A0}000,00"))
    }

    @Test func `Region Uppsala asks for gzip, and every document of every region can be asked for by condition`() throws
    {
        for region in SimulatedRegion.slugs {
            for document in try FeedKind.allCases.flatMap({ try documents(region.text, $0) }) {
                #expect(document.gzip == (region.text == "uppsala"))
                #expect(document.etag || document.lastModified != nil)
            }
        }
    }

    @Test(arguments: [
        (AmountStyle.point, "4120000.50"), (.number, "4120000.5"), (.wholeNumber, "4120000.50"),
        (.swedish, "4 120 000,50"), (.swedishNoBreak, "4\u{A0}120\u{A0}000,50"), (.comma, "4120000,50"),
        (.ore, "412000050"),
    ])
    func `an amount is written in the layout's own way`(style: AmountStyle, text: String) {
        #expect(style.text(Amount(ore: 412_000_050)) == text)
    }

    @Test func `a negative amount keeps its sign before the thousands`() {
        #expect(AmountStyle.swedish.text(Amount(ore: -412_000)) == "-4 120,00")
        #expect(AmountStyle.swedish.text(Amount(ore: -41_200)) == "-412,00")
        #expect(AmountStyle.wholeNumber.text(Amount(ore: 259_000)) == "2590")
    }

    private func documents(_ region: String, _ kind: FeedKind) throws -> [SimulatedDocument] {
        SimulatedRegion.documents(region: try simulated(region), kind: kind, plan: plan)
    }

    private func text(_ document: SimulatedDocument) -> String {
        String(validating: document.bytes, as: UTF8.self)
            ?? String(bytes: document.bytes, encoding: .windowsCP1252) ?? ""
    }

    /// The öre of an amount in any of the layouts.
    private func amount(_ text: Substring, _ before: String) -> Int64 {
        let plain = String(text.filter { $0.isNumber || $0 == "," || $0 == "." }).replacing(",", with: ".")
        guard let decimal = ExactDecimal(plain) else { return 0 }
        return before == " ore=\"" ? decimal.units : decimal.rescaled(to: 2)?.units ?? 0
    }
}
