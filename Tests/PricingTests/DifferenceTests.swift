import Federation
import Testing

@testable import Pricing

/// What differs between two lists is told whole, exactly and in order.
@Suite struct DifferenceTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func list(
        _ services: [CareService], surcharges: [Surcharge] = [], model: PriceModel? = nil, groups: [DRGWeight]? = nil
    ) throws -> PriceList {
        let submission = try Fixture.submission(of: varmland, careServices: services, surcharges: surcharges)
        return try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(submission)], model: model, groups: groups))
    }

    func difference(
        _ earlier: [CareService], _ later: [CareService], volumes: Volumes? = nil
    ) throws -> PriceListDifference {
        PriceListDifference.between(
            ComparedList(try list(earlier), edition: 1), ComparedList(try list(later)), volumes: volumes)
    }

    func service(
        _ code: String, _ wire: String, unit: String = "kirurgi", typeOfCare: TypeOfCare = .outpatient,
        careLevel: CareLevel = .county
    ) throws -> CareService {
        Fixture.service(
            code, unit: unit, price: .amount(try Fixture.amount(wire)), typeOfCare: typeOfCare, careLevel: careLevel)
    }

    @Test func `new, gone, changed and identical lines are counted, and nothing vanishes`() throws {
        let told = try difference(
            [service("A", "100.00"), service("B", "200.00"), service("C", "300.00")],
            [service("A", "100.00"), service("B", "250.00"), service("D", "400.00"), service("E", "500.00")])
        #expect(told.new.map(\.key.code) == ["E", "D"])
        #expect(told.gone.map(\.key.code) == ["C"])
        #expect(told.changed.map(\.later.key.code) == ["B"])
        // The one DRG line is the same too.
        #expect(told.total.identical == 2)
        #expect(told.total.earlierLines == 4 && told.total.laterLines == 5)
        #expect(told.regions.map(\.region) == [nil, varmland.slug])
        let counts = try #require(told.regions.last).counts
        #expect(counts.raised == 1 && counts.lowered == 0)
        #expect(counts.earlierSum.wire == "200.00" && counts.laterSum.wire == "250.00")
        #expect(told.earlier.edition == 1 && told.later.edition == nil)
    }

    @Test func `changes are told in kronor and per cent, the greatest first, up or down`() throws {
        let told = try difference(
            [service("A", "1000.00"), service("B", "100.00"), service("C", "300.00"), service("D", "3.00")],
            [service("A", "900.00"), service("B", "200.00"), service("C", "500.00"), service("D", "4.00")])
        #expect(told.changed.map(\.later.key.code) == ["C", "B", "A", "D"])
        #expect(told.changed.map { $0.change?.wire } == ["200.00", "100.00", "-100.00", "1.00"])
        #expect(told.changed.map { $0.ratio?.percent?.text } == ["66.7", "100.0", "-10.0", "33.3"])
    }

    @Test func `with volumes the effect decides, and lines without cases come last`() throws {
        let earlier = try [service("A", "1000.00"), service("B", "100.00"), service("C", "300.00")]
        let later = try [service("A", "900.00"), service("B", "101.00"), service("C", "900.00")]
        let entry = { (service: CareService, cases: Int64) in
            let id = CareServiceKey(region: varmland.slug, service: service).lineID
            return Volumes.Entry(line: id, region: varmland.slug, provider: "karlstad", cases: cases)
        }
        let volumes = Volumes([entry(earlier[0], 2), entry(earlier[1], 1_000), entry(earlier[1], 1)])
        let told = try difference(earlier, later, volumes: volumes)
        #expect(told.order == .effect)
        #expect(told.changed.map(\.later.key.code) == ["B", "A", "C"])
        #expect(told.changed.map { $0.effect?.wire } == ["1001.00", "-200.00", nil])
        #expect(told.total.effect?.wire == "801.00")
    }

    @Test func `a gone and a new line that differ in kind of care, level or unit alone are one line`() throws {
        let told = try difference(
            [
                service("A", "100.00"), service("B", "100.00"), service("C", "100.00"), service("D", "100.00"),
                service("E", "100.00"),
            ],
            [
                service("A", "100.00", typeOfCare: .inpatient), service("B", "110.00", careLevel: .regional),
                service("C", "100.00", typeOfCare: .inpatient, careLevel: .regional),
                service("D", "100.00", unit: "medicin"),
                service("E", "100.00", unit: "medicin", careLevel: .regional),
            ])
        let kinds = Dictionary(uniqueKeysWithValues: told.changed.map { ($0.later.key.code, $0.kinds) })
        #expect(kinds["A"] == [.typeOfCare])
        #expect(kinds["B"] == [.amount, .careLevel])
        #expect(kinds["C"] == [.typeOfCare, .careLevel])
        #expect(kinds["D"] == [.unit])
        #expect(told.gone.map(\.key.code) == ["E"] && told.new.map(\.key.code) == ["E"])
    }

    @Test func `where several lines could be the one that moved, nothing is guessed`() throws {
        let told = try difference(
            [service("A", "100.00", unit: "kirurgi")],
            [service("A", "100.00", unit: "medicin"), service("A", "100.00", unit: "ortopedi")])
        #expect(told.changed.isEmpty && told.gone.count == 1 && told.new.count == 2)
    }

    @Test func `where the measure changed the prices are not compared`() throws {
        let visit = try service("A", "100.00")
        let hour = CareService(
            provider: visit.provider, unit: visit.unit, medicalFieldCode: nil, code: "A", text: visit.text,
            measure: .hour, typeOfCare: visit.typeOfCare, careLevel: visit.careLevel,
            price: .amount(try Fixture.amount("9000.00")), origin: Fixture.origin())
        let told = try difference([visit, service("B", "1.00")], [hour, service("B", "2.00")])
        #expect(told.changed.map(\.later.key.code) == ["B", "A"])
        let line = try #require(told.changed.last)
        #expect(line.kinds == [.amount, .measure] && line.change == nil && line.ratio == nil)
        #expect(told.total.raised == 1 && told.total.otherwiseChanged == 1)
        #expect(told.total.laterSum.wire == "2.00")
    }

    @Test func `a DRG line tells a changed weight and changed limits`() throws {
        let earlier = try list([], groups: [Fixture.group("T10N", weight: "1.210")])
        let other = try Fixture.group("T10N", weight: "1.300")
        let limited = DRGWeight(
            drg: other.drg, mdc: other.mdc, text: other.text, weight: other.weight, costLimit: Amount(ore: 100),
            daysLimit: 29, typeOfCare: .inpatient, line: 2)
        let later = try list([], groups: [limited])
        let told = PriceListDifference.between(ComparedList(earlier), ComparedList(later))
        #expect(told.changed.map(\.kinds) == [[.amount, .weight, .limits]])
        #expect(told.regions.map(\.region) == [nil])
    }

    @Test func `an opening list of care services alone has no gone or new DRG lines`() throws {
        let service = try service("A", "100.00")
        let opening = try Fixture.previous([Fixture.lastYear(service, in: varmland, "90.00")])
        let told = PriceListDifference.between(ComparedList(opening), ComparedList(try list([service])))
        #expect(told.comparedSections == [.careService])
        #expect(told.new.isEmpty && told.gone.isEmpty && told.changed.count == 1)
    }

    @Test func `a published list of ours is last year's in full`() throws {
        let surcharge = Surcharge(
            provider: "karlstad", unit: nil, code: "LM1", text: "Läkemedel", measure: .piece,
            amount: try Fixture.amount("99.50"), origin: Fixture.origin(8))
        let list = try list([service("A", "100.00")], surcharges: [surcharge])
        let previous = PreviousPriceList(list, edition: try Fixture.previous([]).edition)
        let told = PriceListDifference.between(ComparedList(previous), ComparedList(list))
        #expect(Set(told.comparedSections) == Set(LineID.Section.allCases))
        #expect(told.total.identical == 3 && told.changed.isEmpty)
        #expect(previous.otherLines.map(\.key.lineID) == previous.otherLines.map(\.id))
    }
}

