import Federation
import Foundation
import Harvest
import Logging
import Pipeline
import Testing

/// A delivery for another year than the server's.
@Suite struct OtherYearTests {
    @Test func `a region that has delivered for another year is told with it, and judged by the server's own`()
        async throws
    {
        let uppsala = try #require(RegionSlug("uppsala"))
        let contracts = FileManager.default.temporaryDirectory.path + "/contracts-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: contracts) }
        try FileManager.default.copyItem(atPath: Site.root + "/Contracts", toPath: contracts)
        let model = try String(contentsOfFile: contracts + "/price-models/2023.json", encoding: .utf8)
        try model.replacing("\"year\": 2023", with: "\"year\": 2024").replacing("\"2023-", with: "\"2024-")
            .replacing("\"2022-", with: "\"2023-")
            .write(toFile: contracts + "/price-models/2024.json", atomically: true, encoding: .utf8)
        try await Site.run(contracts: contracts) { gateway in
            let next = try String(contentsOfFile: Site.example, encoding: .utf8)
                .replacing("year=\"2023\"", with: "year=\"2024\"")
            let file = FileManager.default.temporaryDirectory.path + "/next-\(UUID().uuidString).xml"
            defer { try? FileManager.default.removeItem(atPath: file) }
            try next.write(toFile: file, atomically: true, encoding: .utf8)
            _ = try await gateway.submit(files: [file], region: uppsala, kind: .priceList)
        } _: { site in
            let status = try await site.get("/v1/status").json()
            let absences = try #require(status["absences"] as? [[String: Any]])
            let told = try #require(absences.first { $0["region"] as? String == "uppsala" })
            #expect(told["reason"] as? String == "other-year" && told["year"] as? Int == 2024)

            // The office examines it for the year that it is for.
            let own = site.gateway
            let office = try Gateway(
                premises: own.premises, dataFolder: site.folder, year: own.year.next, limits: FetchLimits(),
                networks: .publicOnly, logger: Logger(label: "web-tests"), now: own.now)
            let (region, feed) = try office.feed(uppsala, .priceList)
            let version = try #require(try await office.store.currentVersion(region: uppsala, kind: .priceList)).version
            #expect(try await office.examine(version, feed: feed, region: region).report.totals["wrong-year"] == nil)
            let items = try await site.get("/v1/regions/uppsala/feeds/price-list/versions").items()
            #expect(items.map { $0["verdict"] as? String } == ["held"])
        }
    }
}
