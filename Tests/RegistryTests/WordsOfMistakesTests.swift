import Federation
import Foundation
import Registry
import Testing

/// A mistake in a price model or weight list is told in words, not by its code.
struct WordsOfMistakesTests {
    @Test(arguments: [
        (
            "price-models/2023.json", #""priceListCode": "2""#, #""priceListCode": "9""#, "prislistekod",
            "price list code"
        ),
        ("price-models/2023.json", #""percent": "2.8""#, #""percent": "-100""#, "procent", "per cent"),
    ])
    func `a price model that contradicts itself is told in both languages`(
        file: String, right: String, wrong: String, swedish: String, english: String
    ) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/contracts-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // A link would be copied as a link, and the change below go through it.
        let contracts = URL(filePath: Self.repository + "/Contracts").resolvingSymlinksInPath().path
        try FileManager.default.copyItem(atPath: contracts, toPath: folder)
        let path = folder + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(right))
        try text.replacing(right, with: wrong).write(toFile: path, atomically: true, encoding: .utf8)
        let error = try #require(throws: PremisesError.self) {
            try Premises.load(
                regionsFolder: Self.repository + "/Regions", contractsFolder: folder, setting: { _ in nil })
        }
        #expect(error.words(in: .swedish).contains(swedish) && error.words(in: .english).contains(english))
        #expect(error.file == path && !error.swedish.contains("price-model-"))
    }

    @Test func `each way that a fetch can fail has a sentence in the catalogue, with its code and facts`() throws {
        let failures = try Premises.load(
            regionsFolder: Self.repository + "/Regions", contractsFolder: Self.repository + "/Contracts",
            setting: { _ in nil }
        ).failures
        #expect(failures.codes.contains("stalled"))
        #expect(failures.words("stalled", detail: "1 s", in: .english).hasSuffix("(stalled: 1 s)"))
        #expect(failures.words("stalled", detail: "", in: .swedish).hasSuffix("(stalled)"))
        #expect(failures.words("unheard-of", detail: "x", in: .swedish) == "unheard-of: x")
    }

    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
