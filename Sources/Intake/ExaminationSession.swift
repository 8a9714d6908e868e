import Federation
import Planning
import Pricing
import Reading
import Registry

/// One version on its way through decoding, rules and normalising.
final class ExaminationSession: DecoderClient {
    private let feed: FeedDescriptor
    private let context: RuleContext
    private let interpreter: Interpreter
    private var rules: [any Rule]
    private var report: Report
    private var header: Header
    /// Takes the prices; nil where nothing is kept.
    private let prices: PriceSink?
    private var normaliser: Normaliser
    private var unmapped = UnmappedContent()
    private var coverage: LayoutCoverage
    private var schema = SchemaFindings()
    /// Findings and strange content up to the end of the last record: a record without more is clean.
    private var toldBefore = 0
    private var strange = 0
    private var isBrokenOff = false
    private var namesAPerson = false
    private var parts: PartsCheck
    /// Whether a person has stated that no personal identity number is one, and whether one stands in a record.
    private let numbersAreCleared: Bool
    private var recordNamesAPerson = false

    init(
        feed: FeedDescriptor, context: RuleContext, catalogue: FindingCatalogue, numbersAreCleared: Bool,
        prices: PriceSink?
    ) {
        self.feed = feed
        self.prices = prices
        self.numbersAreCleared = numbersAreCleared
        normaliser = Normaliser(keepsRecords: prices != nil)
        self.context = context
        interpreter = Interpreter(
            mapping: feed.mapping, isContract: feed.contract != nil, region: context.region, codes: context.codes)
        rules = Rulebook.rules(for: feed.kind).map { $0.init(context) }
        report = Report(catalogue)
        header = Header(feed.mapping, isContract: feed.contract != nil)
        parts = PartsCheck(feed.feed.parts)
        coverage = LayoutCoverage(feed.mapping)
        for rule in feed.mapping.header {
            if case .constant = rule.source, let value = interpreter.value(rule, nil) {
                header.keep(rule.field, Header.Value(field: value, place: .start))
            }
        }
    }

    func record(_ raw: RawRecord, _ decoder: FeedDecoder) throws {
        let record = interpreter.record(raw, decoder)
        header.count(record)
        coverage.saw(raw)
        for index in rules.indices { rules[index].inspect(record, &report) }
        let isClean = report.count + strange == toldBefore
        let violations = schema.end(
            of: record.start.offset..<record.end, part: decoder.part, isClean: isClean)
        for finding in violations { report.add(finding) }
        toldBefore = report.count + strange
        if numbersAreCleared { recordNamesAPerson = recordNamesAPerson || record.namesAPerson }
        if report.hasError {
            normaliser.drop()
        } else if try !normaliser.take(record, prices: { try prices?($0) }) {
            report.add(Finding("record-incomplete", ["kind": record.kind.rawValue], at: record.place))
        }
    }

    func header(_ index: Int, _ value: RawValue, _ decoder: FeedDecoder) throws {
        let rule = feed.mapping.header[index]
        guard let field = interpreter.value(rule, value) else { return }
        let place = decoder.place(value.start, value.end)
        if let first = header[rule.field], first.field.raw != field.raw {
            report.add(
                Finding(
                    "header-differs-between-parts", rule.arguments.merging(["first": first.field.raw]) { $1 },
                    at: place, sample: field.raw))
        }
        header.keep(rule.field, Header.Value(field: field, place: place))
    }

    func link(_ value: RawValue, _ decoder: FeedDecoder) throws {
        guard value.kind != .null, !value.text.isEmpty else { return }
        parts.add(Finding(PartsCheck.deadLink, at: decoder.place(value.start, value.end), sample: value.text))
    }

    func unmapped(at spot: Spot, _ decoder: FeedDecoder) throws {
        strange += 1
        unmapped.add(spot, decoder)
    }

    func finding(_ finding: Finding) throws {
        guard finding.code == "schema-violation" else { return report.add(finding) }
        for told in schema.take(finding) { report.add(told) }
    }

    /// Begins with what was found out before reading, and with how the version is put together.
    func begin(_ parts: [VersionPart], known: [Finding]) {
        for finding in known + PartsCheck.repeated(parts) { report.add(finding) }
    }

    /// Tells, when every part has been read, of one that is linked to and is not there.
    func end(_ version: [VersionPart]) {
        if !isBrokenOff, let missing = parts.missing(version) { breakOff(missing) }
    }

    /// Adds what broke off the reading of a part. What is missing then says nothing about the delivery.
    func breakOff(_ finding: Finding) {
        report.add(finding)
        isBrokenOff = true
    }

    /// Tells of personal identity numbers, without them.
    func personalNumbers(_ scanner: PersonalNumberScanner, part: Int) {
        namesAPerson = namesAPerson || scanner.hasFound
        report.add(scanner.findings(part: part))
    }

    /// The examination, when every part has been read.
    func finish(siblings: [FeedDescriptor]) -> Examination {
        if !isBrokenOff { judgeTheWhole(siblings) }
        if !report.hasError { for finding in schema.rest { report.add(finding) } }
        // What names a person stays in the archive: a submission would carry the number into database and lists. A
        // person may clear numbers only where no record has them, since records are published.
        let mayBeKept = !report.hasError && (!namesAPerson || numbersAreCleared && !recordNamesAPerson)
        let submission = mayBeKept ? submission() : nil
        if submission == nil, mayBeKept { report.add(Finding("record-incomplete", ["kind": "header"])) }
        let verdict = report.close()
        let told = namesAPerson ? report.findings.withoutPersonalNumbers : report.findings
        return Examination(
            verdict: verdict, report: told, submission: prices == nil ? nil : submission, records: header.records,
            hospitals: header.hospitals, isWhole: !isBrokenOff)
    }

    private func judgeTheWhole(_ siblings: [FeedDescriptor]) {
        let changes = feed.contract == nil ? coverage.changes(unmapped) : ([], [])
        for finding in unmapped.findings(isContract: feed.contract != nil, beside: changes.1) + changes.0 {
            report.add(finding)
        }
        if let wrong = unmapped.wrongLayout(header: header, feed: feed, siblings: siblings) { report.add(wrong) }
        for index in rules.indices { rules[index].finish(header, &report) }
    }

    private func submission() -> Submission? {
        guard let number = header.text(.organisationNumber).flatMap({ OrganisationNumber($0) }),
            let created = header.created
        else { return nil }
        switch feed.kind {
        case .priceList:
            // A file of another year is held; whoever releases it says that it is meant for this one.
            return .prices(
                SubmissionHeader(
                    region: context.region.slug, organisationNumber: number, year: context.year, created: created,
                    currency: header.text(.currency) ?? "", contact: header.text(.contact)?.withoutPersonalNumbers,
                    testData: header.text(.testData) == "true"))
        case .plan:
            guard let plan = header.text(.plan) else { return nil }
            return .plan(
                PlanReport(
                    region: context.region.slug, organisationNumber: number, plan: plan, created: created,
                    contact: header.text(.contact)?.withoutPersonalNumbers, rounds: normaliser.planRounds))
        }
    }
}