/// Shares of change are exact, and rounded only for show.
@Suite struct ChangeRatioTests {
    func ratio(_ earlier: Int64, _ later: Int64) throws -> ChangeRatio {
        try #require(ChangeRatio(from: Amount(ore: earlier), to: Amount(ore: later)))
    }

    @Test func `per cent is rounded to one decimal, half away from zero`() throws {
        #expect(try ratio(10_000, 10_005).percent?.text == "0.1")
        #expect(try ratio(10_000, 9_995).percent?.text == "-0.1")
        #expect(try ratio(10_000, 10_004).percent?.text == "0.0")
        #expect(try ratio(103_300, 106_200).percent?.text == "2.8")
        #expect(ChangeRatio(from: Amount(ore: 0), to: Amount(ore: 5)) == nil)
    }

    @Test func `exactly the limit is not beyond it, one öre more is`() throws {
        let ten = ExactDecimal(units: 10, scale: 0)
        #expect(try !ratio(100_000, 110_000).exceeds(percent: ten))
        #expect(try ratio(100_000, 110_001).exceeds(percent: ten))
        #expect(try ratio(100_000, 89_999).exceeds(percent: ten))
        let fine = ExactDecimal(units: 2_500_000_000_000_000_000, scale: 18)
        #expect(try ratio(1_000, 1_026).exceeds(percent: fine))
        #expect(try !ratio(1_000, 1_025).exceeds(percent: fine))
        let most = Int64.max
        #expect(try ratio(1, most).exceeds(percent: fine))
    }
}
