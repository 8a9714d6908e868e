import Federation
import Foundation
import Harvest
import Logging
import Pipeline
import Registry
import ServiceLifecycle
import Synchronization
import Testing

@testable import Web

/// A gateway with a few real deliveries, served on loopback for as long as a test or a suite runs.
struct Site: Sendable {
    /// The site of the suite that runs.
    @TaskLocal static var current: Site?

    let gateway: Gateway
    let port: Int
    let folder: String
    private let group: ServiceGroup
    /// What was asked and answered.
    let encounters = Encounters()

    /// The site of the suite, or the reason why there is none.
    static func shared() throws -> Site { try #require(current) }

    /// The package's own folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// A delivery that is among the contract's examples.
    static let example = root + "/Contracts/feeds/price-submission-1.example.xml"

    /// What the clock says where nobody moves it.
    static let morning = "2022-11-15T09:00:00Z"

    /// Starts a site, runs the body with it, stops it and removes everything.
    static func run(
        limits: ServerLimits = quickLimits, clock: Clock? = nil, log: any LogHandler = SwiftLogNoOpLogHandler(),
        contracts: String = root + "/Contracts",
        prepare: (Gateway) async throws -> Void = deliverAndBuild,
        _ body: (Site) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/web-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let logger = Logger(label: "web-tests") { _ in log }
        let gateway = try makeGateway(folder, contracts, logger, try clock ?? Clock(morning))
        try await prepare(gateway)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = try WebServer(
            gateway: gateway, host: "127.0.0.1", port: 0, allowedHosts: ["localhost", "127.0.0.1", "[::1]"],
            limits: limits, logger: logger, onRunning: { continuation.yield($0) })
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        async let running: Void = group.run()
        let port = try #require(await ports.first { _ in true })
        do {
            let site = Site(gateway: gateway, port: port, folder: folder, group: group)
            try await body(site)
            try site.encounters.check(against: APIDocument())
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    /// Asks the server to stop.
    func stop() async { await group.triggerGracefulShutdown() }

    /// Every status is made anew, so that a test sees what it has just done.
    static var quickLimits: ServerLimits {
        var limits = ServerLimits()
        limits.statusAge = .zero
        return limits
    }

    private static func makeGateway(
        _ folder: String, _ contracts: String, _ logger: Logger, _ clock: Clock
    ) throws -> Gateway {
        let premises = try Premises.load(
            regionsFolder: root + "/Regions", contractsFolder: contracts,
            setting: { $0.hasSuffix("_URL") ? "https://region.example" : nil })
        let year = try #require(Year(2023))
        return try Gateway(
            premises: premises, dataFolder: folder, year: year, limits: FetchLimits(), networks: .publicOnly,
            logger: logger, now: { clock.now })
    }

    /// Uppsala hands in prices with a personal identity number in them, then prices without, and a plan report.
    static func deliverAndBuild(_ gateway: Gateway) async throws {
        let uppsala = try #require(RegionSlug("uppsala"))
        let delivery = try String(contentsOfFile: example, encoding: .utf8)
        let file = FileManager.default.temporaryDirectory.path + "/spoiled-\(UUID().uuidString).xml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try delivery.spoiled.write(toFile: file, atomically: true, encoding: .utf8)
        _ = try await gateway.submit(files: [file], region: uppsala, kind: .priceList)
        _ = try await gateway.submit(files: [example], region: uppsala, kind: .priceList)
        let plan = root + "/Contracts/feeds/plan-report-1.example.xml"
        _ = try await gateway.submit(files: [plan], region: uppsala, kind: .plan)
        _ = try await gateway.build(gateway.year, useLastGood: false)
    }
}

/// A clock that stands still until it is moved.
final class Clock: Sendable {
    private let moment: Mutex<Instant>

    init(_ text: String) throws { moment = Mutex(try #require(Instant(text))) }

    var now: Instant { moment.withLock { $0 } }

    /// Moves the clock.
    func move(to text: String) throws {
        let instant = try #require(Instant(text))
        moment.withLock { $0 = instant }
    }
}

extension String {
    /// The delivery with something in a text that looks like a personal identity number.
    var spoiled: String { replacing("nybesök, kirurgi", with: "nybesök 19121212-1212") }
}

/// Gives a suite one site for all its tests.
struct SiteTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        var limits = ServerLimits()
        limits.statusAge = .seconds(3600)
        try await Site.run(limits: limits) { site in try await Site.$current.withValue(site) { try await function() } }
    }
}

extension Trait where Self == SiteTrait {
    static var site: SiteTrait { SiteTrait() }
}

/// Everything that one site, which nobody changes, is enough for.
@Suite(.site) struct OneSite {}
