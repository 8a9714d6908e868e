import Federation
import Pricing

extension Record {
    /// The amount, where nothing is wrong with it: above zero and not too large.
    var reasonableAmount: Amount? {
        guard let amount, amount.ore > 0, amount <= AmountTooLarge.most else { return nil }
        return amount
    }

    /// The care service's price and last year's, where it has both and they can be compared.
    func comparison(with previous: [LineID: Amount]) -> (amount: Amount, last: Amount)? {
        guard kind == .careService, let lineID, let last = previous[lineID], last.ore > 0,
            let amount = reasonableAmount
        else { return nil }
        return (amount, last)
    }
}

extension Amount {
    /// Whether this is at least so many times the other; both are above zero.
    func isAtLeast(_ factor: Int64, times other: Amount) -> Bool { ore / factor >= other.ore }

    /// Kronor as a person writes them in Swedish: `41 200,00`, with a no-break space.
    var swedish: String {
        let digits = wire.split(separator: ".")
        let whole = digits.first.map { Array($0) } ?? []
        let grouped = whole.enumerated().map { index, digit in
            let left = whole.count - index
            return (index > 0 && left % 3 == 0 && whole[index - 1] != "-" ? "\u{A0}" : "") + String(digit)
        }
        return grouped.joined() + "," + (digits.last ?? "00")
    }
}
