import Federation
import Planning
import Pricing
import Registry

/// Gathers faultless records as the house's own types, or only sees whether it could.
struct Normaliser {
    private let keepsRecords: Bool
    private var careServices: [CareService] = []
    private var tariffs: [DRGTariff] = []
    private var exceptions: [DRGException] = []
    private var fixedPrices: [DRGFixedPrice] = []
    private var surcharges: [Surcharge] = []
    private var notApplicable: [NotApplicable] = []
    private var rounds: [ReportingRound: RoundReport] = [:]
    /// Equal texts share one string, since a delivery repeats a few texts many times.
    private var pool = TextPool()

    init(keepsRecords: Bool) { self.keepsRecords = keepsRecords }

    /// Takes in a record; false where a value is not what the rules promise, which a finding must then have said.
    mutating func take(_ record: Record) -> Bool {
        switch record.kind {
        case .careService: append(careService(record), to: \.careServices)
        case .drgTariff: append(tariff(record), to: \.tariffs)
        case .drgException: append(exception(record), to: \.exceptions)
        case .drgFixedPrice: append(fixedPrice(record), to: \.fixedPrices)
        case .surcharge: append(surcharge(record), to: \.surcharges)
        case .notApplicable: append(silence(record), to: \.notApplicable)
        case .goalReport, .effectMeasure, .activity, .stopped: takePlan(record)
        }
    }

    /// Forgets what was gathered: the version has an error, and only its findings matter from here on.
    mutating func drop() { self = Normaliser(keepsRecords: keepsRecords) }

    /// The price submission of what was gathered.
    func prices(_ header: SubmissionHeader) -> PriceSubmission {
        PriceSubmission(
            header: header, careServices: careServices, drgTariffs: tariffs, drgExceptions: exceptions,
            drgFixedPrices: fixedPrices, surcharges: surcharges, notApplicable: notApplicable)
    }

    /// The rounds of what was gathered, oldest first.
    var planRounds: [RoundReport] { rounds.values.sorted { $0.round < $1.round } }

    private mutating func append<Element>(
        _ element: Element?, to list: WritableKeyPath<Normaliser, [Element]>
    ) -> Bool {
        guard let element else { return false }
        if keepsRecords { self[keyPath: list].append(element) }
        return true
    }

    private mutating func careService(_ record: Record) -> CareService? {
        guard let provider = record.text(.provider), let unit = record.text(.unit), let code = record.text(.code),
            let text = record.text(.text), let measure = record.text(.measure).flatMap(Measure.init(rawValue:)),
            let typeOfCare = record.text(.typeOfCare).flatMap(TypeOfCare.init(rawValue:)),
            let careLevel = record.text(.careLevel).flatMap(CareLevel.init(rawValue:)),
            let category = ProductCategory(rawValue: record.text(.productCategory) ?? "03")
        else { return nil }
        let asLastYear = record.text(.asLastYear) == "true"
        guard let price = record.amount.map(CareService.Price.amount) ?? (asLastYear ? .asLastYear : nil) else {
            return nil
        }
        return CareService(
            provider: pool.shared(provider), unit: pool.shared(unit),
            medicalFieldCode: record.text(.medicalFieldCode).flatMap { MedicalFieldCode($0) }, code: code,
            text: pool.shared(text), measure: measure, typeOfCare: typeOfCare, careLevel: careLevel,
            productCategory: category, price: price, reason: record.text(.reason).map { pool.shared($0) },
            origin: record.origin)
    }

    private func tariff(_ record: Record) -> DRGTariff? {
        guard let provider = record.text(.provider), let types = record.typesOfCare, !types.isEmpty else { return nil }
        return DRGTariff(provider: provider, typesOfCare: types, origin: record.origin)
    }

    private func exception(_ record: Record) -> DRGException? {
        guard let provider = record.text(.provider), let unit = record.text(.unit),
            let reason = record.text(.reason), let types = record.typesOfCare
        else { return nil }
        return DRGException(
            provider: provider, unit: unit, typesOfCare: types.isEmpty ? .all : types, reason: reason,
            origin: record.origin)
    }

