import Federation
import Planning
import Pricing
import Registry

/// Makes faultless records into the house's own types. Prices are passed on one by one, since there can be a million of
/// them; plan records are gathered by round.
struct Normaliser {
    private let keepsRecords: Bool
    private var rounds: [ReportingRound: RoundReport] = [:]

    /// A normaliser that gathers plan records, or only sees whether it could.
    init(keepsRecords: Bool) { self.keepsRecords = keepsRecords }

    /// Takes in a record and passes a price on; false where a value is not what the rules promise, which a finding must
    /// then have said.
    mutating func take(_ record: Record, prices: (PriceRecord) throws -> Void) rethrows -> Bool {
        let price: PriceRecord?
        switch record.kind {
        case .careService: price = careService(record).map(PriceRecord.careService)
        case .drgTariff: price = tariff(record).map(PriceRecord.drgTariff)
        case .drgException: price = exception(record).map(PriceRecord.drgException)
        case .drgFixedPrice: price = fixedPrice(record).map(PriceRecord.drgFixedPrice)
        case .surcharge: price = surcharge(record).map(PriceRecord.surcharge)
        case .notApplicable: price = silence(record).map(PriceRecord.notApplicable)
        case .goalReport, .effectMeasure, .activity, .stopped: return takePlan(record)
        }
        guard let price else { return false }
        try prices(price)
        return true
    }

    /// Forgets what was gathered: the version has an error, and only its findings matter from here on.
    mutating func drop() { rounds = [:] }

    /// The rounds of what was gathered, oldest first.
    var planRounds: [RoundReport] { rounds.values.sorted { $0.round < $1.round } }

    private func careService(_ record: Record) -> CareService? {
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
            provider: provider, unit: unit,
            medicalFieldCode: record.text(.medicalFieldCode).flatMap { MedicalFieldCode($0) }, code: code,
            text: text, measure: measure, typeOfCare: typeOfCare, careLevel: careLevel,
            productCategory: category, price: price, reason: record.text(.reason),
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
        if keepsRecords { rounds[round] = report }
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
