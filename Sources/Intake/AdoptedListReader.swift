package import Federation
package import Pricing
package import Reading
import Registry

/// What an earlier adopted list tells.
package struct AdoptedList {
    package let careServices: [PreviousCareService]
    /// Empty also where the file tells of none, as files of before did.
    package let surcharges: [PreviousSurcharge]
    /// Every mistake; where there is any, nothing of the list is used.
    package let report: FindingsReport
}

/// Reads an earlier adopted list (`adopted-list-1`, JSON) so that it becomes last year's prices.
package struct AdoptedListReader {
    private let year: Year
    private let regions: [RegionSlug: Region]

    /// A reader of the list of that year, for these regions.
    package init(year: Year, regions: [Region]) {
        self.year = year
        self.regions = Dictionary(regions.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The list's lines. Every mistake is a finding; where there is any, no line is handed over.
    package func read(_ source: some ByteSource) throws -> AdoptedList {
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
        let told = collector.report.adding(scanner.findings(part: 0))
        let isSound = told.totals.isEmpty
        return AdoptedList(
            careServices: isSound ? collector.careServices : [], surcharges: isSound ? collector.surcharges : [],
            report: scanner.hasFound ? told.withoutPersonalNumbers : told)
    }
}

/// Gathers the lines of an adopted list.
private final class AdoptedListCollector: DecoderClient {
    static let mapping = Mapping(
        header: [
            FieldRule(field: .year, source: .path(MappingPath(steps: [.child("year")]))),
            FieldRule(field: .what, source: .path(MappingPath(steps: [.child("priceList")]))),
        ],
        records: AdoptedLine.Form.allCases.map(\.rule), ignored: AdoptedLine.Form.allCases.flatMap(\.ignored))

    private(set) var careServices: [PreviousCareService] = []
    private(set) var surcharges: [PreviousSurcharge] = []
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
        let line = AdoptedLine(raw)
        // Making the path takes longer than all the rest: only where a fault is told.
        lazy var place = decoder.place(raw.start, raw.end)
        do throws(AdoptedLine.Slip) {
            try line.requireFilled()
            switch line.form {
            case .careServices:
                let service = try line.careService(regions)
                if isSound(line, service.id, service.amount, place) { careServices.append(service) }
            case .surcharges:
                let surcharge = try line.surcharge(regions)
                if isSound(line, surcharge.id, surcharge.amount, place) { surcharges.append(surcharge) }
            }
        } catch { fault(error.code, error.field, place, error.sample, error.arguments) }
        if !report.totals.isEmpty { (careServices, surcharges) = ([], []) }
    }

    /// Holds a line's amount, code and text against the same rules as a delivery's, and whether it stands already;
    /// whether all is well with it.
    private func isSound(
        _ line: AdoptedLine, _ id: LineID, _ amount: Amount, _ place: @autoclosure () -> Place
    ) -> Bool {
        let (code, text) = (line[.code], line[.text])
        if amount > AmountTooLarge.most {
            fault(AmountTooLarge.code, .amount, place(), line[.amount], AmountTooLarge.arguments)
        }
        if !CodeMalformed.isWellFormed(code) { fault(CodeMalformed.code, .code, place(), code) }
        if let arguments = TextTooLong.arguments(of: text) { fault(TextTooLong.code, .text, place(), text, arguments) }
        if let arguments = ControlCharacter.arguments(of: text) {
            fault(ControlCharacter.code, .text, place(), text, arguments)
        }
        if TextBrokenEncoding.isBroken(text) { fault(TextBrokenEncoding.code, .text, place(), text) }
        if let first = lines.updateValue(line.start, forKey: id) {
            let arguments = [
                "firstLine": String(first.line), "firstColumn": String(first.column), "firstPart": "1",
            ]
            report.add(Finding("duplicate-line", arguments, at: place(), sample: code))
        }
        return report.totals.isEmpty
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
        if report.totals.isEmpty, careServices.isEmpty { report.add(Finding("no-lines", at: .start)) }
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
