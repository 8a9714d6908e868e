import ArgumentParser
import Federation
import Pipeline
import Planning
import Publishing

/// `samverkan goals`: goals × regions of a plan.
struct GoalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goals", abstract: "Visa hur planens mål står i varje region.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Planens id (standard: verksamhetsplanen).") var plan: String?
    @Option(help: "Rapportomgång, till exempel 2022-T2 (standard: den senaste).") var round: String?

    func run() async throws {
        let place = try options.workplace()
        let chosen = try round.map { text in
            guard let round = ReportingRound(text) else {
                throw SettingError(name: "--round", value: text, expected: "2022-T1 | 2022-T2 | 2022-Y")
            }
            return round
        }
        let matrix = try await place.gateway().goals(plan: plan, round: chosen)
        for line in GoalMatrixText(place.language).lines(matrix) { Console.say(line) }
    }
}
