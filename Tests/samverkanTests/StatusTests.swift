import Foundation
import Testing

/// What `status` says to a person of who has delivered.
@Suite struct StatusTests {
    @Test func `a region that has delivered for another year has delivered nothing, and is told with that year`() throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let example = try String(
            contentsOfFile: packageFolder + "/Contracts/feeds/price-submission-1.example.xml", encoding: .utf8)
        let earlier = example.replacing("year=\"2023\"", with: "year=\"2022\"")
            .replacing("2022-10-14", with: "2021-10-14")
        let file = try folder.file("earlier.xml", earlier)
        let common = ["--data", folder.path + "/data", "--year", "2023"]
        // It came before the submissions for 2023 opened, and still stands.
        _ = try Program(
            ["submit", file, "--region", "uppsala", "--kind", "price-list", "--now", "2022-08-20T09:00:00Z"] + common)
        let status = ["status", "--now", "2022-11-15T09:00:00Z"] + common
        let told = try Program(status).out
        #expect(told.contains("Det som har levererats gäller 2022."), "\(told)")
        #expect(try Program(status + ["--lang", "en"]).out.contains("What was delivered is for 2022."))
    }
}
