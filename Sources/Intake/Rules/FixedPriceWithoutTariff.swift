import Federation
import Registry

/// A fixed DRG price at a hospital where no DRG tariff is declared.
struct FixedPriceWithoutTariff: Rule {
    static let code = "fixed-price-without-tariff"

    private var tariffs: DeclaredTariffs

    init(_ context: RuleContext) { tariffs = DeclaredTariffs(context.region) }

    mutating func inspect(_ record: Record, _ report: inout Report) {
        tariffs.take(record, unmet: record.kind == .drgFixedPrice ? finding(on: record, .provider) : nil)
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        report.add(tariffs.unmet)
    }
}
