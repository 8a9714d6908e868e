import ArgumentParser
import Federation
import Foundation
import Pipeline
import Sealing

/// `samverkan verify`: says whether published files are the ones that were signed; needs nothing but the files.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Pröva om publicerade filer är äkta och hela, utan nät och databas.")

    /// The most files of one verification.
    private static let mostFiles = 10_000

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Filerna: framställningar, manifest och underskrifter; en mapp står för allt i den.")
    var files: [String]
    @Option(help: "Den öppna nyckelns fil (PEM), hämtad från annat håll än filerna.") var key: String?

    func run() async throws {
        let language = try options.language(Settings())
        let key = try key.map { try KeyFile.readPublic($0) }
        for file in files where !FileManager.default.fileExists(atPath: file) {
            throw CommandError("Filen \(file) finns inte.", "There is no file \(file).")
        }
        let paths = try files.flatMap { try Self.paths(at: $0) }
        guard paths.count <= Self.mostFiles else {
            throw CommandError(
                "\(paths.count) filer är för många; högst \(Self.mostFiles).",
                "\(paths.count) files are too many; \(Self.mostFiles) at most.")
        }
        let result = PackageVerification.verify(files: paths.map { PackageFile(path: $0) }, key: key)
        for outcome in result.outcomes {
            Console.say(Self.head(of: outcome, language) + outcome.text(language))
        }
        Console.say(result.verdict.text(language))
        if result.verdict != .provedAndWhole { throw Failure.findings }
    }

    private static func head(of outcome: VerificationOutcome, _ language: Language) -> String {
        if outcome.isMissing { return language.pick("SAKNAS  ", "MISSING  ") }
        return outcome.isBroken ? language.pick("FEL  ", "WRONG  ") : "  "
    }

    /// The file itself, or everything in a folder, hidden or not; in order of name.
    private static func paths(at path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted { $0.precedes($1) }
            .map { "\(path)/\($0)" }
    }
}
