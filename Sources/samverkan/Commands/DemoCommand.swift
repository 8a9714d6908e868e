import ArgumentParser
import Federation
import Foundation
import Harvest
import Pipeline
import Publishing
import RegionSimulator

/// `samverkan demo`: the whole job on seven simulated regions.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Gör hela jobbet på sju simulerade regioner: hämta, granska, räkna, skriv.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var simulation: SimulationOptions
    @Option(help: "Mapp som filerna skrivs i.") var out: String = "out"
    @Flag(help: "Visa resultatet i webbläsaren efteråt.") var serve = false
    @Option(help: "Port för --serve.") var port: Int = 8080

    func run() async throws {
        let servers = try await RegionServers.start(
            plan: simulation.plan, portBase: simulation.portBase, faults: simulation.faults())
        let code: ExitCode?
        do {
            code = try await work(servers)
            try await servers.stop()
        } catch {
            try await servers.stop()
            throw error
        }
        if serve {
            try await ServeCommand.serve(try place(servers), port: port)
        }
        if let code { throw code }
    }

    private func place(_ servers: RegionServers) throws -> Workplace {
        var options = options
        options.year = options.year ?? 2023
        options.now = options.now ?? "2022-11-15T09:00:00Z"
        let addresses = servers.addresses.map { (SimulationOptions.addressSetting($0.key), $0.value) }
        return try options.workplace(
            dataFolder: options.data ?? "data/demo",
            addresses: Dictionary(addresses, uniquingKeysWith: { first, _ in first }))
    }

    private func work(_ servers: RegionServers) async throws -> ExitCode? {
        let place = try place(servers)
        guard let loopback = AllowedNetworks(text: "127.0.0.0/8") else { throw Failure.internalFault }
        let gateway = try place.gateway(networks: loopback)
        let folder = try OutputFolder(out)
        Console.say(place.language.pick("1  Sju simulerade regioner svarar.", "1  Seven simulated regions answer."))
        try await openLastYear(gateway, folder, place.language)
        let results = try await fetch(gateway, place)
        let isComplete = try await build(gateway, folder, place)
        return Failure.gravest((results.map(\.exitCode) + [isComplete ? nil : Failure.findings]).compactMap { $0 })
    }

    private func openLastYear(_ gateway: Gateway, _ folder: OutputFolder, _ language: Language) async throws {
        let bytes = SimulatedPriceList.adopted2022(plan: simulation.plan)
        let list = Rendering(suffix: "json", mediaType: "application/json", bytes: bytes)
        let file = try folder.write(list, named: "antagen-2022")
        guard let decided = Day("2021-12-03"), let year = Year(2022) else { throw Failure.internalFault }
        let opening = try await gateway.open(
            year, file: file, decision: BoardDecision(reference: "SN 2021-0029 § 52 (simulerat)", day: decided))
        guard opening.edition != nil else {
            throw CommandError(
                "Förra årets lista kunde inte läsas in: \(opening.findings.map(\.code).joined(separator: ", ")).",
                "Last year's list could not be taken in: \(opening.findings.map(\.code).joined(separator: ", ")).")
        }
        let services = SwedishFormat.count(opening.careServices)
        let surcharges = SwedishFormat.count(opening.surcharges)
        Console.say(
            language.pick(
                "2  Förra årets lista: \(services) vårdtjänster, \(surcharges) tilläggsdebiteringar.",
                "2  Last year's list: \(services) care services, \(surcharges) surcharges."))
    }

    private func fetch(_ gateway: Gateway, _ place: Workplace) async throws -> [FeedResult] {
        let words = Words(language: place.language, failures: place.premises.failures)
        Console.say(place.language.pick("3  Hämtar och granskar:", "3  Fetching and examining:"))
        let results = try await gateway.fetch { Console.say(words.progress($0)) }
        Console.say("")
        for line in words.table(results, gateway: gateway) { Console.say(line) }
        for line in words.faults(results, catalogue: place.premises.catalogue) { Console.say(line) }
        return results
    }

    private func build(_ gateway: Gateway, _ folder: OutputFolder, _ place: Workplace) async throws -> Bool {
        let language = place.language
        Console.say("\n" + language.pick("4  Räknar prislistan:", "4  Computing the price list:") + "\n")
        let built = try await gateway.build(place.year, useLastGood: false)
        BuildCommand.tell(built, language, failures: place.premises.failures)
        let files = try folder.write(
            built.document, named: "prislista-\(place.year)", logger: try place.settings.logger())
        Console.say("\n" + language.pick("5  Skrivet:", "5  Written:"))
        for file in files { Console.say("  " + file) }
        if let example = built.list.careServices.first(where: { $0.basis != .delivered }) {
            Console.say(
                "\n" + language.pick("Förklara ett pris: ", "Explain a price: ")
                    + "\(CommandLine.arguments[0]) explain \(example.id) --data \(place.dataFolder) --year \(place.year)"
            )
        }
        return built.list.isComplete
    }
}
