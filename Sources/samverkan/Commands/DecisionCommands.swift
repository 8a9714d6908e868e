import Adoption
import ArgumentParser
import Federation
import Foundation
import Pipeline
import Publishing
import Storage

/// Who decides about a held version, and why.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Versionens fingeravtryck, minst sex tecken.") var fingerprint: String
    @Option(help: "Vem som beslutar: ett id ur inställningen SAMVERKAN_PERSONS.") var by: String
    @Option(help: "Skälet.") var reason: String

    /// Decides, and says what holds now.
    func decide(_ kind: VersionDecision.Kind, statingNoPersonalNumbers: Bool = false) async throws {
        let place = try options.workplace()
        let person = try place.person(by)
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else {
            throw CommandError("Skriv skälet med --reason.", "Give the reason with --reason.")
        }
        let examination = try await place.gateway().decide(
            kind, digits: fingerprint, by: person, reason: reason, statingNoPersonalNumbers: statingNoPersonalNumbers)
        Console.say("\(examination.version.short): \(examination.verdict.word(in: place.language))")
    }
}

/// `samverkan release`: lets a held version count.
struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Släpp fram en kvarhållen version, med skäl.")

    @OptionGroup var decision: DecisionOptions
    @Flag(
        help: "Intyga att det som ser ut som personnummer inte är det, efter att ha sett efter i källan med regionen.")
    var notPersonalNumbers = false

    func run() async throws { try await decision.decide(.release, statingNoPersonalNumbers: notPersonalNumbers) }
}

/// `samverkan refuse`: refuses a held version.
struct RefuseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Avvisa en kvarhållen version, med skäl.")

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.decide(.refuse) }
}
