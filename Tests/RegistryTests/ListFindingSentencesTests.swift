import Federation
import Foundation
import Testing

@testable import Pricing
@testable import Registry

/// Every finding on a list has its sentences, filled in whole, in both languages.
@Suite struct ListFindingSentencesTests {
    let premises: Premises
    let region: RegionSlug
    let key: ListedLineKey

    init() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        premises = try Premises.load(
            regionsFolder: root.appending(path: "Regions").path(),
            contractsFolder: root.appending(path: "Contracts").path(),
            setting: { _ in nil })
        region = try #require(RegionSlug("varmland"))
        key = .careService(
            CareServiceKey(
                region: region, provider: "karlstad", unit: "kirurgi", code: "KIR01", typeOfCare: .outpatient,
                careLevel: .county))
    }

    /// A finding of each code, with the facts that its rule gives.
    func findings() throws -> [ListFinding] {
        let year = try #require(Year(2022))
        return ListRulebook.codes.map { code in
            let (subject, facts) =
                code.hasPrefix("missing-") ? missing(code) : common(code, year) ?? stated(code)
            return ListFinding(code: code, version: 1, subject: subject, evidence: .none, facts: facts)
        }
    }

    private let change = PriceChange(
        amount: Amount(ore: 120_000), last: Amount(ore: 100_000), measure: .doctorVisit, reason: "Ny metod")

    /// What is about one price.
    private func stated(_ code: String) -> (ListFinding.Subject, ListFacts) {
        let line = ListFinding.Subject.line(key.lineID, key)
        switch code {
        case "measure-changed": return (line, .measureChanged(change, lastMeasure: .careDay))
        case "far-from-other-regions":
            let deviation = PriceDeviation(
                amount: Amount(ore: 120_000), measure: .doctorVisit, median: EighthsOfOre(Amount(ore: 100_000)),
                medianDistance: EighthsOfOre(Amount(ore: 100)), regions: 5)
            return (line, .deviation(deviation))
        case "surcharge-below-least":
            let facts = ListFacts.belowLeast(
                Amount(ore: 40_000), measure: .piece, least: Amount(ore: 50_000), last: nil)
            return (line, facts)
        case _ where code.hasPrefix("fixed-price-"): return leftOut(code)
        case "suspicious-amount": return (line, .price(Amount(ore: 9_999_900), measure: .hour, last: nil))
        default: return (line, .change(change))
        }
    }

    /// What is about a fixed price that is left out.
    private func leftOut(_ code: String) -> (ListFinding.Subject, ListFacts) {
        let line = DRGFixedPriceLine(
            region: region, provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: Amount(ore: 5_000_000),
            reason: "Avtal", source: .model(path: "/fixedPrices/0"))
        let exception = DecidedException(
            provider: ProviderReference(region: region, provider: "karlstad"), unit: nil, typesOfCare: .all,
            reason: "Beslut")
        let obstacle: LeftOutFixedPrice.Obstacle =
            switch code {
            case "fixed-price-excepted": .excepted(AppliedException(exception: exception, path: "/exceptions/0"))
            case "fixed-price-overruled": .decided(line)
            default: .undeclared
            }
        let subject = ListFinding.Subject.line(line.id, ListedLine(line).key)
        return (subject, .leftOut(LeftOutFixedPrice(line: line, obstacle: obstacle)))
    }

    /// What is about more than one price; nil for the others.
    private func common(_ code: String, _ year: Year) -> (ListFinding.Subject, ListFacts)? {
        let index = AppliedIndex(
            index: PriceIndex(
                name: "LPIK", percent: ExactDecimal(units: 28, scale: 1), source: "exempel", date: nil),
            id: "barn", path: "/indexation/others/0")
        let moved = MovedPrices(pointPrice: "region", count: 900, all: 923, greatest: change, greatestCode: "T10N")
        switch code {
        case "list-without-last-year": return (.list, .year(year, count: 12))
        case "older-version-used": return (.region(region), .name("5f0c1b8e9a7d"))
        case "weights-made-up": return (.weightList("clinic"), .name("clinic.csv"))
        case "delivery-with-warnings": return (.region(region), .name("late-delivery (1)"))
        case "region-left": return (.region(region), .year(year, count: 12))
        case "index-without-medical-field":
            return (.line(key.lineID, key), .unfielded(index, others: [index]))
        case "index-beyond-limit", "index-without-date": return (.index("barn"), .index(index))
        case "drg-prices-moved": return (.pointPrice("region"), .moved(moved))
        default: return nil
        }
    }

    /// What is about something that is not there.
    private func missing(_ code: String) -> (ListFinding.Subject, ListFacts) {
        switch code {
        case "missing-hospital-silent":
            (.hospital(region, provider: "arvika"), .missing(MissingItem(reason: .hospitalSilent)))
        case "missing-line-gone", "missing-no-last-year-price":
            (.line(key.lineID, key), .missing(MissingItem(reason: .lineGone)))
        case _ where code.hasPrefix("missing-group"):
            (
                .group(weightList: "clinic", drg: "T10N", typeOfCare: .inpatient),
                .missing(MissingItem(reason: .groupWithoutWeight))
            )
        default: (.region(region), .missing(MissingItem(reason: .held)))
        }
    }

    @Test func `every code has a severity that can be acknowledged, and whole sentences`() throws {
        let known = Set(premises.catalogue.codes)
        for finding in try findings() {
            #expect(known.contains(finding.code), "\(finding.code)")
            #expect(premises.catalogue[finding.code].severity != .error, "\(finding.code)")
            for language in Language.allCases {
                let told = premises.catalogue.sentences(of: finding, in: language, names: premises.names(in: language))
                #expect(!(told.wrong + told.whatToDo).contains("{"), "\(finding.code): \(told.wrong)")
            }
        }
    }

    @Test func `an index without a day is told by its place in the price model`() throws {
        let finding = try #require(try findings().first { $0.code == "index-without-date" })
        let told = premises.catalogue.sentences(of: finding, in: .swedish, names: premises.names(in: .swedish))
        #expect(told.wrong.contains("LPIK 2,8 %") && told.whatToDo.contains("indexation.others.0.date"))
        #expect(finding.subject.words(premises.names(in: .english), in: .english) == "The index barn")
    }

    @Test func `the sentences speak of kronor, and of places and measures by their names`() throws {
        let finding = try #require(try findings().first { $0.code == "measure-changed" })
        let swedish = premises.catalogue.sentences(of: finding, in: .swedish, names: premises.names(in: .swedish))
        let place = "Region Värmland, Centralsjukhuset i Karlstad, Kirurgkliniken"
        #expect(swedish.wrong.hasPrefix("\(place), KIR01: 1\u{A0}200\u{A0}kr per läkarbesök"))
        #expect(finding.subject.words(premises.names(in: .swedish), in: .swedish) == "\(place), KIR01")
        #expect(swedish.wrong.contains("1\u{A0}000\u{A0}kr per vårddag"))
        let english = premises.catalogue.sentences(of: finding, in: .english, names: premises.names(in: .english))
        #expect(english.wrong.contains("SEK\u{A0}1,200 per"))
    }
}
