package import Federation

extension CareCase {
    /// The most care services and surcharges of a case.
    package static let mostServices = 1_000
    /// The most of one service.
    package static let mostCount = 100_000
    /// The most days in care: a hundred years.
    package static let mostDays = 36_600
    /// The highest cost: a million million kronor.
    package static let highestCost = Amount(ore: 100_000_000_000_000)

    /// Throws where the case says what no case can be.
    func check() throws(QuoteRefusal) {
        let services = careServices.count + surcharges.count
        guard services <= Self.mostServices else { throw .tooManyServices(count: services, most: Self.mostServices) }
        for (field, counted) in [("careServices", careServices), ("surcharges", surcharges)] {
            for service in counted where !(1...Self.mostCount).contains(service.count) {
                throw .numberOutside(
                    field: field, value: String(service.count), least: "1", most: String(Self.mostCount))
            }
        }
        if let days, !(0...Self.mostDays).contains(days) {
            throw .numberOutside(field: "days", value: String(days), least: "0", most: String(Self.mostDays))
        }
        if let cost, !(0...Self.highestCost.ore).contains(cost.ore) {
            throw .numberOutside(field: "cost", value: cost.wire, least: "0.00", most: Self.highestCost.wire)
        }
        try checkStay()
    }

    private func checkStay() throws(QuoteRefusal) {
        guard case .stay(let admission, let discharge) = time else { return }
        guard admission <= discharge else { throw .daysReversed(admission: admission, discharge: discharge) }
        // The day of admission and the day of discharge are both days in care.
        let stay = discharge.ordinal - admission.ordinal + 1
        if let days, days > stay { throw .daysBeyondStay(days: days, stay: stay) }
    }
}

extension Day {
    /// The day's number in a count without gaps; only differences mean something.
    var ordinal: Int {
        // Years are counted from March, so that the leap day is the last of its year.
        let counted = month > 2 ? year : year - 1
        let monthsFromMarch = month > 2 ? month - 3 : month + 9
        return 365 * counted + counted / 4 - counted / 100 + counted / 400 + (153 * monthsFromMarch + 2) / 5 + day
    }
}
