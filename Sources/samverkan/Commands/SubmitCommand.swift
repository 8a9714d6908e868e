import ArgumentParser
import Federation
import Pipeline
import Publishing
import Storage

/// `samverkan submit`: takes in a file as a region's delivery.
struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Lämna in en fil som en regions leverans; den bevaras vad den än innehåller.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Filen; har leveransen flera, alla i ordning, med index först.") var files: [String]
    @Option(help: "Regionen som filen kommer från.") var region: String
    @Option(help: "Slaget: price-list eller plan.") var kind: FeedKind

    func run() async throws {
        let place = try options.workplace()
        try files.forEach(CheckCommand.require)
        let region = try place.region(region)
        let gateway = try place.gateway()
        place.working("Bevarar och granskar", "Keeping and examining")
        let taken = try await gateway.submit(files: files, region: region, kind: kind)
        let file = files.joined(separator: " + ")
        let text = FindingText(place.premises.catalogue, in: place.language)
        for line in text.lines(taken.examination.report, region: region, examples: 5) { Console.say(line) }
        Console.say(
            place.language.pick(
                "\(file): bevarad som \(taken.version.fingerprint.hex)\(taken.isNew ? "" : " (fanns redan)"), ",
                "\(file): kept as \(taken.version.fingerprint.hex)\(taken.isNew ? "" : " (was there already)"), ")
                + taken.examination.verdict.word(in: place.language) + ".")
        if taken.examination.verdict != .accepted { throw Failure.findings }
    }
}
