import Federation
import Foundation
import Pricing
import Registry
import Testing

struct DescriptorReadingTests {
    private func feed(_ text: String, settings: [String: String] = [:]) throws -> FeedDescriptor {
        try Descriptors.withRegions([text]) { folder in
            try #require(try Descriptors.load(folder, settings: settings).regions.first?.feed(.priceList))
        }
    }

    private func descriptor(_ change: (String) -> String = { $0 }) throws -> String {
        change(try String(contentsOfFile: packageFolder + "/Regions/varmland.json", encoding: .utf8))
    }

    private func error(_ text: String) throws -> PremisesError {
        try Descriptors.withRegions([text]) { folder in
            try #require(throws: PremisesError.self) { try Descriptors.load(folder) }
        }
    }

    @Test func `a feed's timetable is read`() throws {
        let timetable = try #require(try feed(descriptor()).timetable)
        #expect(timetable.opens == Day("2022-09-01") && timetable.closes == Day("2022-11-20"))
    }

    @Test(arguments: [
        ("2022-09-01", "2022-11-10", "2022-11-10"), ("2022-09-01", "2022-11-30", "2022-11-30"),
        ("2021-09-01", "2021-11-20", "2022-11-20"), ("2023-09-01", "2023-11-20", "2022-11-20"),
    ])
    func `a feed's own last day counts where its window is about the year's round`(
        opens: String, closes: String, wanted: String
    ) throws {
        let text = try descriptor { $0.replacing("2022-09-01", with: opens).replacing("2022-11-20", with: closes) }
        let round = Timetable(
            weightsDue: try #require(Day("2022-10-31")), submissionsOpen: try #require(Day("2022-09-01")),
            submissionsClose: try #require(Day("2022-11-20")), decision: try #require(Day("2022-12-02")))
        #expect(try feed(text).submissionsClose(round) == Day(wanted))
        #expect(try feed(text).submissionsClose(nil) == nil)
    }

    @Test func `a token goes along as a bearer's; without its setting the feed says which is missing`() throws {
        let text = try Descriptors.text(
            DescriptorMutation("token", "/feeds/0/authorization", #""${SAMVERKAN_VARMLAND_TOKEN}""#))
        let address = ["SAMVERKAN_VARMLAND_URL": "http://127.0.0.1:1"]
        let given = try feed(text, settings: address.merging(["SAMVERKAN_VARMLAND_TOKEN": "abc"]) { $1 })
        #expect(given.missingSetting == nil && given.feed.headers == ["Authorization": "Bearer abc"])
        for token in ["abc\r\nX-Other: 1", "a b", "å"] {
            let error = #expect(throws: PremisesError.self) {
                try feed(text, settings: address.merging(["SAMVERKAN_VARMLAND_TOKEN": token]) { $1 })
            }
            #expect(error?.path == "/feeds/0/authorization" && error?.swedish.contains(token) == false)
        }
        for token in [[:], ["SAMVERKAN_VARMLAND_TOKEN": ""]] {
            let missing = try feed(text, settings: address.merging(token) { $1 })
            #expect(missing.missingSetting == "SAMVERKAN_VARMLAND_TOKEN" && missing.feed.headers.isEmpty)
            #expect(missing.hasAddress)
        }
    }

    @Test func `names, tables and texts written decomposed are read composed`() throws {
        let text = try descriptor().decomposedStringWithCanonicalMapping
        let composed = try feed(descriptor())
        let decomposed = try feed(text)
        #expect(decomposed.mapping == composed.mapping)
        let region = try Descriptors.withRegions([text]) { try Descriptors.load($0).regions.first?.region }
        #expect(try #require(region).name.utf8.elementsEqual("Region Värmland".utf8))
        for rule in decomposed.mapping.records.flatMap(\.fields) {
            guard case .own(let rows) = rule.table else { continue }
            #expect(rows.keys.allSatisfy { $0.utf8.elementsEqual($0.normalized.utf8) })
        }
    }

    @Test func `a syntax error is a sentence in both languages, with the parser's words after`() throws {
        let error = try error(#"{ "slug": "varmland", }"#)
        #expect(error.swedish.hasPrefix("filen är inte giltig JSON. Läsaren säger: Missing a name"))
        #expect(error.english.hasPrefix("the file is not well-formed JSON. The parser says: Missing a name"))
    }

    @Test func `what is expected is said in the reader's language`() throws {
        let error = try error(descriptor { $0.replacing(#""name": "Region Värmland""#, with: #""name": 5"#) })
        #expect(error.swedish.contains("väntat: en text") && error.english.contains("expected: string"))
    }

    @Test func `a file of more than 16 MiB is refused, and says so`() throws {
        let error = try error(String(repeating: " ", count: (16 << 20) + 1))
        #expect(error.swedish.contains("större än 16 MiB") && error.english.contains("larger than 16 MiB"))
    }
}
