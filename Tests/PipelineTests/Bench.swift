import Federation
import Foundation
import Harvest
import Logging
import Pipeline
import Pricing
import RegionSimulator
import Registry
import Synchronization
import Testing

/// Simulated regions, a data folder and gateways over both, for one test.
struct Bench: Sendable {
    let servers: RegionServers
    /// The premises with the addresses of the servers, and only their regions.
    let premises: Premises
    let folder: String
    let clock: Clock

    /// A new gateway over the data folder, as each command makes its own.
    func gateway(
        _ limits: FetchLimits = FetchLimits(), premises: Premises? = nil, year list: Year? = nil, logger: Logger? = nil
    ) throws -> Gateway {
        let clock = clock
        return try Gateway(
            premises: premises ?? self.premises, dataFolder: folder, year: try list ?? year(2023), limits: limits,
            networks: try #require(AllowedNetworks(text: "127.0.0.0/8")),
            logger: logger ?? silence, now: { clock.now })
    }

    /// A log that nobody reads.
    var silence: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    /// Takes in the list that was adopted for 2022, of all seven regions.
    func openLastYear(rows: Int = Bench.rows) async throws {
        let file = folder + "/adopted.json"
        try Data(SimulatedPriceList.adopted2022(plan: SimulationPlan(rows: rows))).write(to: URL(filePath: file))
        let decision = BoardDecision(reference: "SN 2021-0029 § 52", day: try #require(Day("2021-12-03")))
        let result = try await gateway(premises: Bench.loaded.get()).open(
            try year(2022), file: file, decision: decision)
        #expect(result.findings.isEmpty)
    }

    /// Writes a file that a person might hand in.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    /// Care services per region: enough for every kind of line, few enough to be quick.
    static let rows = 21
    /// The premises of the repository; no feed has an address.
    static let loaded = Result {
        try Premises.load(
            regionsFolder: repository + "/Regions", contractsFolder: repository + "/Contracts", setting: { _ in nil })
    }
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}

/// A clock that stands still until it is moved.
final class Clock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    var now: Instant { instant.withLock { $0 } }

    func advance(days: Int64) {
        instant.withLock { $0 = Instant(milliseconds: $0.milliseconds + days * 86_400_000) }
    }
}

/// Runs a test with simulated regions, all seven unless told otherwise, and takes everything away afterwards.
func withRegions(
    _ slugs: [String]? = nil, rows: Int = Bench.rows, faults: [String: String] = [:],
    _ body: (Bench) async throws -> Void
) async throws {
    var chosen: [RegionSlug: Fault] = [:]
    for (region, name) in faults { chosen[try slug(region)] = try fault(name) }
    let servers = try await RegionServers.start(
        plan: SimulationPlan(rows: rows), regions: try slugs?.map(slug) ?? SimulatedRegion.slugs, faults: chosen)
    let folder = FileManager.default.temporaryDirectory.path + "/pipeline-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await body(
            Bench(
                servers: servers, premises: try Bench.loaded.get().at(servers.addresses), folder: folder,
                clock: Clock(try #require(Instant("2022-11-15T09:00:00Z")))))
    } catch {
        try await servers.stop()
        throw error
    }
    try await servers.stop()
}

extension Premises {
    /// These premises with only the regions that have an address, each asked there.
    func at(_ addresses: [RegionSlug: String]) -> Premises {
        let regions = regions.compactMap { region in
            addresses[region.region.slug].map { address in
                RegionDescriptor(
                    region: region.region, contact: region.contact, feeds: region.feeds.map { $0.at(address) })
            }
        }
        return with(regions: regions)
    }

    /// These premises with other regions, and with other rules of the years where they are given.
    func with(regions: [RegionDescriptor], years: [Year: YearRules]? = nil) -> Premises {
        Premises(
            regions: regions, years: years ?? self.years, plans: plans, codes: codes, catalogue: catalogue,
            failures: failures,
            contractsFolder: contractsFolder, fingerprint: fingerprint)
    }
}

extension YearRules {
    /// These rules with only the first groups of each weight list: what is not about DRG prices is tested quicker so.
    var withFewGroups: YearRules {
        YearRules(
            model: model, fingerprint: fingerprint,
            weightLists: weightLists.map {
                WeightList(id: $0.id, fingerprint: $0.fingerprint, weights: Array($0.weights.prefix(5)))
            })
    }
}

extension FeedDescriptor {
    /// This feed asked at another address; the path stays.
    func at(_ address: String) -> FeedDescriptor {
        let path = feed.url.drop { $0 != "}" }.dropFirst()
        return FeedDescriptor(
            kind: kind,
            feed: Feed(region: feed.region, kind: kind, url: address + path, parts: feed.parts, headers: feed.headers),
            format: format, encoding: encoding, contract: contract, mapping: mapping, timetable: timetable,
            fingerprint: fingerprint)
    }
}

/// The region of that short name.
func slug(_ text: String) throws -> RegionSlug { try #require(RegionSlug(text)) }
/// The fault of that name.
func fault(_ name: String) throws -> Fault { try #require(Fault(name: name)) }
/// The year of that number.
func year(_ number: Int) throws -> Year { try #require(Year(number)) }
