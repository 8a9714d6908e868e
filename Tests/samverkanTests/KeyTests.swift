import Foundation
import Testing

/// The keys on the command line, also where one is lost.
@Suite final class KeyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    deinit { folder.remove() }

    private func keys(_ words: [String], lang: String = "sv") throws -> Program {
        try Program(
            ["keys"] + words + ["--data", folder.path + "/data", "--now", "2024-01-15T09:00:00Z", "--lang", lang],
            settings: ["SAMVERKAN_PERSONS": "anna=Anna"])
    }

    private func new(_ name: String, _ words: [String] = []) throws -> Program {
        try keys(["new", "--by", "anna", "--file", "\(folder.path)/\(name)"] + words)
    }

    private let decision = [
        "--number", "SN 2024-0003", "--paragraph", "5", "--date", "2024-01-12", "--reason", "Disken gick sönder",
    ]

    @Test func `a lost key is given up by a decision, and the list tells by which and why`() throws {
        #expect(try new("first.pem").code == 0)
        #expect(try !keys(["list"]).out.contains("uppgiven"))
        let made = try new("second.pem", ["--without-previous"] + decision)
        #expect(made.code == 0, "\(made.err)")
        #expect(made.out.contains("Nyckeln före är uppgiven"))
        #expect(
            try keys(["list"]).out.contains(
                " är uppgiven, utan sin underskrift: beslut SN 2024-0003 § 5, 2024-01-12. Skäl: Disken gick sönder"))
        #expect(try keys(["list"], lang: "en").out.contains(" is given up, without its signature: decision SN 2024"))
    }

    @Test func `a decision that is not whole, or not asked for, makes no key`() throws {
        #expect(try new("first.pem").code == 0)
        let cases: [([String], String)] = [
            (decision, "hör till --without-previous"),
            (["--without-previous"], "Ange nämndens beslut"),
            (["--without-previous"] + decision.dropLast(2), "Ange nämndens beslut"),
            (["--without-previous"] + decision + ["--date", "i går"], "--date i går är ingen dag"),
            (["--without-previous"] + decision + ["--date", "2024-01-16"], "i dag är 2024-01-15"),
            (["--without-previous"] + decision + ["--reason", " "], "en rad var"),
        ]
        for (words, told) in cases {
            let run = try new("second.pem", words)
            #expect(run.code == 2, "\(words)")
            #expect(run.err.contains(told), "\(run.err)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/second.pem"))
        #expect(try keys(["list"]).out.split(separator: "\n").count == 2)
    }
}
