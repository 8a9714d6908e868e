import Federation
import Foundation
import Logging
import NIOPosix
import Pipeline
import Pricing
import Storage

/// What the routes answer from: the gateway, and what is kept in memory because it is made of much.
struct Holdings: Sendable {
    let gateway: Gateway
    let logger: Logger
    private let statuses: FreshShelf<StatusReport>
    private let drafts = Shelf<Year, Fingerprint, Draft>()
    /// A list may have seven hundred thousand lines, so that only a few are kept at a time.
    private let editions = RecentShelf<Fingerprint, Snapshot>(limit: 4)
    private let differences = RecentShelf<ComparedPair, PriceListDifference>(limit: 2)
    private let policies = RecentShelf<Fingerprint, String>(limit: 64)
    private let files = Shelf<DraftFile, Fingerprint, KeptFile>()
    /// The files of the archive that were found whole, and what they looked like then.
    private let wholeFiles = Shelf<Fingerprint, FileStamp, Bool>()

    init(gateway: Gateway, limits: ServerLimits, logger: Logger) {
        self.gateway = gateway
        self.logger = logger
        statuses = FreshShelf(age: limits.statusAge)
    }

    /// How everything stands, at most as old as the limit says when it is asked for: each makes the whole list anew.
    func status() async throws -> StatusReport {
        let gateway = gateway
        return try await statuses.value(askedAt: .now) { try await gateway.status() }
    }

    /// The draft of a year, computed again only when another has been built since. Nil where none was built.
    func draft(_ year: Year) async throws -> Draft? {
        guard let record = try await gateway.store.lastBuilt(year) else { return nil }
        let gateway = gateway
        return try await drafts.value(year, stamp: record.fingerprint) {
            guard let built = try await gateway.lastBuilt(year) else { throw Draft.Gone() }
            return Draft(built)
        }
    }

    /// The list of an edition, read from its own bytes.
    func snapshot(_ kept: KeptEdition) async throws -> Snapshot {
        let gateway = gateway
        let fingerprint = kept.edition.fingerprint
        let known = try await editions.value(fingerprint) {
            Snapshot(try await gateway.content(of: kept), fingerprint, of: kept)
        }
        // A correction that was itself corrected may have the bytes of an earlier edition.
        return known.edition == kept ? known : Snapshot(known.content, fingerprint, of: kept)
    }

    /// What differs between two lists, compared once for each two.
    func difference(_ pair: ComparedPair) async throws -> PriceListDifference {
        try await differences.value(pair) {
            let (earlier, later) = (try await compared(pair.earlier), try await compared(pair.later))
            return try await NIOThreadPool.singleton.runIfActive { PriceListDifference.between(earlier, later) }
        }
    }

    /// The content security policy of a published page, whose file lies at that path.
    func policy(of fingerprint: Fingerprint, path: String) async throws -> String {
        try await policies.value(fingerprint) {
            try await NIOThreadPool.singleton.runIfActive {
                ContentPolicy.page(try Data(contentsOf: URL(filePath: path), options: .alwaysMapped))
            }
        }
    }

    /// Throws `DamagedFile` where the archive's file of that SHA-256 is gone or has other bytes. One that was found whole is
    /// read again only when it looks different.
    func requireWhole(_ fingerprint: Fingerprint) async throws {
        let archive = gateway.archive
        guard let stamp = FileStamp(path: archive.path(of: fingerprint)) else { throw DamagedFile(fingerprint) }
        _ = try await wholeFiles.value(fingerprint, stamp: stamp) {
            let isWhole = try await NIOThreadPool.singleton.runIfActive { try? archive.isUnbroken(fingerprint) }
            guard isWhole == true else { throw DamagedFile(fingerprint) }
            return true
        }
    }

    /// A file of a draft, written and compressed once for each draft.
    func file(_ file: DraftFile, of draft: Draft) async throws -> KeptFile {
        try await files.value(file, stamp: draft.snapshot.fingerprint) { try file.write(draft.built.document) }
    }
}
