import Configuration
import Federation
import Foundation
import Harvest
import Logging

/// Every setting of the program, read from `SAMVERKAN_…` environment variables in this one file.
struct Settings {
    private let reader: ConfigReader

    init() { reader = ConfigReader(provider: EnvironmentVariablesProvider()) }

    private static let usual = FetchLimits()

    /// The settings that the README lists, with what each means and its default.
    static let known: [(name: String, meaning: String, fallback: String)] = [
        ("SAMVERKAN_DATA", "datamapp: arkiv och databas", "data"),
        ("SAMVERKAN_REGIONS", "mapp med regionernas beskrivningar", "Regions"),
        ("SAMVERKAN_CONTRACTS", "mapp med kontrakt, prismodeller, viktlistor och planer", "Contracts"),
        ("SAMVERKAN_YEAR", "prislistans år", "året vars leveranstid senast öppnat"),
        ("SAMVERKAN_NOW", "klockan, RFC 3339", "systemets klocka"),
        ("SAMVERKAN_LANG", "språk för texter: sv eller en", "sv"),
        ("SAMVERKAN_PERSONS", "de som får fatta beslut: id=Namn, skilda av komma", "ingen"),
        ("SAMVERKAN_SIGNING_KEY", "den privata nyckelns fil, utanför datamappen, läsbar bara för sin ägare", "ingen"),
        ("SAMVERKAN_LOG_LEVEL", "loggnivå: debug, info, notice, warning, error", "error"),
        ("SAMVERKAN_<REGION>_URL", "basadress till regionens server, till exempel SAMVERKAN_VARMLAND_URL", "ingen"),
        ("SAMVERKAN_<REGION>_TOKEN", "regionens åtkomstnyckel, där beskrivningen nämner den", "ingen"),
        ("SAMVERKAN_ALLOW_NETWORKS", "nät utöver de publika som får hämtas från, till exempel 10.0.0.0/8", "inga"),
        (
            "SAMVERKAN_FETCH_CONNECT_SECONDS", "längsta tid för att få förbindelse",
            String(usual.connectMilliseconds / 1000)
        ),
        ("SAMVERKAN_FETCH_STALL_SECONDS", "längsta tid utan nog med data", String(usual.stallMilliseconds / 1000)),
        ("SAMVERKAN_FETCH_REQUEST_SECONDS", "längsta tid för en begäran", String(usual.requestMilliseconds / 1000)),
        (
            "SAMVERKAN_FETCH_FEED_SECONDS", "längsta tid för ett flöde med alla delar och omförsök",
            String(usual.feedMilliseconds / 1000)
        ),
        (
            "SAMVERKAN_FETCH_WAIT_SECONDS", "längsta väntan som en server får be om",
            String(usual.longestWaitMilliseconds / 1000)
        ),
        ("SAMVERKAN_FETCH_MAX_BYTES", "mesta antal byte för ett flöde", String(usual.wireBytes)),
        (
            "SAMVERKAN_FETCH_CA_FILE",
            "PEM-fil med certifikatutfärdare som godtas utöver systemets, till exempel SITHS",
            "ingen"
        ),
        ("SAMVERKAN_SERVE_HOST", "adress att lyssna på; bara loopback om inget annat tillåts", "127.0.0.1"),
        ("SAMVERKAN_SERVE_ALLOW_REMOTE", "true: lyssna även på andra adresser än loopback", "false"),
        ("SAMVERKAN_SERVE_HOSTS", "värdnamn som besvaras, skilda av komma", "localhost,127.0.0.1,[::1]"),
    ]

    /// The text of a setting by its variable's name; nil where it is not set or empty.
    func text(_ name: String) -> String? {
        let key = ConfigKey(name.lowercased().split(separator: "_").map(String.init))
        let value = reader.string(forKey: key)
        return value?.isEmpty == true ? nil : value
    }

    /// A whole number from 1 to a greatest one. Throws `SettingError` where the text is something else.
    func positive(_ name: String, upTo most: Int = 2_592_000) throws -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), (1...most).contains(number) else {
            throw SettingError(name: name, value: text, expected: "1–\(most)")
        }
        return number
    }

    /// What one fetch may cost.
    func fetchLimits() throws -> FetchLimits {
        var limits = FetchLimits()
        if let seconds = try positive("SAMVERKAN_FETCH_CONNECT_SECONDS") { limits.connectMilliseconds = seconds * 1000 }
        if let seconds = try positive("SAMVERKAN_FETCH_STALL_SECONDS") { limits.stallMilliseconds = seconds * 1000 }
        if let seconds = try positive("SAMVERKAN_FETCH_REQUEST_SECONDS") { limits.requestMilliseconds = seconds * 1000 }
        if let seconds = try positive("SAMVERKAN_FETCH_FEED_SECONDS") { limits.feedMilliseconds = seconds * 1000 }
        if let seconds = try positive("SAMVERKAN_FETCH_WAIT_SECONDS") {
            limits.longestWaitMilliseconds = seconds * 1000
        }
        if let bytes = try positive("SAMVERKAN_FETCH_MAX_BYTES", upTo: 1 << 40) { limits.wireBytes = bytes }
        return limits
    }

    /// Networks beyond the public ones that may be fetched from.
    func networks() throws -> AllowedNetworks {
        guard let text = text("SAMVERKAN_ALLOW_NETWORKS") else { return .publicOnly }
        guard let networks = AllowedNetworks(text: text) else {
            throw SettingError(name: "SAMVERKAN_ALLOW_NETWORKS", value: text, expected: "10.0.0.0/8,fd00::/8")
        }
        return networks
    }

    /// The file of certificate authorities that are trusted beside the system's. Throws where it cannot be read.
    func authorities() throws -> String? {
        guard let path = text("SAMVERKAN_FETCH_CA_FILE") else { return nil }
        guard (try? String(contentsOfFile: path, encoding: .utf8))?.contains("-----BEGIN CERTIFICATE-----") == true
        else { throw SettingError(name: "SAMVERKAN_FETCH_CA_FILE", value: path, expected: "PEM, BEGIN CERTIFICATE") }
        return path
    }

    /// The persons who may decide, by id.
    func persons() throws -> [String: String] {
        guard let text = text("SAMVERKAN_PERSONS") else { return [:] }
        var persons: [String: String] = [:]
        for entry in text.split(separator: ",") {
            let parts = entry.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw SettingError(name: "SAMVERKAN_PERSONS", value: text, expected: "anna=Anna Ek,bo=Bo Alm")
            }
            persons[parts[0]] = parts[1]
        }
        return persons
    }

    /// Where programs are looked for.
    var searchPath: String? { ProcessInfo.processInfo.environment["PATH"] }

    /// A logger to standard error at the level that is set.
    func logger() throws -> Logger {
        var logger = Logger(label: "samverkan") { StreamLogHandler.standardError(label: $0) }
        guard let level = text("SAMVERKAN_LOG_LEVEL") else {
            logger.logLevel = .error
            return logger
        }
        guard let known = Logger.Level(rawValue: level) else {
            let expected = Logger.Level.allCases.map(\.rawValue).joined(separator: " | ")
            throw SettingError(name: "SAMVERKAN_LOG_LEVEL", value: level, expected: expected)
        }
        logger.logLevel = known
        return logger
    }
}

/// A setting that cannot be read.
struct SettingError: Error {
    let name: String
    let value: String
    let expected: String
}
