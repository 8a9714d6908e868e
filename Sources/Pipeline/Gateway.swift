package import Federation
package import Harvest
package import Logging
import Reading
package import Registry
package import Storage

/// The stations of the gateway in one hand: what they work by, where they keep things, and what the clock says.
package struct Gateway: Sendable {
    package let premises: Premises
    package let store: Store
    package let archive: Archive
    /// The year that the price list is for.
    package internal(set) var year: Year
    /// What the clock says; every station asks it instead of the system.
    package let now: @Sendable () -> Instant

    let limits: FetchLimits
    /// How old the last answer in full may be before a feed is asked again without leave to answer 304.
    let fullFetchMilliseconds: Int64
    let networks: AllowedNetworks
    /// A PEM file of certificate authorities that are trusted beside the system's; nil for none.
    let authorities: String?
    let logger: Logger
    let schemas: [FeedKind: XMLSchema]

    /// A gateway over a data directory, which is made where it is missing. A feed is fetched in full at least every
    /// `fullFetchDays` days, whatever its server says about changes.
    ///
    /// Throws `CommandError` where a feed has an address that is not one to fetch from.
    package init(
        premises: Premises, dataFolder: String, year: Year, limits: FetchLimits, networks: AllowedNetworks,
        authorities: String? = nil, fullFetchDays: Int = 7, logger: Logger, now: @escaping @Sendable () -> Instant
    ) throws {
        try Gateway.checkAddresses(premises.regions)
        try self.init(
            premises: premises, archive: Archive(root: dataFolder + "/archive"),
            store: Store(path: dataFolder + "/samverkan.sqlite"), year: year, limits: limits, networks: networks,
            authorities: authorities, fullFetchDays: fullFetchDays, logger: logger, now: now)
    }

    /// A gateway that only examines files at hand: it reads what a data directory knows, where there is one that this
    /// program can read, and makes and changes nothing there.
    package init(
        reading dataFolder: String, premises: Premises, year: Year, limits: FetchLimits, logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) throws {
        try self.init(
            premises: premises, archive: Archive(reading: dataFolder + "/archive"),
            store: Store.reading(path: dataFolder + "/samverkan.sqlite") ?? Store.empty(), year: year, limits: limits,
            networks: .publicOnly, authorities: nil, fullFetchDays: 7, logger: logger, now: now)
    }

    private init(
        premises: Premises, archive: Archive, store: Store, year: Year, limits: FetchLimits,
        networks: AllowedNetworks, authorities: String?, fullFetchDays: Int, logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.premises = premises
        fullFetchMilliseconds = Int64(fullFetchDays) * 86_400_000
        self.year = year
        self.now = now
        self.limits = limits
        self.networks = networks
        self.authorities = authorities
        self.logger = logger
        self.archive = archive
        self.store = store
        schemas = [
            .priceList: try Gateway.schema(of: .priceSubmission, in: premises.contractsFolder),
            .plan: try Gateway.schema(of: .planReport, in: premises.contractsFolder),
        ]
    }

    /// A schema that is missing or broken is a mistake in what we work by.
    private static func schema(of contract: Contract, in folder: String) throws -> XMLSchema {
        let path = "\(folder)/feeds/\(contract.rawValue).xsd"
        do {
            return try XMLSchema(path: path)
        } catch let fault as ReadingFault {
            let detail = fault.arguments["detail"] ?? ""
            throw PremisesError(
                file: path, swedish: "schemat saknas eller kan inte användas. Läsaren säger: \(detail)",
                english: "the schema is missing or cannot be used. The parser says: \(detail)")
        }
    }

    /// A bad address is told before anything is done. One whose setting is missing fails its own fetch only.
    private static func checkAddresses(_ regions: [RegionDescriptor]) throws {
        for region in regions {
            for feed in region.feeds where feed.hasAddress {
                guard let failure = checkAddress(feed.feed.url) else { continue }
                let whose = "\(region.region.slug), \(feed.kind.rawValue)"
                throw CommandError(
                    "Adressen duger inte (\(whose)): \(failure.detail). Skriv http:// eller https://, ett värdnamn och "
                        + "en sökväg, utan användare. Rätta regionens beskrivning eller inställningen för dess adress.",
                    "The address will not do (\(whose)): \(failure.detail). Write http:// or https://, a host name and "
                        + "a path, without a user. Mend the region's descriptor or the setting of its address.")
            }
        }
    }
}

/// Why a command cannot be done as it was given. The words are for the person who gave it.
package struct CommandError: Error, Hashable, Sendable {
    package let swedish: String
    package let english: String

    package init(_ swedish: String, _ english: String) {
        self.swedish = swedish
        self.english = english
    }

    /// The words in a language.
    package func words(in language: Language) -> String { language.pick(swedish, english) }
}

/// That the archive's file of that SHA-256 is not the one that was kept, or gone: the machine's fault, nobody's who asks.
package struct DamagedFile: Error, Hashable, Sendable {
    package let fingerprint: Fingerprint

    package init(_ fingerprint: Fingerprint) { self.fingerprint = fingerprint }

    /// What is wrong and what to do.
    package func words(in language: Language) -> String {
        language.pick(
            "Arkivets fil \(fingerprint.hex) är skadad eller borta. Återställ den ur säkerhetskopian.",
            "The archive's file \(fingerprint.hex) is damaged or gone. Restore it from the backup.")
    }
}
