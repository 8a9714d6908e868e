package import Federation
import NIOCore
import NIOPosix

/// The simulated regions, each a server of its own on loopback.
package final class RegionServers: Sendable {
    /// Where each region answers, for example `http://127.0.0.1:9101`; stays the same while its port is closed.
    package let addresses: [RegionSlug: String]
    private let servers: [RegionSlug: RegionServer]
    private let ports: [RegionSlug: Int]
    private let doorway: Doorway
    private let requests: RequestLog

    private init(_ listening: [(server: RegionServer, port: Int)], doorway: Doorway, requests: RequestLog) {
        servers = Dictionary(uniqueKeysWithValues: listening.map { ($0.server.slug, $0.server) })
        ports = Dictionary(uniqueKeysWithValues: listening.map { ($0.server.slug, $0.port) })
        addresses = ports.mapValues { doorway.origin(port: $0) }
        self.doorway = doorway
        self.requests = requests
    }

    /// Starts regions, each on `portBase` plus its place in `SimulatedRegion.slugs` (from 1), or on any free port.
    /// Every server also hands out last year's adopted list at `/adopted-2022.json`, whatever its fault.
    /// Throws `PortUnavailable`; then nothing is left running.
    package static func start(
        plan: SimulationPlan, regions: [RegionSlug] = SimulatedRegion.slugs, portBase: Int? = nil,
        faults: [RegionSlug: Fault] = [:], host: String = "127.0.0.1"
    ) async throws -> RegionServers {
        let requests = RequestLog()
        let servers = await makeServers(regions, plan: plan, faults: faults, log: requests)
        let doorway = Doorway(host: host)
        do {
            var listening: [(server: RegionServer, port: Int)] = []
            for server in servers {
                let place = (SimulatedRegion.slugs.firstIndex(of: server.slug) ?? 0) + 1
                let port = try await doorway.open(port: portBase.map { $0 + place } ?? 0, for: server)
                listening.append((server, port))
            }
            for (index, entry) in listening.enumerated() {
                let neighbour = listening[(index + 1) % listening.count]
                entry.server.settle(
                    origin: doorway.origin(port: entry.port), elsewhere: doorway.origin(port: neighbour.port))
                if entry.server.isClosed { try await doorway.close(for: entry.server) }
            }
            return RegionServers(listening, doorway: doorway, requests: requests)
        } catch {
            try await doorway.tearDown(servers)
            throw error
        }
    }

    /// Lets a region misbehave from now on, or behave again. Documents set by hand stay.
    /// Throws `PortUnavailable` where a closed port cannot be opened again.
    package func setFault(_ fault: Fault?, for region: RegionSlug) async throws {
        guard let server = servers[region], let port = ports[region] else { return }
        server.set(fault: fault)
        if server.isClosed {
            try await doorway.close(for: server)
        } else if !server.isListening {
            _ = try await doorway.open(port: port, for: server)
        }
    }

    /// Hands out these documents for a feed instead of the simulated ones, also under faults of the wire.
    package func setDocuments(_ documents: [SimulatedDocument], for region: RegionSlug, kind: FeedKind) {
        servers[region]?.set(documents: documents, for: kind)
    }

    /// The latest requests to all regions, in the order of their coming.
    package var log: [LoggedRequest] { requests.all }

    /// Closes every port and every connection and ends the threads.
    package func stop() async throws { try await doorway.tearDown(servers.values) }

    private static func makeServers(
        _ regions: [RegionSlug], plan: SimulationPlan, faults: [RegionSlug: Fault], log: RequestLog
    ) async -> [RegionServer] {
        let list = SimulatedDocument(
            path: RegionServer.adoptedListPath, mediaType: "application/json",
            bytes: SimulatedPriceList.adopted2022(plan: plan), gzip: true, etag: true)
        let adoptedList = Shelf([list])
        return await withTaskGroup(of: RegionServer.self) { group in
            for slug in regions {
                group.addTask {
                    RegionServer(slug: slug, plan: plan, fault: faults[slug], adoptedList: adoptedList, log: log)
                }
            }
            let servers = await group.reduce(into: [RegionSlug: RegionServer]()) { $0[$1.slug] = $1 }
            return regions.compactMap { servers[$0] }
        }
    }
}
