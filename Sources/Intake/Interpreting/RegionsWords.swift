import Federation
import Pricing
import Registry

/// How a layout writes amounts and other decimal numbers. The raw value is the name of its words in the catalogue.
enum Notation: String {
    /// `41 200,00`
    case swedishDecimal
    /// `41200.00` or `41200`
    case pointDecimal
    /// `4120000`
    case oreToKronor
    /// `41200.00` and nothing else, as in the contract.
    case twoDecimals

    /// The amount, at least zero, as the layout writes it.
    func text(_ amount: Amount) -> String {
        switch self {
        case .swedishDecimal: amount.swedish
        case .pointDecimal, .twoDecimals: amount.wire
        case .oreToKronor: String(amount.ore)
        }
    }
}

extension FieldRule {
    /// The region's own name of the column: the last named step of its path; nil for a constant.
    var column: String? {
        guard case .path(let path) = source else { return nil }
        return path.steps.reversed().lazy.compactMap { step in
            switch step {
            case .child(let name), .attribute(let name): name
            case .items: nil
            }
        }.first
    }

    /// What names the field in a finding: its own name and the region's.
    var arguments: [String: String] {
        var arguments = ["field": field.rawValue]
        arguments["column"] = column
        return arguments
    }

    /// How the field writes amounts.
    var notation: Notation {
        conversions.lazy.compactMap { Notation(rawValue: $0.rawValue) }.first ?? .twoDecimals
    }

    /// The words that may stand in the field, for a person: those of its table where it has one, otherwise the codes.
    /// - Parameter labels: what the codes are called in the table that all regions share, if there is one.
    func words(for codes: [String], labels: [String]? = nil) -> String {
        let words: [String] =
            switch table {
            case .own(let table)?:
                table.filter { row in row.value.split(separator: " ").allSatisfy { codes.contains(String($0)) } }
                    .sorted {
                        ($0.value == $1.value ? $0.key : $0.value).precedes($0.value == $1.value ? $1.key : $1.value)
                    }
                    .map(\.key)
            case .hospitals?, .measures?: labels ?? codes
            case .units?, nil: conversions.contains(.boolean) ? ["ja", "nej"] : codes
            }
        return words.prefix(FieldRule.mostWords).joined(separator: ", ") + (words.count > Self.mostWords ? ", …" : "")
    }

    /// A sentence has no room for more.
    private static let mostWords = 20
}

extension Record {
    /// The rule of a field; nil where the layout does not know it.
    func rule(of field: FieldName) -> FieldRule? { layout.position(of: field).map { layout.rule.fields[$0] } }

    /// The words that may stand in the field.
    func words(of field: FieldName, for codes: [String], labels: [String]? = nil) -> String {
        rule(of: field)?.words(for: codes, labels: labels) ?? codes.joined(separator: ", ")
    }
}
