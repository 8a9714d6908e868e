import Federation
import Pricing
import Registry

/// A hospital's DRG tariff that is declared again for the same kind of care.
struct DuplicateTariff: Rule {
    static let code = "duplicate-tariff"

    private struct Key: Hashable {
        let provider: String
        let typeOfCare: TypeOfCare
    }

    private var seen = FirstPlaces<Key>()

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .drgTariff, let provider = record.given(.provider)?.value,
            let types = record.typesOfCare
        else { return }
        let firsts = types.ordered.compactMap { seen.note(Key(provider: provider, typeOfCare: $0), record) }
        guard let first = firsts.first else { return }
        report.add(Finding(Self.code, first, at: record.place, sample: record[.provider]?.raw))
    }
}
