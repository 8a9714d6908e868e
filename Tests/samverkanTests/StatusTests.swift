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
        let file = try folder.file("next.xml", example.replacing("year=\"2023\"", with: "year=\"2024\""))
        let common = ["--data", folder.path + "/data", "--year", "2023", "--now", "2022-11-15T09:00:00Z"]
        _ = try Program(["submit", file, "--region", "uppsala", "--kind", "price-list"] + common)
        let told = try Program(["status"] + common).out
        #expect(told.contains("Det som har levererats gäller 2024."), "\(told)")
        #expect(try Program(["status", "--lang", "en"] + common).out.contains("What was delivered is for 2024."))
    }
}
