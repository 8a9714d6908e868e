import Adoption
import Federation
import Sealing
import Storage

/// A published edition as JSON: what it is, where its files are, and what has taken its place since.
struct EditionJSON {
    private let calendar: EditionCalendar
    private let moment: Instant

    /// Editions among all those of a year, as known at a moment.
    init(among kept: [KeptEdition], knownAt moment: Instant) {
        calendar = EditionCalendar(kept.map(\.edition))
        self.moment = moment
    }

    /// Where an edition is described.
    static func path(_ year: Year, _ number: Int) -> String { "/v1/price-lists/\(year)/editions/\(number)" }

    /// Which edition an answer is from, and its first day: without `validOn` it may not be in force yet. Nothing of a
    /// draft.
    static func chosen(_ kept: KeptEdition?) -> [(String, CanonicalValue?)] {
        [
            ("edition", kept.map { .integer($0.edition.number) }),
            ("validFrom", kept.map { .string($0.edition.decision.validFrom.description) }),
        ]
    }

    /// The edition with its files.
    func value(_ kept: KeptEdition) -> CanonicalValue {
        let edition = kept.edition
        return .members(
            ("year", .integer(edition.year.number)), ("number", .integer(edition.number)),
            ("fingerprint", .string(edition.fingerprint.hex)), ("manifest", .string(kept.manifest.hex)),
            ("previousManifest", .text(kept.previousManifest?.hex)), ("position", .integer(kept.position)),
            ("decision", EditionJSON.value(edition.decision)),
            ("validFrom", .string(edition.decision.validFrom.description)),
            ("validTo", .string(edition.validTo.description)), ("publishedAt", .instant(edition.publishedAt)),
            ("corrects", edition.corrects.map { .integer($0) }), ("inForce", .array(periods(edition).map(value))),
            ("supersededBy", .array(supersessions(edition).map { value($0, edition.year) })),
            ("href", .string(EditionJSON.path(edition.year, edition.number))),
            ("files", .array(kept.files.map { EditionJSON.value($0, of: edition) })))
    }

    /// What has taken an edition's place since.
    func supersessions(_ edition: PriceListEdition) -> [EditionCalendar.Supersession] {
        calendar.supersessions(of: edition, knownAt: moment)
    }

    /// The days on which an edition is in force.
    func periods(_ edition: PriceListEdition) -> [EditionCalendar.Period] {
        calendar.periods(of: edition.year, knownAt: moment).filter { $0.edition == edition }
    }

    /// Adds the ways from an edition to those before and after it (RFC 5829).
    func addLinks(from edition: PriceListEdition, to answer: inout Answer) {
        let path = { EditionJSON.path(edition.year, $0) }
        answer.add(link: "/v1/price-lists/\(edition.year)/editions", "version-history")
        if let latest = calendar.latest(of: edition.year, knownAt: moment) {
            answer.add(link: path(latest.number), "latest-version")
        }
        if let before = edition.corrects { answer.add(link: path(before), "predecessor-version") }
        if let after = supersessions(edition).first { answer.add(link: path(after.number), "successor-version") }
    }

    /// A decision of the committee.
    static func value(_ decision: ListDecision) -> CanonicalValue {
        [
            "number": .string(decision.number), "paragraph": .string(decision.paragraph),
            "date": .string(decision.day.description), "validFrom": .string(decision.validFrom.description),
        ]
    }

    private static func value(_ file: EditionFile, of edition: PriceListEdition) -> CanonicalValue {
        let ending = file.ending(in: edition)
        return [
            "name": .string(file.name), "mediaType": .string(file.mediaType), "bytes": .integer(file.length),
            "sha256": .string(file.sha256.hex),
            "href": .string("\(path(edition.year, edition.number)).\(ending)"),
        ]
    }

    private func value(_ period: EditionCalendar.Period) -> CanonicalValue {
        ["from": .string(period.from.description), "to": .string(period.to.description)]
    }

    private func value(_ later: EditionCalendar.Supersession, _ year: Year) -> CanonicalValue {
        .members(
            ("number", .integer(later.number)), ("from", .string(later.from.description)),
            ("publishedAt", .instant(later.publishedAt)),
            ("href", .string(EditionJSON.path(year, later.number))))
    }
}

extension EditionFile {
    /// What follows the edition's own name in the file's: `excel.csv`.
    func ending(in edition: PriceListEdition) -> String {
        let stem = EditionFileNames(year: edition.year, number: edition.number).rendering("")
        return name.hasPrefix(stem) ? String(name.dropFirst(stem.count)) : name
    }
}
