import Federation
import RegionSimulator
import Testing

@Suite struct ServerPortTests {
    @Test func `ports follow the base in the order of the regions, and stopping frees them`() async throws {
        let (base, servers) = try await startSomewhere()
        let expected = SimulatedRegion.slugs.enumerated().map { "http://127.0.0.1:\(base + 1 + $0.offset)" }
        #expect(SimulatedRegion.slugs.map { servers.addresses[$0] } == expected)
        try await servers.stop()
        for address in expected { #expect(!isOpen(address)) }
        let again = try await RegionServers.start(plan: SimulationPlan(rows: 0), portBase: base)
        for address in expected { #expect(isOpen(address)) }
        try await again.stop()
    }

    @Test func `a port that is taken is named`() async throws {
        let (base, servers) = try await startSomewhere()
        let error = await #expect(throws: PortUnavailable.self) {
            try await RegionServers.start(plan: SimulationPlan(rows: 0), regions: [slug("uppsala")], portBase: base + 2)
        }
        #expect(error?.port == base + 3)
        try await servers.stop()
    }

    @Test func `stopping ends answers that would never end`() async throws {
        for name in ["never-answers", "endless", "slow"] {
            let uppsala = try slug("uppsala")
            let servers = try await RegionServers.start(plan: SimulationPlan(rows: 0), regions: [uppsala])
            servers.setDocuments([Sample.document], for: uppsala, kind: .priceList)
            try await servers.setFault(Fault(name: name), for: uppsala)
            let connection = try RawConnection(servers.addresses[uppsala])
            connection.ask(Sample.path)
            while servers.log.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            try await servers.stop()
            let answer = RawAnswer(connection.read())
            #expect(name != "never-answers" || (answer.lines.isEmpty && answer.body.isEmpty), "\(name)")
        }
    }

    private func isOpen(_ address: String) -> Bool {
        (try? RawConnection(address)) != nil
    }

    /// Seven ports in a row that nobody has; which ones does not matter.
    private func startSomewhere() async throws -> (Int, RegionServers) {
        for base in stride(from: 24_100, to: 32_000, by: 37) {
            do {
                return (base, try await RegionServers.start(plan: SimulationPlan(rows: 0), portBase: base))
            } catch is PortUnavailable {
                continue
            }
        }
        throw NobodyThere()
    }
}
