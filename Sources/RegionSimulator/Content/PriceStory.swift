import Federation

/// How one line's price goes from last year to this year.
struct PriceStory {
    /// The line was not in last year's list.
    let isNew: Bool
    /// The region asks for last year's price, raised by the index.
    private let isAsLastYear: Bool
    /// Thousandths of the catalogue's price.
    private let level: Int
    /// Thousandths that the price rises from last year.
    private let raise: Int
    /// Why the price rises more than a tenth, as one line in a hundred does; nil where it does not.
    let reason: String?

    /// The story that this chance tells for the year.
    init(_ chance: Chance, year: Int) {
        var chance = chance
        level = chance.number(in: 950...1050)
        var yearly = Chance(seed: chance.next(), UInt64(year))
        isNew = yearly.happens(percent: 2)
        isAsLastYear = !isNew && yearly.happens(percent: 15)
        let usual = yearly.number(in: 0...80)
        reason = isNew || isAsLastYear || !yearly.happens(percent: 1) ? nil : Self.reasons[yearly.number(in: 0...2)]
        raise = reason == nil ? usual : yearly.number(in: 120...180)
    }

    /// Last year's price: whole kronor.
    func before(basis: Int) -> Amount { Amount(ore: Int64(kronorBefore(basis)) * 100) }

    private static let reasons = [
        "Simulerat exempel: ny kalkyl per patient", "Simulerat exempel: dyrare material i ny upphandling",
        "Simulerat exempel: uppföljning ingår numera",
    ]

    /// This year's price: whole kronor, at most 8 % above last year's, or 18 % with a reason; nil where it is last
    /// year's by the index.
    func now(basis: Int) -> Amount? {
        isAsLastYear ? nil : Amount(ore: Int64(kronorBefore(basis) * (1000 + raise) / 1000) * 100)
    }

    private func kronorBefore(_ basis: Int) -> Int { max(1, basis * level / 1000) }
}
