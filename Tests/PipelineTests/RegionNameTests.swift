import Federation
import Foundation
import RegionSimulator
import Testing

/// What a file itself calls its region, in the layouts that say it.
struct RegionNameTests {
    private static let regions = ["varmland", "orebro", "vastmanland", "dalarna", "gavleborg", "sormland"]

    @Test(arguments: regions, FeedKind.allCases)
    func `a file that calls itself another region's is held, whatever its number says`(
        region: String, kind: FeedKind
    ) throws {
        let bench = try ExamineBench(slug(region), kind)
        let documents = SimulatedRegion.documents(region: try slug(region), kind: kind, plan: SimulationPlan(rows: 4))
        let own = try #require(try Bench.loaded.get().region(slug(region))?.region.name)
        for name in ["Region Uppsala", "UPPSALA", "uppsala"] {
            let told = try bench.examine(documents.map { try $0.replacing("\"\(own)\"", with: "\"\(name)\"") })
            #expect(told.report.totals == ["wrong-region": 1] && told.verdict == .held, "\(told.report.totals)")
            #expect(told.report.samples.first?.arguments["found"] == "Region Uppsala")
            #expect(told.report.samples.first?.sample == name)
        }
        let unknown = try bench.examine(documents.map { try $0.replacing("\"\(own)\"", with: "\"Landstinget\"") })
        #expect(unknown.report.totals["wrong-region"] == nil)
    }
}

extension SimulatedDocument {
    /// The document with another text, in its encoding.
    fileprivate func replacing(_ old: String, with new: String) throws -> SimulatedDocument {
        let isEightBit = ["ISO-8859-1", "windows-1252"].contains { bytes.prefix(100).contains(text: $0) }
        let encoding: String.Encoding = isEightBit ? .isoLatin1 : .utf8
        let text = try #require(String(data: Data(bytes), encoding: encoding)).replacing(old, with: new)
        return SimulatedDocument(
            path: path, mediaType: mediaType, bytes: Array(try #require(text.data(using: encoding))))
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(text: String) -> Bool {
        String(decoding: self, as: UTF8.self).lowercased().contains(text.lowercased())
    }
}
