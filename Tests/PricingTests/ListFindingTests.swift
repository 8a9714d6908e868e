import Federation
import Testing

@testable import Pricing

/// What a person should see before a list is adopted.
@Suite struct ListFindingTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func service(_ code: String, _ wire: String, reason: String? = nil, measure: Measure = .doctorVisit) throws
        -> CareService
    {
        CareService(
            provider: "karlstad", unit: "kirurgi", medicalFieldCode: nil, code: code, text: "Besök", measure: measure,
            typeOfCare: .outpatient, careLevel: .county, price: .amount(try Fixture.amount(wire)), reason: reason,
            origin: Fixture.origin())
    }

    /// The findings on one region's prices, each with last year's amount, without those on what is missing.
    func findings(
        _ prices: [(CareService, last: String)], plausibility: Plausibility? = nil, lastMeasure: Measure? = nil
    ) throws -> [ListFinding] {
        let last = try prices.map { service, wire in
            PreviousCareService(
                key: CareServiceKey(region: varmland.slug, service: service), text: service.text,
                amount: try Fixture.amount(wire), measure: lastMeasure)
        }
        let previous = try Fixture.previous(last)
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: prices.map(\.0)))],
                previous: previous, model: .fixture(plausibility: plausibility ?? .fixture())))
        return ListRulebook.inspect(list, previous: previous)
            .filter { !$0.code.hasPrefix("missing-") }
    }

    @Test func `a change beyond the model's per cent needs a reason, exactly at it does not`() throws {
        let told = try findings([
            (service("A", "1100.00"), last: "1000.00"), (service("B", "1100.01"), last: "1000.00"),
            (service("C", "899.99", reason: "Ny metod"), last: "1000.00"),
        ])
        #expect(told.map(\.code) == ["change-without-reason", "change-with-reason"])
        #expect(told.map { $0.lastAmount?.wire } == ["1000.00", "1000.00"])
        #expect(told.allSatisfy { $0.region == varmland.slug && $0.line != nil })
        #expect(told.first?.evidence == .record(version: Fixture.version, origin: Fixture.origin()))
    }

    @Test func `a person reads a finding's subject in the own language, with its ids`() throws {
        let line = LineID(.careService, key: ["x"])
        let subjects: [ListFinding.Subject] = [
            .list, .region(varmland.slug), .hospital(varmland.slug, provider: "karlstad"), .weightList("clinic"),
        ]
        let words = { (language: Language) in
            (subjects.map(\.key) + ["line \(line)", "okänd"]).map {
                ListFinding.Subject.words(forKey: $0, in: language)
            }
        }
        #expect(
            words(.swedish) == [
                "listan", "region varmland", "sjukhus varmland karlstad", "viktlista clinic", "rad \(line)", "okänd",
            ])
        #expect(
            words(.english) == [
                "the list", "region varmland", "hospital varmland karlstad", "weight list clinic", "line \(line)",
                "okänd",
            ])
    }

    @Test func `why a region fixes a price is no reason for its change, what the committee decided is`() throws {
        let karlstad = ProviderReference(region: varmland.slug, provider: "karlstad")
        let tariff = DRGTariff(provider: "karlstad", typesOfCare: .all, origin: Fixture.origin())
        let last = ListedLine(
            key: .drgFixedPrice(region: varmland.slug, provider: "karlstad", drg: "T10N", typeOfCare: .inpatient),
            text: "Avtal", amount: try Fixture.amount("1000.00"))
        let previous = PreviousPriceList(
            edition: try Fixture.previous([]).edition, careServices: [], otherLines: [last],
            knownSections: [.careService, .drgFixedPrice])
        let amount = try Fixture.amount("6920.00")
        let codes = { (own: [DRGFixedPrice], decided: [DecidedFixedPrice]) in
            let submission = try Fixture.submission(of: varmland, drgTariffs: [tariff], drgFixedPrices: own)
            let list = try PriceList.compute(
                Fixture.input(
                    regions: [varmland], deliveries: [Fixture.delivery(submission)], previous: previous,
                    model: .fixture(fixedPrices: decided)))
            return ListRulebook.inspect(list, previous: previous).map(\.code).filter { $0.hasPrefix("change-") }
        }
        let own = DRGFixedPrice(
            provider: "karlstad", drg: "T10N", typeOfCare: .inpatient, amount: amount, reason: "Avtal",
            origin: Fixture.origin(2))
        let decided = DecidedFixedPrice(
            drg: "T10N", typeOfCare: .inpatient, providers: .named([karlstad]), amount: amount, reason: "Beslut")
        #expect(try codes([own], []) == ["change-without-reason"])
        #expect(try codes([], [decided]) == ["change-with-reason"])
    }

    @Test func `the index alone is nobody's change`() throws {
        let wish = Fixture.service("A", price: .asLastYear)
        let previous = try Fixture.previous([Fixture.lastYear(wish, in: varmland, "1000.00")])
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland],
                deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: [wish]))],
                previous: previous, model: .fixture(percent: "50")))
        let told = ListRulebook.inspect(list, previous: previous)
        #expect(told.map(\.code) == ["missing-hospital-silent", "index-beyond-limit"])
    }

    @Test func `ten times and a hundredth of last year are told besides`() throws {
        let told = try findings([
            (service("A", "10000.00", reason: "Ja"), last: "1000.00"),
            (service("B", "9999.98", reason: "Ja"), last: "1000.00"),
            (service("C", "10.00", reason: "Ja"), last: "1000.00"),
            (service("D", "10.01", reason: "Ja"), last: "1000.00"),
        ])
        #expect(
            told.map(\.code) == ["list-price-many-times-last-year", "list-price-fraction-of-last-year"]
                + Array(repeating: "change-with-reason", count: 4))
    }

    @Test func `another measure than last year's is told instead of a change`() throws {
        let told = try findings([(service("A", "9000.00"), last: "10.00")], lastMeasure: .minute)
        #expect(told.map(\.code) == ["measure-changed"])
        #expect(told.first?.worded(in: .swedish, names: .ids).arguments["because"] == "")
        let hour = try findings([(service("A", "9000.00", reason: "Ny"), last: "10.00")], lastMeasure: .hour)
        #expect(hour.first?.statedBesides != told.first?.statedBesides)
        #expect(hour.first?.worded(in: .english, names: .ids).arguments["because"] == " Reason: Ny")
    }

    @Test func `a filler is told by the model's amounts`() throws {
        let told = try findings([
            (service("A", "99999.00"), last: "99999.00"), (service("B", "99998.00"), last: "99998.00"),
        ])
        #expect(told.map(\.code) == ["suspicious-amount"])
        let own = Plausibility.fixture(suspiciousAmounts: [try Fixture.amount("99998.00")])
        let other = try findings([(service("B", "99998.00"), last: "99998.00")], plausibility: own)
        #expect(other.map(\.code) == ["suspicious-amount"])
    }

    @Test func `every missing item is told, tied to what it rests on`() throws {
        let gone = Fixture.service("KIR01", price: .asLastYear)
        let wish = Fixture.service("KIR02", price: .asLastYear)
        let previous = try Fixture.previous([Fixture.lastYear(gone, in: varmland, "1000.00")])
        let held = Fingerprint(of: "held".utf8)
        let dalarna = try Fixture.dalarna()
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland, dalarna],
                deliveries: [
                    Fixture.delivery(Fixture.submission(of: varmland, careServices: [wish])),
                    RegionDelivery(region: dalarna.slug, state: .held(held), used: nil),
                ],
                previous: previous, groups: [Fixture.group("A01N", weight: nil)]))
        let told = ListRulebook.inspect(list, previous: previous)
        #expect(told.count == list.missing.count)
        #expect(
            told.map { "\($0.code) \($0.subject.key.prefix { $0 != "-" })" } == [
                "missing-held region dalarna", "missing-hospital-silent hospital varmland arvika",
                "missing-hospital-silent hospital varmland karlstad", "missing-line-gone line cs",
                "missing-no-last-year-price line cs", "missing-group-without-weight group clinic",
            ])
        #expect(told.first?.evidence == .whole(held))
        #expect(told.last?.evidence == .whole(Fixture.weightsFingerprint))
        #expect(told.first { $0.code == "missing-line-gone" }?.lastAmount?.wire == "1000.00")
    }

    @Test func `no list of the year before, an older version and made-up weights are told once`() throws {
        let submission = try Fixture.submission(of: varmland, careServices: [service("A", "5.00")])
        let delivery = RegionDelivery(
            region: varmland.slug, state: .held(Fixture.version),
            used: VersionedSubmission(submission: submission, version: Fixture.version, isLastGood: true))
        let list = try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [delivery], model: .fixture(weightLists: [.fixture(synthetic: true)])))
        let told = ListRulebook.inspect(list, previous: nil).map(\.code)
        #expect(
            told == ["missing-hospital-silent", "older-version-used", "weights-made-up", "list-without-last-year"])
    }

    @Test func `amounts and shares are worded in both languages`() throws {
        let told = try #require(try findings([(service("A", "1200.00"), last: "1000.00")]).first)
        let swedish = told.worded(in: .swedish, names: .ids)
        #expect(swedish.arguments["amount"] == "1\u{A0}200\u{A0}kr")
        #expect(swedish.arguments["percent"] == "+20,0" && swedish.arguments["change"] == "+200\u{A0}kr")
        let english = told.worded(in: .english, names: .ids)
        #expect(english.arguments["amount"] == "SEK\u{A0}1,200" && english.arguments["code"] == "A")
    }

    @Test func `every rule has a code of its own`() {
        #expect(Set(ListRulebook.codes).count == ListRulebook.codes.count)
    }
}

extension ListFinding.Names {
    /// Everything by its id.
    static var ids: ListFinding.Names {
        ListFinding.Names(measure: \.rawValue, region: \.text, hospital: { $1 }, unit: { $2 })
    }
}
