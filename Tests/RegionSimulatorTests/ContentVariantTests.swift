import Federation
import Foundation
import Testing

@testable import RegionSimulator

/// What goes wrong in a delivery's content when it is asked to.
struct ContentVariantTests {
    private static let plan = SimulationPlan(rows: 20)
    /// Variants that mean something only where a delivery has parts.
    private static let aboutParts: Set<ContentVariant> = [.nextToItself, .missingPage, .pageTwice, .totalDiffers]
    /// Variants that give the same large document for every region of a format.
    private static let large: Set<ContentVariant> = [.hugeNumber, .deepNesting, .manyAttributes]

    @Test func `variants have names of their own and a sentence each`() {
        #expect(Set(ContentVariant.allCases.map(\.name)).count == ContentVariant.allCases.count)
        #expect(ContentVariant.allCases.allSatisfy { $0.explanation.hasSuffix(".") && $0.explanation.count > 10 })
    }

    @Test(arguments: ContentVariant.allCases.filter { $0 != .normal && !large.contains($0) })
    func `every variant changes the price list of every region that it concerns`(variant: ContentVariant) {
        for region in SimulatedRegion.slugs {
            let isOnePart = !["dalarna", "gavleborg"].contains(region.text)
            guard !(isOnePart && Self.aboutParts.contains(variant)) else { continue }
            guard variant != .totalDiffers || region.text == "dalarna" else { continue }
            let normal = delivered(region, .normal)
            let wrong = delivered(region, variant)
            #expect(normal.map(\.bytes) != wrong.map(\.bytes) || wrong.first?.trailingBlanks ?? 0 > 0)
            #expect(wrong.first?.path == normal.first?.path)
        }
    }

    @Test(arguments: [
        (ContentVariant.schemaDrift, "<serviceCode>", "<code>"), (.missingColumn, "<text>", "<code>"),
        (.newColumn, "<serviceCode>", "<nothing>"), (.lastYearsFile, "year=\"2022\"", "year=\"2023\""),
        (.otherRegionsFile, "region=\"sormland\"", "region=\"uppsala\""), (.testData, "testData=\"true\"", "<nothing>"),
        (.negativePrice, "<amount>-", "<amount>--"), (.noLines, "</priceSubmission>", "<provider>"),
        (.personalIdentityNumber, "19121212-1212", "<nothing>"), (.doctype, "<!DOCTYPE", "<priceSubmission"),
        (.externalEntity, "SYSTEM \"file:", "<priceSubmission"), (.entityBomb, "<!ENTITY e9", "<priceSubmission"),
        (.notXML, "<!DOCTYPE html>", "<priceSubmission"), (.decimalComma, ",00</amount>", ".00</amount>"),
    ])
    func `a variant shows what it says`(variant: ContentVariant, has: String, hasNot: String) throws {
        let text = String(
            decoding: try #require(delivered(try simulated("uppsala"), variant).first).bytes, as: UTF8.self)
        #expect(text.contains(has))
        #expect(!text.contains(hasNot))
    }

    @Test func `amounts are scaled as the variant says`() throws {
        let region = try simulated("dalarna")
        let sum = { (variant: ContentVariant) in
            try delivered(region, variant).flatMap { records("items", in: try json($0.bytes)) }
                .compactMap { ($0["pris"] as? NSNumber).map { Int64(($0.doubleValue * 100).rounded()) } }.reduce(0, +)
        }
        let normal = try sum(.normal)
        #expect(try sum(.pricesTimesTen) == normal * 10)
        #expect(try sum(.pricesInOre) == normal * 100)
        #expect(try sum(.pricesDividedByHundred) == normal / 100)
    }

    @Test func `half the lines are gone, or three come twice`() throws {
        let region = try simulated("orebro")
        let count = { (variant: ContentVariant) in
            try delivered(region, variant).map { Array($0.bytes.dropFirst(3)) }
                .flatMap { records("rader", in: try json($0)) }.filter { $0["typ"] as? String == "vardtjanst" }.count
        }
        #expect(try count(.normal) == 20)
        #expect(try count(.halfTheLines) == 10)
        #expect(try count(.duplicateLines) == 23)
    }

    @Test(arguments: SimulatedRegion.slugs)
    func `a wrong encoding says UTF-8 and is not`(region: RegionSlug) {
        let documents = delivered(region, .wrongEncoding)
        #expect(documents.contains { String(validating: $0.bytes, as: UTF8.self) == nil })
        #expect(documents.allSatisfy { !$0.mediaType.contains("8859") && !$0.mediaType.contains("1252") })
    }

    @Test func `pages lead to themselves, to nowhere, or to the same again, or state too many items`() throws {
        let region = try simulated("dalarna")
        let looped = delivered(region, .nextToItself)
        #expect(try json(looped[0].bytes)["next"] as? String == looped[0].path)
        let torn = delivered(region, .missingPage)
        let next = try json(torn[0].bytes)["next"] as? String
        #expect(next != nil && !torn.map(\.path).contains(next ?? ""))
        let twice = delivered(region, .pageTwice)
        #expect(try json(twice[0].bytes)["next"] as? String == twice[1].path)
        let items = try twice.map {
            try JSONSerialization.data(withJSONObject: json($0.bytes)["items"] ?? [], options: .sortedKeys)
        }
        #expect(items[0] == items[1])
        let stated = try json(delivered(region, .totalDiffers)[0].bytes)["antal"] as? Int
        #expect(try stated == (json(delivered(region, .normal)[0].bytes)["antal"] as? Int).map { $0 + 1 })
    }

    @Test func `an index lists itself, a part that is not there, or a part twice`() throws {
        let region = try simulated("gavleborg")
        let listed = { (documents: [SimulatedDocument]) in
            String(decoding: documents.first?.bytes ?? [], as: UTF8.self).components(separatedBy: "href=\"")
                .dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
        let looped = delivered(region, .nextToItself)
        #expect(listed(looped).contains(looped[0].path))
        let torn = delivered(region, .missingPage)
        #expect(!Set(listed(torn)).isSubset(of: torn.map(\.path)))
        let twice = listed(delivered(region, .pageTwice))
        #expect(Set(twice).count == twice.count - 1)
    }

    @Test func `hostile documents are as large as they say`() throws {
        for region in ["uppsala", "sormland"] {
            let size = { (variant: ContentVariant) in delivered(try simulated(region), variant).first?.bytes.count ?? 0
            }
            #expect(try size(.emptyDocument) == 0)
            #expect(try size(.onlyBOM) == 3)
            #expect(try size(.hugeNumber) > 10_000_000)
            #expect(try size(.deepNesting) >= 2_000_000)
            #expect(try size(.manyAttributes) > 2_000_000)
            #expect(delivered(try simulated(region), .huge).first?.trailingBlanks == 600 << 20)
        }
    }

    @Test func `the made-up personal number has a right check digit`() {
        let digits = ContentVariant.madeUpPersonalNumber.filter(\.isNumber).dropFirst(2).compactMap(\.wholeNumberValue)
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let value = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        #expect(digits.count == 10 && sum % 10 == 0)
    }

    private func delivered(_ region: RegionSlug, _ variant: ContentVariant) -> [SimulatedDocument] {
        SimulatedRegion.documents(region: region, kind: .priceList, plan: Self.plan, variant: variant)
    }
}