    private func fixedPrice(_ record: Record) -> DRGFixedPrice? {
        guard let provider = record.text(.provider), let drg = record.text(.drg),
            let typeOfCare = record.text(.typeOfCare).flatMap(TypeOfCare.init(rawValue:)),
            let amount = record.amount, let reason = record.text(.reason)
        else { return nil }
        return DRGFixedPrice(
            provider: provider, drg: drg, typeOfCare: typeOfCare, amount: amount, reason: reason,
            origin: record.origin)
    }

    private func surcharge(_ record: Record) -> Surcharge? {
        guard let provider = record.text(.provider), let code = record.text(.code), let text = record.text(.text),
            let measure = record.text(.measure).flatMap(Measure.init(rawValue:)), let amount = record.amount
        else { return nil }
        return Surcharge(
            provider: provider, unit: record.text(.unit), code: code, text: text, measure: measure, amount: amount,
            reason: record.text(.reason), origin: record.origin)
    }

    private func silence(_ record: Record) -> NotApplicable? {
        guard let provider = record.text(.provider), let reason = record.text(.reason) else { return nil }
        if record.text(.what) == "hospital" {
            return NotApplicable(provider: provider, subject: .hospital, reason: reason, origin: record.origin)
        }
        guard let unit = record.text(.unit), let code = record.text(.code),
            let typeOfCare = record.text(.typeOfCare).flatMap(TypeOfCare.init(rawValue:)),
            let careLevel = record.text(.careLevel).flatMap(CareLevel.init(rawValue:))
        else { return nil }
        let subject = NotApplicable.Subject.line(
            unit: unit, code: code, typeOfCare: typeOfCare, careLevel: careLevel)
        return NotApplicable(provider: provider, subject: subject, reason: reason, origin: record.origin)
    }

    private mutating func takePlan(_ record: Record) -> Bool {
        guard let round = record.text(.round).flatMap({ ReportingRound($0) }), let goal = record.text(.goal) else {
            return false
        }
        var report = rounds[round] ?? RoundReport(round: round)
        guard record.add(to: &report, goal: goal) else { return false }
        rounds[round] = report
        return true
    }
}

extension Record {
    /// The kinds of care that a list field names; empty where it names none, nil where one is no code.
    var typesOfCare: TypesOfCare? {
        guard let text = text(.typesOfCare) else { return self[.typesOfCare] == nil ? [] : nil }
        let codes = text.split(whereSeparator: \.isBlank)
        let kinds = codes.compactMap { TypeOfCare(rawValue: String($0)) }
        return kinds.count == codes.count ? TypesOfCare(kinds) : nil
    }

    /// Adds a plan record to its round; false where a value is not what the rules promise.
    fileprivate func add(to report: inout RoundReport, goal: String) -> Bool {
        let status = text(.status).flatMap(GoalStatus.init(rawValue:))
        switch kind {
        case .goalReport:
            guard let status else { return false }
            report.goals.append(
                GoalReport(
                    goal: goal, status: status, shareDone: text(.shareDone).flatMap { Int($0) },
                    evidence: text(.evidence), comment: text(.comment), origin: origin))
        case .effectMeasure:
            guard let name = text(.name), let value = text(.value).flatMap({ ExactDecimal($0) }) else { return false }
            report.measures.append(
                EffectMeasure(
                    goal: goal, name: name, value: value, unit: text(.unit), target: text(.target), origin: origin))
        case .activity:
            guard let title = text(.title), let status else { return false }
            report.activities.append(
                Activity(
                    goal: goal, title: title, status: status, due: text(.due).flatMap { Day($0) }, origin: origin))
        default:
            guard let text = text(.text) else { return false }
            report.stopped.append(StoppedWork(goal: goal, text: text, origin: origin))
        }
        return true
    }
}
