import ArgumentParser
import Federation
import Foundation
import Harvest
import Pipeline
import Publishing
import Registry

/// Options that every command takes; each is also a setting.
struct GlobalOptions: ParsableArguments {
    @Option(help: "Datamapp (standard: data).") var data: String?
    @Option(help: "Mapp med regionernas beskrivningar (standard: Regions).") var regions: String?
    @Option(help: "Mapp med kontrakt och prismodeller (standard: Contracts).") var contracts: String?
    @Option(help: "Prislistans år (standard: året vars leveranstid senast öppnat).") var year: Int?
    @Option(help: "Klockan, till exempel 2022-11-15T09:00:00Z (standard: nu).") var now: String?
    @Option(help: "Språk för texter: sv eller en.") var lang: String?

    /// The language of texts for people.
    var language: Language { lang.flatMap(Language.init(rawValue:)) ?? .swedish }

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil {
            throw ValidationError("--lang \(lang): skriv sv eller en (write sv or en)")
        }
    }

    /// The settings with these options laid over them.
    func workplace(dataFolder: String? = nil, addresses: [String: String] = [:]) throws -> Workplace {
        let settings = Settings()
        let language = try language(settings)
        let clock = try clock(settings)
        let premises = try Premises.load(
            regionsFolder: regions ?? settings.text("SAMVERKAN_REGIONS") ?? "Regions",
            contractsFolder: contracts ?? settings.text("SAMVERKAN_CONTRACTS") ?? "Contracts",
            setting: { addresses[$0] ?? settings.text($0) })
        return Workplace(
            settings: settings, language: language, premises: premises, now: clock,
            year: try year(settings, premises, on: clock().day),
            dataFolder: dataFolder ?? data ?? settings.text("SAMVERKAN_DATA") ?? "data")
    }

    /// The language as the options and then the settings say.
    func language(_ settings: Settings) throws -> Language {
        guard let text = lang ?? settings.text("SAMVERKAN_LANG") else { return .swedish }
        guard let language = Language(rawValue: text) else {
            throw SettingError(name: "SAMVERKAN_LANG", value: text, expected: "sv | en")
        }
        return language
    }

    private func clock(_ settings: Settings) throws -> @Sendable () -> Instant {
        guard let text = now ?? settings.text("SAMVERKAN_NOW") else { return { Instant(Date()) } }
        guard let instant = Instant(text) else {
            throw SettingError(name: "--now, SAMVERKAN_NOW", value: text, expected: "2022-11-15T09:00:00Z")
        }
        return { instant }
    }

    private func year(_ settings: Settings, _ premises: Premises, on day: Day) throws -> Year {
        let text = year.map(String.init) ?? settings.text("SAMVERKAN_YEAR")
        if let text {
            guard let year = Year(text) else {
                throw SettingError(name: "--year, SAMVERKAN_YEAR", value: text, expected: "2023")
            }
            return year
        }
        guard let year = premises.year(on: day) ?? premises.years.keys.max() else {
            throw CommandError(
                "Det finns ingen prismodell i kontraktsmappen.", "There is no price model in the contracts folder.")
        }
        return year
    }
}

/// What a command works in: settings, premises, clock and data folder.
struct Workplace {
    let settings: Settings
    let language: Language
    let premises: Premises
    let now: @Sendable () -> Instant
    let year: Year
    let dataFolder: String

    /// The gateway over the data folder. The folder is made where it is missing.
    func gateway(networks: AllowedNetworks? = nil) throws -> Gateway {
        try WorkFolder.prepare(dataFolder, option: "--data")
        FileTrouble.database.withLock { $0 = dataFolder + "/samverkan.sqlite" }
        return try Gateway(
            premises: premises, dataFolder: dataFolder, year: year, limits: settings.fetchLimits(),
            networks: networks ?? settings.networks(), authorities: settings.authorities(),
            logger: try settings.logger(), now: now)
    }

    /// Tells a person at a terminal what takes its time just now.
    func working(_ swedish: String, _ english: String) { Console.working(language.pick(swedish, english)) }

    /// A gateway that only examines files at hand: it needs no data folder, and makes none.
    func readingGateway() throws -> Gateway {
        FileTrouble.database.withLock { $0 = dataFolder + "/samverkan.sqlite" }
        return try Gateway(
            reading: dataFolder, premises: premises, year: year, limits: settings.fetchLimits(),
            logger: settings.logger(), now: now)
    }

    /// The region of a name given by a person.
    func region(_ text: String) throws -> RegionSlug {
        guard let slug = RegionSlug(text), premises.region(slug) != nil else {
            let known = premises.regions.map(\.region.slug.text).joined(separator: ", ")
            throw CommandError(
                "Okänd region \(text). Välj en av: \(known).", "Unknown region \(text). Choose one of: \(known).")
        }
        return slug
    }

    /// What the persons are called in what people read.
    func names() throws -> PersonNames { PersonNames(try settings.persons()) }

    /// A person who may decide, by the id given with `--by`.
    func person(_ id: String) throws -> String {
        let persons = try settings.persons()
        guard persons[id] != nil else {
            let known = persons.keys.sorted { $0.precedes($1) }.joined(separator: ", ")
            throw CommandError(
                "Okänd person \(id). Inställningen SAMVERKAN_PERSONS har: \(known.isEmpty ? "ingen" : known).",
                "Unknown person \(id). The setting SAMVERKAN_PERSONS has: \(known.isEmpty ? "nobody" : known).")
        }
        return id
    }
}
