import Federation
import Registry

/// An exception from DRG prices at a hospital where no DRG tariff is declared.
struct ExceptionWithoutTariff: Rule {
    static let code = "exception-without-tariff"

    private var tariffs: DeclaredTariffs

    init(_ context: RuleContext) { tariffs = DeclaredTariffs(context.region) }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        tariffs.take(record, unmet: record.kind == .drgException ? finding(on: record, .provider) : nil)
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        report.add(tariffs.unmet)
    }
}
