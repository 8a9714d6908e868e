import ArgumentParser
import Federation
import Pipeline

/// `samverkan fetch`: fetches the feeds and examines what came.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Hämta regionernas flöden och granska det som kom.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Bara den regionen.") var region: String?
    @Option(help: "Bara det slaget: price-list eller plan.") var kind: FeedKind?
    @Flag(help: "Hämta allt helt, också det som servern säger är oförändrat.") var full = false

    func run() async throws {
        let place = try options.workplace()
        let only = try region.map { Set([try place.region($0)]) }
        let gateway = try place.gateway()
        let words = Words(language: place.language, failures: place.premises.failures)
        let results = try await gateway.fetch(
            regions: only, kinds: kind.map { [$0] } ?? Set(FeedKind.allCases), full: full
        ) { Console.say(words.progress($0)) }
        Console.say("")
        for line in words.table(results, gateway: gateway) { Console.say(line) }
        for line in words.faults(results, catalogue: place.premises.catalogue) { Console.say(line) }
        if let code = Failure.gravest(results.compactMap(\.exitCode)) { throw code }
    }
}

extension FeedKind: ExpressibleByArgument {}

extension FeedResult {
    /// What the result means for the exit code; nil where all is well.
    var exitCode: ExitCode? {
        if case .failed = outcome { return Failure.feed }
        return examination?.verdict == .accepted ? nil : Failure.findings
    }
}
