import Federation
import Intake
import Pricing
import Reading
import RegionSimulator
import Registry
import Testing

/// What must come of a content fault in a layout, whichever region's it is.
private struct ContentVerdict {
    let verdict: Verdict
    let code: String

    init(_ verdict: Verdict, _ code: String) {
        self.verdict = verdict
        self.code = code
    }

    /// The verdict on a fault; nil for a fault that is not in one document's content.
    init?(_ variant: ContentVariant, isContract: Bool, isXML: Bool) {
        switch variant {
        case .normal, .huge, .nextToItself, .missingPage, .pageTwice, .totalDiffers: return nil
        case .wrongEncoding: self.init(.refused, "encoding-broken")
        case .notXML: self.init(.refused, "looks-like")
        case .emptyDocument, .onlyBOM: self.init(.refused, "empty-document")
        case .doctype, .externalEntity, .entityBomb: self.init(.refused, isXML ? "doctype-refused" : "looks-like")
        case .deepNesting: self.init(.refused, "nesting-too-deep")
        case .manyAttributes: self.init(.refused, isXML ? "start-tag-too-large" : "too-many-names")
        case .hugeNumber: self.init(.refused, isXML ? "text-too-large" : "json-not-well-formed")
        case .schemaDrift, .missingColumn: self.init(.refused, "missing-field")
        case .newColumn: self.init(isContract ? .refused : .held, isContract ? "not-in-contract" : "new-column")
        case .duplicateLines: self.init(.refused, "duplicate-line")
        case .negativePrice: self.init(.refused, "amount-negative")
        case .decimalComma: self.init(.refused, "amount-not-a-number")
        case .pricesTimesTen, .pricesInOre, .pricesDividedByHundred: self.init(.held, "all-prices-scaled")
        case .halfTheLines: self.init(.held, "lines-dropped")
        case .noLines: self.init(.refused, "no-lines")
        case .lastYearsFile: self.init(.held, "wrong-year")
        case .otherRegionsFile: self.init(.held, "wrong-region")
        case .testData: self.init(.held, "test-data")
        case .personalIdentityNumber: self.init(.held, "personal-number")
        }
    }
}

/// Every fault of the content in every region's layout, examined as it would be when it has been fetched.
struct ContentFaultTests {
    private static let plan = SimulationPlan(rows: Bench.rows)
    private static let lastYear = Result {
        let reader = AdoptedListReader(year: try year(2022), regions: try Bench.loaded.get().regions.map(\.region))
        let list = try reader.read(MemorySource(SimulatedPriceList.adopted2022(plan: plan)))
        #expect(list.report.totals.isEmpty)
        return list.careServices
    }

    @Test(arguments: SimulatedRegion.slugs)
    func `no fault of the content passes in silence in any layout`(region: RegionSlug) throws {
        let bench = try ExamineBench(region, lastYear: Self.lastYear.get())
        let sound = try bench.examine(SimulatedRegion.documents(region: region, kind: .priceList, plan: Self.plan))
        #expect(sound.verdict == .accepted && sound.report.totals.keys.allSatisfy { bench.severity($0) == .info })
        for variant in ContentVariant.allCases {
            guard let wanted = ContentVerdict(variant, isContract: bench.isContract, isXML: bench.isXML) else {
                continue
            }
            // These are large, and what they are told of is the format's: one region of each is enough.
            let isLarge = [.deepNesting, .manyAttributes, .hugeNumber].contains(variant)
            guard !isLarge || ["uppsala", "sormland"].contains(region.text) else { continue }
            let told = try bench.examine(
                SimulatedRegion.documents(region: region, kind: .priceList, plan: Self.plan, variant: variant))
            let comment = Comment(rawValue: "\(variant.name) in \(region): \(told.verdict) \(told.report.totals)")
            #expect(told.verdict == wanted.verdict && told.report.totals[wanted.code] != nil, comment)
        }
    }
}
