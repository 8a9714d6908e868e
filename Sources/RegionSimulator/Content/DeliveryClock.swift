import Federation

/// When the simulated regions finish their deliveries.
enum DeliveryClock {
    private static let day: Int64 = 86_400_000

    /// A working hour between 15 September and 10 November of the year before the price year; the seed decides.
    static func created(priceYear: Int, region: UInt64, plan: SimulationPlan) -> Instant {
        var chance = Chance(seed: plan.seed, 0x434C_4F43, region, UInt64(priceYear))
        return moment("\(priceYear - 1)-09-15T06:00:00Z", days: chance.number(in: 0...55), &chance)
    }

    /// A working hour in the three weeks after the last round is over: the four months (tertial) that end with April or
    /// August, or the year.
    static func planReported(region: UInt64, plan: SimulationPlan) -> Instant {
        var chance = Chance(seed: plan.seed, 0x504C_414E, region, UInt64(plan.year))
        let (year, mark) = (Int(plan.reportedThrough.prefix(4)) ?? plan.year - 1, plan.reportedThrough.dropFirst(5))
        let first = mark == "Y" ? "\(year + 1)-01-10" : mark == "T1" ? "\(year)-05-05" : "\(year)-09-05"
        return moment("\(first)T06:00:00Z", days: chance.number(in: 0...20), &chance)
    }

    /// The time in Last-Modified: up to an hour after, so that another plan or variant has another time.
    static func lastModified(_ created: Instant, plan: SimulationPlan, variant: ContentVariant) -> Instant {
        let number = ContentVariant.allCases.firstIndex(of: variant) ?? 0
        var chance = Chance(seed: plan.seed, UInt64(plan.rows), UInt64(number))
        return Instant(milliseconds: created.milliseconds + Int64(chance.number(in: 1...3600)) * 1000)
    }

    private static func moment(_ first: String, days: Int, _ chance: inout Chance) -> Instant {
        let start = Instant(first) ?? Instant(milliseconds: 0)
        let seconds = Int64(chance.number(in: 0...9 * 3600))
        return Instant(milliseconds: start.milliseconds + Int64(days) * day + seconds * 1000)
    }
}
