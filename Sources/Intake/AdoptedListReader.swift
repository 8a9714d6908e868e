package import Federation
package import Pricing
package import Reading
import Registry

/// Reads an earlier adopted list (`adopted-list-1`, JSON) so that it becomes last year's prices.
package struct AdoptedListReader {
    private let year: Year
    private let regions: [RegionSlug: Region]

    /// A reader of the list of that year, for these regions.
    package init(year: Year, regions: [Region]) {
        self.year = year
        self.regions = Dictionary(regions.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The list's care services. Every mistake is a finding; where there is any, nothing of the list is used.
    package func read(_ source: some ByteSource) throws -> (services: [PreviousCareService], report: FindingsReport) {
        let names = NameTable()
        let collector = AdoptedListCollector(year: year, regions: regions)
        let decoder = FeedDecoder(
            mapping: AdoptedListCollector.mapping, isContract: true, format: .json, part: 0, names: names,
            client: collector)
        let scanner = PersonalNumberScanner(source)
        do {
            try DocumentReader(format: .json, names: names).read(
                scanner, handler: PersonalNumberWatch(scanner, names: names, before: decoder))
            collector.finish()
        } catch let fault as ReadingFault {
            // What is missing after that says nothing about the list; what was not read may still name a person.
            try? scanner.drain()
            collector.report.add(fault.finding(part: 0, path: decoder.path()))
        }
        let numbers = scanner.findings(part: 0)
        let told = collector.report.adding(numbers)
        return (told.totals.isEmpty ? collector.services : [], scanner.hasFound ? told.withoutPersonalNumbers : told)
    }
}

/// Gathers the lines of an adopted list.
private final class AdoptedListCollector: DecoderClient {
    /// Fields in the order of the records' values.
    private static let fields: [FieldName] = [
        .region, .provider, .unit, .code, .text, .typeOfCare, .careLevel, .amount,
    ]
    private static let ignored = ["measure", "productCategory", "medicalFieldCode"]

    static let mapping = Mapping(
        header: [
            FieldRule(field: .year, source: .path(MappingPath(steps: [.child("year")]))),
            FieldRule(field: .what, source: .path(MappingPath(steps: [.child("priceList")]))),
        ],
        records: [
            RecordRule(
                kind: .careService, at: MappingPath(steps: [.child("careServices"), .items]),
                fields: fields.map {
                    FieldRule(field: $0, source: .path(MappingPath(steps: [.child($0.rawValue)])))
                })
        ],
        ignored: [MappingPath(steps: [.child("surcharges")])]
            + ignored.map { MappingPath(steps: [.child("careServices"), .items, .child($0)]) })

    private(set) var services: [PreviousCareService] = []
    var report = FindingsReport()
    private let year: Year
    private let regions: [RegionSlug: Region]
    private var lines: [LineID: Spot] = [:]
    private var foundYear: String?
    private var foundShape: String?

    init(year: Year, regions: [RegionSlug: Region]) {
        self.year = year
        self.regions = regions
    }

    func record(_ raw: RawRecord, _ decoder: FeedDecoder) throws {
        let values = raw.values.map { $0?.text }
        // Making the path takes longer than all the rest: only where a fault is told.
        lazy var place = decoder.place(raw.start, raw.end)
        if let missing = values.firstIndex(where: { $0?.isEmpty ?? true }) {
            return fault("missing-field", Self.fields[missing], place, nil)
        }
        let texts = values.compactMap { $0 }
        guard let key = key(texts, place) else { return }
        guard let amount = Amount(wire: texts[7]), amount.ore > 0 else {
            return fault(
                "amount-not-a-number", .amount, place, texts[7], ["notation": Notation.twoDecimals.rawValue])
        }
        if amount > AmountTooLarge.most {
            fault(AmountTooLarge.code, .amount, place, texts[7], AmountTooLarge.arguments)
        }
        check(code: texts[3], text: texts[4], place)
        let id = key.lineID
        if let first = lines.updateValue(raw.start, forKey: id) {
            let arguments = [
                "firstLine": String(first.line), "firstColumn": String(first.column), "firstPart": "1",
            ]
            report.add(Finding("duplicate-line", arguments, at: place, sample: texts[3]))
        }
        guard report.totals.isEmpty else { return services = [] }
        let origin = RecordOrigin(start: raw.start, end: raw.end, part: 0)
        services.append(PreviousCareService(id: id, key: key, text: texts[4], amount: amount, origin: origin))
    }

    /// What makes the line the same next year; nil where a field names nothing that is known.
    private func key(_ texts: [String], _ place: @autoclosure () -> Place) -> CareServiceKey? {
        guard let region = RegionSlug(texts[0]), let known = regions[region] else {
            let slugs = regions.keys.sorted().map(\.text).joined(separator: ", ")
            return unknown("unknown-region", .region, place(), texts[0], ["expected": slugs])
        }
        guard let hospital = known.hospital(texts[1]) else {
            let ids = known.hospitals.map(\.id).joined(separator: ", ")
            return unknown("unknown-provider", .provider, place(), texts[1], ["known": ids])
        }
        guard hospital.units.contains(where: { $0.id == texts[2] }) else {
            return unknown("unknown-unit", .unit, place(), texts[2], ["hospital": hospital.name])
        }
        guard let typeOfCare = TypeOfCare(rawValue: texts[5]) else {
            let codes = TypeOfCare.allCases.map(\.rawValue).joined(separator: ", ")
            return unknown("unknown-code-value", .typeOfCare, place(), texts[5], ["known": codes])
        }
        guard let careLevel = CareLevel(rawValue: texts[6]) else {
            let codes = CareLevel.allCases.map(\.rawValue).joined(separator: ", ")
            return unknown("unknown-code-value", .careLevel, place(), texts[6], ["known": codes])
        }
        return CareServiceKey(
            region: region, provider: texts[1], unit: texts[2], code: texts[3], typeOfCare: typeOfCare,
            careLevel: careLevel)
    }

    private func unknown(
        _ code: String, _ field: FieldName, _ place: Place, _ sample: String, _ arguments: [String: String]
    ) -> CareServiceKey? {
        fault(code, field, place, sample, arguments)
        return nil
    }

    /// Holds code and text against the same rules as a delivery's.
    private func check(code: String, text: String, _ place: @autoclosure () -> Place) {
        if !CodeMalformed.isWellFormed(code) { fault(CodeMalformed.code, .code, place(), code) }
        if let arguments = TextTooLong.arguments(of: text) { fault(TextTooLong.code, .text, place(), text, arguments) }
        if let arguments = ControlCharacter.arguments(of: text) {
            fault(ControlCharacter.code, .text, place(), text, arguments)
        }
        if TextBrokenEncoding.isBroken(text) { fault(TextBrokenEncoding.code, .text, place(), text) }
    }

    func header(_ index: Int, _ value: RawValue, _ decoder: FeedDecoder) throws {
        if index == 0 { foundYear = value.text } else { foundShape = value.text }
    }

    func unmapped(at spot: Spot, _ decoder: FeedDecoder) throws {
        report.add(
            Finding("not-in-contract", ["path": decoder.path(), "count": "1"], at: decoder.place(spot, spot.offset)))
    }

    func finding(_ finding: Finding) throws { report.add(finding) }

    /// What can be said only at the end.
    func finish() {
        if foundShape != "adopted-list-1" {
            tellOnly(Finding("layout-unknown", ["first": foundShape ?? ""], at: .start))
        } else if foundYear != year.description {
            tellOnly(Finding("wrong-year", ["expected": year.description, "found": foundYear ?? ""], at: .start))
        }
        if report.totals.isEmpty, services.isEmpty { report.add(Finding("no-lines", at: .start)) }
    }

    private func tellOnly(_ finding: Finding) {
        report = FindingsReport()
        report.add(finding)
    }

    private func fault(
        _ code: String, _ field: FieldName, _ place: Place, _ sample: String?, _ arguments: [String: String] = [:]
    ) {
        report.add(
            Finding(
                code, arguments.merging(["field": field.rawValue], uniquingKeysWith: { own, _ in own }), at: place,
                sample: sample))
    }
}
