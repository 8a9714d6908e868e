import ArgumentParser
import Federation
import Foundation
import Pipeline
import Publishing

/// `samverkan committee-pack`: the list in every form, in one folder, with sums by which nothing can change unseen.
struct CommitteePackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee-pack",
        abstract: "Samla nämndens handlingar i en mapp: förslag, fastställd lista eller utgåva.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Listans år.") var listYear: Int
    @Option(help: "Mappen, som inte får finnas eller ska vara tom.") var out: String
    @Option(
        help: "En publicerad utgåvas nummer (standard: det som nämnden har framför sig, annars den senaste utgåvan).")
    var edition: Int?
    @Option(help: "Ett förslag, också ett återlämnat: början på listans fingeravtryck, så som status visar det.")
    var proposal: String?
    @Option(help: "Gör handlingarna utan en form (pdf); LÄS-MIG.txt säger det.") var without: PublishCommand.Left?

    func validate() throws {
        guard edition == nil || proposal == nil else {
            throw ValidationError("--edition och --proposal går inte att ange tillsammans.")
        }
    }

    func run() async throws {
        var chosen = options
        chosen.year = listYear
        let place = try chosen.workplace()
        let parent = (out as NSString).standardizingPath
        try WorkFolder.prepare(Self.above(parent), option: "--out")
        let made = try await place.gateway().committeePack(
            place.year, edition: edition, proposal: proposal, into: out, pdf: try pdf(place),
            isPDFLeftOut: without == .pdf, names: try place.names(),
            temporaryFolder: FileManager.default.temporaryDirectory.path)
        Console.say(Self.title(made.standing, place))
        for file in made.files { Console.say("  \(out)/\(file)") }
    }

    private static func above(_ path: String) -> String {
        let above = (path as NSString).deletingLastPathComponent
        return above.isEmpty ? "." : above
    }

    /// Who makes the PDF; nil where it is left out. A machine without the program is told to the person.
    private func pdf(_ place: Workplace) throws -> PDFMaker? {
        guard without != .pdf else { return nil }
        do {
            return try PDFMaker(searchPath: place.settings.searchPath)
        } catch {
            FileHandle.standardError.write(Data((error.words(in: place.language) + "\n").utf8))
            return nil
        }
    }

    private static func title(_ standing: Standing, _ place: Workplace) -> String {
        switch standing {
        case .draft, .proposed:
            place.language.pick(
                "Nämndens handlingar för \(place.year), FÖRSLAG:", "The committee's pack of \(place.year), PROPOSAL:")
        case .adopted(let edition, let decision):
            place.language.pick(
                "Nämndens handlingar för \(place.year), utgåva \(edition), \(decision.board.reference):",
                "The committee's pack of \(place.year), edition \(edition), \(decision.board.reference):")
        }
    }
}
