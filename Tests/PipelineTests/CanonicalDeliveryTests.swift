import Federation
import Pipeline
import Pricing
import RegionSimulator
import Testing

/// Regions with layouts of their own that deliver the contract's form one day.
struct CanonicalDeliveryTests {
    @Test(arguments: [
        ("varmland", DocumentForm.xml), ("sormland", .json), ("dalarna", .json), ("dalarna", .xml), ("gavleborg", .xml),
    ])
    func `the list is the same whichever form a region delivers in, and every price is explained by its own bytes`(
        region: String, form: DocumentForm
    ) async throws {
        try await withRegions([region]) { bench in
            try await bench.openLastYear()
            let gateway = try bench.gateway()
            let own = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(own.examination?.verdict == .accepted)
            let before = try await gateway.build(try year(2023), useLastGood: false)

            let slug = try slug(region)
            let file = form.bytes(of: slug)
            bench.servers.setDocuments([form.document(file, like: slug)], for: slug, kind: .priceList)
            let result = try #require(try await gateway.fetch(kinds: [.priceList]) { _ in }.first)
            #expect(result.isNew && result.examination?.verdict == .accepted, "\(result)")
            let after = try await gateway.build(try year(2023), useLastGood: false)
            #expect(after.list.careServices.map(\.id) == before.list.careServices.map(\.id))
            #expect(after.list.careServices.map(\.amount) == before.list.careServices.map(\.amount))

            let line = try #require(after.list.careServices.first { $0.region == slug })
            let explained = try #require(try await gateway.explain(line.id)?.explanation)
            let excerpt = try #require(explained.steps.flatMap(\.inputs).lazy.compactMap(\.excerpt).first)
            #expect(excerpt.path?.contains("careService") == true && excerpt.text.hasPrefix(form == .xml ? "<" : "{"))

            let handed = try bench.file("fil." + form.rawValue, file)
            let checked = try await gateway.check(files: [handed], region: slug, kind: .priceList)
            #expect(checked.verdict == .accepted && checked.missing.isEmpty)
        }
    }
}

/// The two forms of the contract.
enum DocumentForm: String {
    case xml, json

    func bytes(of region: RegionSlug) -> [UInt8] {
        let plan = SimulationPlan(rows: Bench.rows)
        return switch self {
        case .xml: SimulatedRegion.canonicalXML(region: region, plan: plan)
        case .json: SimulatedRegion.canonicalJSON(region: region, plan: plan)
        }
    }

    /// A document at the address of the region's own.
    func document(_ bytes: [UInt8], like region: RegionSlug) -> SimulatedDocument {
        let own = SimulatedRegion.documents(
            region: region, kind: .priceList, plan: SimulationPlan(rows: Bench.rows)
        ).first
        return SimulatedDocument(path: own?.path ?? "/", mediaType: "application/\(rawValue)", bytes: bytes)
    }
}
