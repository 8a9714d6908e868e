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
    package let year: Year
    /// What the clock says; every station asks it instead of the system.
    package let now: @Sendable () -> Instant

    let limits: FetchLimits
    let networks: AllowedNetworks
    let logger: Logger
    let schemas: [FeedKind: XMLSchema]

    /// A gateway over a data directory, which is made where it is missing.
    package init(
        premises: Premises, dataFolder: String, year: Year, limits: FetchLimits, networks: AllowedNetworks,
        logger: Logger, now: @escaping @Sendable () -> Instant
    ) throws {
        self.premises = premises
        self.year = year
        self.now = now
        self.limits = limits
        self.networks = networks
        self.logger = logger
        archive = try Archive(root: dataFolder + "/archive")
        store = try Store(path: dataFolder + "/samverkan.sqlite")
        let feeds = premises.contractsFolder + "/feeds/"
        schemas = [
            .priceList: try XMLSchema(path: feeds + Contract.priceSubmission.rawValue + ".xsd"),
            .plan: try XMLSchema(path: feeds + Contract.planReport.rawValue + ".xsd"),
        ]
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
