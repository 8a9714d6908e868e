import Federation
import Logging
import Pipeline

/// What the routes answer from: the gateway, and what is kept in memory because it is made of much.
struct Holdings: Sendable {
    let gateway: Gateway
    let logger: Logger
    private let statusAge: Duration
    private let started = ContinuousClock.now
    private let statuses = Shelf<Int, Int64, StatusReport>()

    init(gateway: Gateway, limits: ServerLimits, logger: Logger) {
        self.gateway = gateway
        self.logger = logger
        statusAge = limits.statusAge
    }

    /// How everything stands, at most as old as the limit says: each makes the whole list anew.
    func status() async throws -> StatusReport {
        let gateway = gateway
        guard statusAge > .zero else { return try await gateway.status() }
        let period = Int64((ContinuousClock.now - started) / statusAge)
        return try await statuses.value(0, stamp: period) { try await gateway.status() }
    }
}
