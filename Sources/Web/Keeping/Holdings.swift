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
    private let snapshots = Shelf<Year, Fingerprint, Snapshot>()
    private let files = Shelf<DraftFile, Fingerprint, KeptFile>()

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

    /// The draft of a year, computed again only when another has been built since. Nil where none was built.
    func snapshot(_ year: Year) async throws -> Snapshot? {
        guard let record = try await gateway.store.lastBuilt(year) else { return nil }
        let gateway = gateway
        return try await snapshots.value(year, stamp: record.fingerprint) {
            guard let built = try await gateway.lastBuilt(year) else { throw Snapshot.Gone() }
            return Snapshot(built)
        }
    }

    /// A file of a draft, written and compressed once for each draft.
    func file(_ file: DraftFile, of snapshot: Snapshot) async throws -> KeptFile {
        try await files.value(file, stamp: snapshot.fingerprint) { try file.write(snapshot.built.document) }
    }
}
