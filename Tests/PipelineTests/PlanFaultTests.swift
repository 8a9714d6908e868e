import Federation
import Foundation
import RegionSimulator
import Testing

/// Faults in plan reports, in every region's layout. A plan report has all rounds, perhaps none, and no mark for trials:
/// there is no last year's file of it, no missing line and no test data.
struct PlanFaultTests {
    @Test(arguments: SimulatedRegion.slugs)
    func `no fault of a plan report passes in silence in any layout`(region: RegionSlug) throws {
        let bench = try ExamineBench(region, .plan)
        let reports = { SimulatedRegion.documents(region: region, kind: .plan, plan: SimulationPlan(), variant: $0) }
        let sound = try bench.examine(reports(.normal))
        #expect(sound.verdict == .accepted && sound.report.totals == [:] && sound.submission == nil)
        let wanted: [(ContentVariant, Verdict, String)] = [
            (.wrongEncoding, .refused, "encoding-broken"), (.notXML, .refused, "looks-like"),
            (.emptyDocument, .refused, "empty-document"), (.schemaDrift, .refused, "missing-field"),
            (.missingColumn, .refused, "missing-field"),
            newColumn(in: region), (.otherRegionsFile, .held, "wrong-region"),
            (.personalIdentityNumber, .held, "personal-number"),
        ]
        for (variant, verdict, code) in wanted {
            let told = try bench.examine(reports(variant))
            let comment = Comment(rawValue: "\(variant.name) in \(region): \(told.verdict) \(told.report.totals)")
            #expect(told.verdict == verdict && told.report.totals[code] != nil, comment)
        }
    }

    @Test(arguments: SimulatedRegion.slugs)
    func `an unknown status is told in every layout, and so is a file of the other kind`(region: RegionSlug) throws {
        let bench = try ExamineBench(region, .plan)
        let documents = SimulatedRegion.documents(region: region, kind: .plan, plan: SimulationPlan())
        let strange = documents.map { document in
            let text = String(decoding: document.bytes, as: UTF8.self)
            let word = ["Enligt plan", "onTrack"].first(where: text.contains) ?? "Enligt plan"
            return document.replacing(word, with: "G" + word.dropFirst())
        }
        let told = try bench.examine(strange)
        #expect((told.report.totals["unknown-status"] ?? 0) > 0 && told.verdict == .refused, "\(told.report.totals)")
        let prices = SimulatedRegion.documents(region: region, kind: .priceList, plan: SimulationPlan(rows: 4))
        let other = try bench.examine(prices)
        // Where both kinds have the same list of records, it is their types that nobody knows.
        let hasOneList = ["orebro", "dalarna"].contains(region.text)
        let code = hasOneList ? "record-kind-unknown" : "wrong-kind"
        #expect(other.verdict == (hasOneList ? .refused : .held), "\(other.verdict)")
        #expect(other.report.totals[code] != nil, "\(other.report.totals)")
    }

    /// A new column of a record holds the delivery; one that stands above the records is told.
    private func newColumn(in region: RegionSlug) -> (ContentVariant, Verdict, String) {
        switch region.text {
        case "uppsala": (.newColumn, .refused, "not-in-contract")
        case "sormland", "gavleborg": (.newColumn, .accepted, "unmapped-content")
        default: (.newColumn, .held, "new-column")
        }
    }
}

extension SimulatedDocument {
    /// The document with other bytes of the same length in the places of some.
    fileprivate func replacing(_ old: String, with new: String) -> SimulatedDocument {
        SimulatedDocument(
            path: path, mediaType: mediaType, bytes: Array(bytes.replacing(Array(old.utf8), with: Array(new.utf8))))
    }
}
