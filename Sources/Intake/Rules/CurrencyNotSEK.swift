import Federation
import Registry

/// Prices in another currency than Swedish kronor.
struct CurrencyNotSEK: Rule {
    static let code = "currency-not-sek"

    init(_ context: RuleContext) {}

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let given = header.given(.currency), given.value != "SEK" else { return }
        report.add(finding(on: header, .currency))
    }
}
