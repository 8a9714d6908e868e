import Adoption
import ArgumentParser
import Federation
import Foundation
import Harvest
import Pipeline
import Pricing
import Publishing
import RegionSimulator
import Registry
import Sealing

/// How a command ends: the exit codes, and the words for what went wrong.
enum Failure {
    /// Findings of severity error, or something owed is missing.
    static let findings = ExitCode(1)
    /// Wrong usage or settings.
    static let usage = ExitCode(2)
    /// A feed failed.
    static let feed = ExitCode(3)
    /// Something that should not happen: disk full, database gone, a fault of ours.
    static let internalFault = ExitCode(70)

    /// The code that goes before the others where several hold: 70 over 2 over 3 over 1.
    static func gravest(_ codes: [ExitCode]) -> ExitCode? {
        [internalFault, usage, feed, findings].first { codes.contains($0) }
    }

    /// The exit code of a command that ended with `code`: output that could not be written goes before all else.
    static func ended(_ code: Int32) -> Int32 {
        guard let lost = Console.lost else { return code }
        return say(
            language.pick("Utskriften kunde inte skrivas: \(lost)", "The output could not be written: \(lost)"),
            internalFault)
    }

    /// Says on standard error what went wrong; returns the exit code.
    static func tell(_ error: any Error) -> Int32 {
        switch error {
        case let code as ExitCode: return code.rawValue
        case let error as CommandError: return say(error.words(in: language), usage)
        case let error as PremisesError: return say(error.words(in: language), usage)
        case let damage as DamagedFile: return say(damage.words(in: language), internalFault)
        case let error as KeyFault: return say(error.text(language), usage)
        case let error as SettingError:
            return say(
                language.pick(
                    "\(error.name): ”\(error.value)” duger inte; väntat: \(error.expected)",
                    "\(error.name): “\(error.value)” will not do; expected: \(error.expected)"), usage)
        case let error as PortUnavailable:
            return say(
                language.pick(
                    "Port \(error.port) är upptagen eller kan inte öppnas; välj en annan med --port-base.",
                    "Port \(error.port) is taken or cannot be opened; choose another with --port-base."), usage)
        case let refusal as ActRefusal: return say(refusal.text(language), refusal.isAboutFindings ? findings : usage)
        case let refusal as QuoteRefusal: return say(refusal.text(language), usage)
        case let error as ScenarioError: return say(error.text(language), usage)
        case let fault as CommitteePack.Fault: return say(fault.words(in: language), usage)
        case let failure as PDFFailure: return say(failure.words(in: language), internalFault)
        case let error as WorkbookError: return say(error.words(in: language), internalFault)
        default: return other(error)
        }
    }

    private static func other(_ error: any Error) -> Int32 {
        let code = Samverkan.exitCode(for: error)
        let english = Samverkan.fullMessage(for: error)
        let message = language.pick(
            UsageWords(arguments: Array(CommandLine.arguments.dropFirst())).swedish(english), english)
        if code.isSuccess {
            Console.say(message)
            return 0
        }
        // What the argument parser refuses is usage; everything else nobody foresaw.
        if code == .validationFailure || error is ValidationError { return say(message, usage) }
        if let trouble = FileTrouble(error) {
            return say(language.pick(trouble.swedish, trouble.english), trouble.code)
        }
        return say(language.pick("Internt fel: \(error)", "Internal error: \(error)"), internalFault)
    }

    private static func say(_ words: String, _ code: ExitCode) -> Int32 {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        return code.rawValue
    }

    /// The language is read from the words of the command themselves, since they may be what is wrong.
    private static var language: Language {
        let words = CommandLine.arguments
        let english =
            zip(words, words.dropFirst()).contains { $0 == "--lang" && $1 == "en" } || words.contains("--lang=en")
        return english || (Settings().text("SAMVERKAN_LANG") == "en") ? .english : .swedish
    }
}

extension ActRefusal {
    /// Whether the list itself stands in the way, rather than how the command was given.
    fileprivate var isAboutFindings: Bool {
        switch self {
        case .errors, .unacknowledgedWarnings, .unacknowledgedMissing, .newerDeliveries: true
        default: false
        }
    }
}
