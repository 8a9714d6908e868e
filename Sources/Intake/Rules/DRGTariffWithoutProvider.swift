import Federation
import Registry

/// A DRG tariff that does not say at which hospital it holds.
struct DRGTariffWithoutProvider: Rule {
    static let code = "drg-tariff-without-provider"

    init(_ context: RuleContext) {}

    mutating func inspect(_ record: Record, _ report: inout Report) {
        guard record.kind == .drgTariff else { return }
        if let provider = record[.provider], provider.isWrongType || !provider.isBlank { return }
        report.add(finding(on: record, .provider))
    }
}
