import Federation
import Foundation
import Testing

@testable import Intake

/// The edition of the rules is raised by hand; these sources say when.
struct EditionOfRulesTests {
    /// The edition, and what the sources of the rooms that examine a delivery came to when it was set.
    private static let known = (edition: "rulebook-11", sources: "569350041ce809e3")

    @Test func `whoever changes how deliveries are read or judged raises the edition of the rules`() throws {
        let sources = try Self.sources(of: ["Intake", "Reading"])
        #expect(
            (Rulebook.edition, sources) == Self.known,
            """
            The sources of Intake or Reading have changed. What was examined before would be taken for examined by \
            today's rules: raise Rulebook.edition, unless every delivery is still read and judged the same. Then write \
            here: edition "\(Rulebook.edition)", sources "\(sources)".
            """)
    }

    /// The first digits of the fingerprint over all code of rooms; comments and indentation mean nothing.
    private static func sources(of rooms: [String]) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let files = try rooms.flatMap { room in
            try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: room).path)
                .filter { $0.hasSuffix(".swift") }.sorted { $0.precedes($1) }.map { room + "/" + $0 }
        }
        let lines = try files.flatMap { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("//") && !$0.isEmpty }
        }
        return String(Fingerprint(of: lines.joined(separator: "\n").utf8).hex.prefix(16))
    }
}
