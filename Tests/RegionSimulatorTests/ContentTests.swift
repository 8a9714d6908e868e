import Federation
import Foundation
import RegionSimulator
import Testing

/// What the simulated regions say, whatever the layout.
struct ContentTests {
    private static let plan = SimulationPlan(rows: 300)
    private static let adopted = SimulatedPriceList.adopted2022(plan: plan)

    @Test(arguments: SimulatedRegion.slugs)
    func `the same plan gives the same bytes and another seed others`(region: RegionSlug) {
        for kind in FeedKind.allCases {
            let one = SimulatedRegion.documents(region: region, kind: kind, plan: SimulationPlan(rows: 60))
            let two = SimulatedRegion.documents(region: region, kind: kind, plan: SimulationPlan(rows: 60))
            let other = SimulatedRegion.documents(region: region, kind: kind, plan: SimulationPlan(rows: 60, seed: 2))
            #expect(one.map(\.bytes) == two.map(\.bytes))
            #expect(one.map(\.path) == two.map(\.path))
            #expect(one.map(\.bytes) != other.map(\.bytes))
        }
    }

    @Test(arguments: [0, 1, 7, 400, 1500])
    func `a region delivers as many care services as asked, each with a key of its own`(rows: Int) throws {
        for region in SimulatedRegion.slugs {
            let document = try json(SimulatedRegion.canonicalJSON(region: region, plan: SimulationPlan(rows: rows)))
            let services = records("careServices", in: document)
            #expect(services.count == rows)
            #expect(Set(services.map(key)).count == rows)
        }
    }

    @Test(arguments: SimulatedRegion.slugs)
    func `every price is whole kronor and at most 8 percent above last year's, or 18 with a reason`(region: RegionSlug)
        throws
    {
        let plan = Self.plan
        let now = records("careServices", in: try json(SimulatedRegion.canonicalJSON(region: region, plan: plan)))
        let before = Dictionary(uniqueKeysWithValues: try lastYear(region, plan).map { (key($0), ore($0) ?? 0) })
        for line in now {
            guard let amount = ore(line) else {
                #expect(line["asLastYear"] as? Bool == true)
                #expect(before[key(line)] != nil)
                continue
            }
            #expect(amount > 0 && amount % 100 == 0)
            guard let earlier = before[key(line)] else { continue }
            let most: Int64 = line["reason"] == nil ? 108 : 118
            #expect(amount >= earlier && amount * 100 <= earlier * most)
        }
        let indexed = now.filter { $0["asLastYear"] != nil }.count
        #expect((20...80).contains(indexed), "about 15 percent of 300")
    }

    @Test func `a price that leaps has the region's reason, in the canonical form and in four layouts`() throws {
        for region in SimulatedRegion.slugs {
            let document = try json(SimulatedRegion.canonicalJSON(region: region, plan: SimulationPlan()))
            let before = Dictionary(uniqueKeysWithValues: try lastYear(region, SimulationPlan()).map { (key($0), $0) })
            let leaps = records("careServices", in: document).filter { $0["reason"] != nil }
            #expect((1...12).contains(leaps.count), "about one in a hundred of 400")
            for line in leaps {
                let (now, then) = (ore(line) ?? 0, before[key(line)].flatMap(ore) ?? 0)
                #expect(then > 0 && (now * 100 > then * 110 || then < 10_000))
            }
            let files = SimulatedRegion.documents(region: region, kind: .priceList, plan: SimulationPlan())
            let tellsWhy = ["per patient", "ny upphandling", "numera"].contains { tail in
                files.contains { $0.bytes.contains(tail.utf8) }
            }
            // The layouts of these two have no column for it.
            #expect(tellsWhy == !["dalarna", "gavleborg"].contains(region.text))
        }
    }

    @Test(arguments: SimulatedRegion.slugs)
    func `every line of last year's list comes again or is stated as gone`(region: RegionSlug) throws {
        let plan = Self.plan
        let document = try json(SimulatedRegion.canonicalJSON(region: region, plan: plan))
        let now = Set(records("careServices", in: document).map(key))
        let gone = Set(records("notApplicable", in: document).filter { $0["what"] as? String == "line" }.map(key))
        let before = Set(try lastYear(region, plan).map(key))
        #expect(before.subtracting(now) == gone)
        #expect(gone.count == 2)
        #expect(now.subtracting(before).count < 20, "a few lines are new")
    }

    @Test func `Örebro's exceptions from DRG prices are those of the agreement`() throws {
        let document = try json(
            SimulatedRegion.canonicalJSON(region: try simulated("orebro"), plan: SimulationPlan(rows: 1)))
        let exceptions = records("drgExceptions", in: document).filter { $0["provider"] as? String == "uso" }
        let everywhere = exceptions.filter { $0["typesOfCare"] == nil }.compactMap { $0["unit"] as? String }
        let outpatient = exceptions.filter { $0["typesOfCare"] as? [String] == ["01"] }
            .compactMap { $0["unit"] as? String }
        #expect(Set(everywhere) == ["armprotes", "fertilitet", "psykiatri", "bup", "habilitering", "halsoval"])
        #expect(Set(outpatient) == ["handkirurgi", "kardiologi", "onkologi"])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `deliveries are made within the window of the price model`(seed: UInt64) throws {
        for region in SimulatedRegion.slugs {
            let document = try json(
                SimulatedRegion.canonicalJSON(region: region, plan: SimulationPlan(rows: 0, seed: seed)))
            let day = try #require((document["created"] as? String).flatMap { Instant($0) }?.day)
            #expect(day.description >= "2022-09-01" && day.description <= "2022-11-14")
        }
    }

    @Test func `plan reports hold the rounds that are over and leave out what nobody reported`() throws {
        let document = try json(
            SimulatedRegion.canonicalPlanJSON(region: try simulated("varmland"), plan: SimulationPlan(rows: 1)))
        let rounds = records("rounds", in: document)
        #expect(rounds.compactMap { $0["id"] as? String } == ["2021-T1", "2021-T2", "2021-Y", "2022-T1", "2022-T2"])
        let goals = Set(rounds.flatMap { records("goals", in: $0) }.compactMap { $0["goal"] as? String })
        #expect(goals == Set((1...14).map(String.init)).subtracting(["4", "10", "14"]))
    }

    @Test(arguments: [(2024, "2023-T2", 8), (2026, "2024-Y", 12)])
    func `later plans report later rounds, none after the plan's end`(year: Int, last: String, count: Int) throws {
        let document = try json(
            SimulatedRegion.canonicalPlanJSON(
                region: try simulated("dalarna"), plan: SimulationPlan(year: year, rows: 1)))
        let rounds = records("rounds", in: document).compactMap { $0["id"] as? String }
        #expect(rounds.last == last)
        #expect(rounds.count == count)
    }

    private func lastYear(_ region: RegionSlug, _ plan: SimulationPlan) throws -> [[String: Any]] {
        let list = try json(plan.rows == Self.plan.rows ? Self.adopted : SimulatedPriceList.adopted2022(plan: plan))
        return records("careServices", in: list).filter { $0["region"] as? String == region.text }
    }
}
