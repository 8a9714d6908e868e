import Foundation
import Testing

@testable import samverkan

struct SettingsTests {
    private func readme() throws -> String { try String(contentsOfFile: packageFolder + "/README.md", encoding: .utf8) }

    @Test func `the README lists every setting, and no other`() throws {
        let listed = try readme().matches(of: /\| `(SAMVERKAN_[A-Z_<>]+)`/).map { String($0.1) }
        #expect(listed == Settings.known.map(\.name))
    }

    @Test func `the README states the default of every numbered setting`() throws {
        let rows = try readme().matches(of: /\| `(SAMVERKAN_FETCH_[A-Z_]+)` \|[^|]*\| `(\d+)` \|/)
        let known = Settings.known.filter { $0.name.hasPrefix("SAMVERKAN_FETCH_") && Int($0.fallback) != nil }
        #expect(rows.map { String($0.1) } == known.map(\.name))
        #expect(rows.map { String($0.2) } == known.map(\.fallback))
    }

    @Test func `every setting that the sources read is listed`() throws {
        let known = Set(Settings.known.map(\.name))
        let files = try #require(FileManager.default.enumerator(atPath: packageFolder + "/Sources/samverkan"))
        for case let name as String in files where name.hasSuffix(".swift") {
            let text = try String(contentsOfFile: packageFolder + "/Sources/samverkan/" + name, encoding: .utf8)
            for match in text.matches(of: /(?:text|positive)\("(SAMVERKAN_[A-Z_]+)"/) {
                #expect(known.contains(String(match.1)), "\(match.1) in \(name)")
            }
        }
    }

    @Test func `the README names every subcommand`() throws {
        let text = try readme()
        for command in Samverkan.configuration.subcommands {
            let name = command.configuration.commandName ?? ""
            #expect(text.contains("samverkan \(name)") || text.contains(name), "\(name)")
        }
    }

    @Test func `of several exit codes the gravest counts`() {
        #expect(Failure.gravest([Failure.findings, Failure.feed]) == Failure.feed)
        #expect(Failure.gravest([Failure.findings, Failure.internalFault, Failure.usage]) == Failure.internalFault)
        #expect(Failure.gravest([Failure.feed, Failure.usage]) == Failure.usage)
        #expect(Failure.gravest([]) == nil)
    }

    @Test func `wrong words on the command line are usage`() {
        #expect(throws: (any Error).self) { try Samverkan.parseAsRoot(["build", "--frmat", "json"]) }
        #expect(Failure.tell(SettingError(name: "--now", value: "x", expected: "y")) == 2)
    }
}
