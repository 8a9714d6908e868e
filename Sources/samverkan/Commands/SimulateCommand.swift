import ArgumentParser
import Federation
import Foundation
import Pipeline
import RegionSimulator

/// Options of the simulated regions.
struct SimulationOptions: ParsableArguments {
    @Option(help: "Portarna är de sju efter detta tal.") var portBase: Int = 9100
    @Option(help: "Vårdtjänster per region.") var rows: Int = 400
    @Option(help: "Frö som allt innehåll kommer av.") var seed: UInt64 = 1
    @Option(help: "Planrapporternas sista omgång, till exempel 2023-Y; utan den 2022-T2.") var planRound: String?
    @Option(help: "Låt en region krångla, till exempel varmland=http-500; får upprepas.") var fault: [String] = []

    func validate() throws {
        guard (1...65_528).contains(portBase) else {
            throw ValidationError("--port-base \(portBase): skriv 1–65528 (write 1–65528)")
        }
        if let planRound, !SimulationPlan.rounds.contains(planRound) {
            let known = SimulationPlan.rounds.joined(separator: " ")
            throw ValidationError("--plan-round \(planRound): skriv en av (write one of) \(known)")
        }
    }

    /// What the regions deliver.
    var plan: SimulationPlan { SimulationPlan(rows: rows, seed: seed, lastRound: planRound) }

    /// The faults by region.
    func faults() throws -> [RegionSlug: Fault] {
        var faults: [RegionSlug: Fault] = [:]
        for entry in fault {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            let regions = SimulatedRegion.slugs
            guard parts.count == 2, let region = RegionSlug(parts[0]), regions.contains(region) else {
                let known = regions.map(\.text).joined(separator: " ")
                throw SettingError(
                    name: "--fault", value: entry, expected: "REGION=NAMN (varmland=http-500), REGION: \(known)")
            }
            guard let fault = Fault(name: parts[1]) else {
                let known = Fault.all.map(\.name).joined(separator: " ")
                throw SettingError(name: "--fault", value: parts[1], expected: known)
            }
            faults[region] = fault
        }
        return faults
    }

    /// The setting of a region's base address.
    static func addressSetting(_ region: RegionSlug) -> String {
        "SAMVERKAN_\(region.text.uppercased().replacing("-", with: "_"))_URL"
    }
}

/// `samverkan simulate`: seven region servers on loopback.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Kör sju simulerade regionservrar på den egna datorn.")

    @OptionGroup var simulation: SimulationOptions
    @Flag(help: "Visa alla fel som kan simuleras.") var faults = false

    func run() async throws {
        if faults {
            for fault in Fault.all { Console.say("  \(fault.name): \(fault.explanation)") }
            return
        }
        let stop = await StopSignal()
        let servers = try await RegionServers.start(
            plan: simulation.plan, portBase: simulation.portBase, faults: simulation.faults())
        Console.say("# Regionerna svarar; avsluta med Ctrl-C.")
        if let first = SimulatedRegion.slugs.first, let address = servers.addresses[first] {
            Console.say("# Förra årets fastställda lista: \(address)/adopted-2022.json")
        }
        for region in SimulatedRegion.slugs {
            if let address = servers.addresses[region] {
                Console.say("export \(SimulationOptions.addressSetting(region))=\(address)")
            }
        }
        Console.say("export SAMVERKAN_ALLOW_NETWORKS=127.0.0.0/8")
        fflush(nil)
        await stop.wait()
        try await servers.stop()
    }
}
