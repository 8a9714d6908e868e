import Federation
import Testing

@testable import Pricing

/// Other indices than the year's own, for the care that the committee decided them for.
@Suite struct DecidedIndexTests {
    let varmland: Region
    let karlstad: ProviderReference

    init() throws {
        varmland = try Self.varmland(fields: [])
        karlstad = ProviderReference(region: varmland.slug, provider: "karlstad")
    }

    /// Region Värmland, whose hospitals have one unit each, of these medical fields.
    static func varmland(fields: [String]) throws -> Region {
        let unit = CareUnit(id: "kirurgi", name: "Kirurgi", aliases: [], kind: .clinic, medicalFieldCodes: fields)
        let plain = try Fixture.varmland()
        return Region(
            slug: plain.slug, name: plain.name, countyCode: plain.countyCode,
            organisationNumber: plain.organisationNumber,
            hospitals: plain.hospitals.map { Hospital(id: $0.id, name: $0.name, hsaID: nil, units: [unit]) })
    }

    /// Three services that cost 1000 kronor last year, raised by the model: KIR01 outpatient at Karlstad, KIR02 inpatient
    /// there, KIR03 outpatient at Arvika; all of the medical field 301.
    func compute(_ others: [DecidedIndex], indexDay: Day? = Day("2022-10-14"), percent: String = "2.8") throws
        -> PriceList
    {
        try PriceList.compute(
            input(try .fixture(percent: percent, indexDay: indexDay, otherIndices: others, plausibility: .fixture())))
    }

    func input(_ model: PriceModel) throws -> PriceListInput {
        let services = [
            Fixture.service("KIR01", price: .asLastYear),
            Fixture.service("KIR02", price: .asLastYear, typeOfCare: .inpatient),
            Fixture.service("KIR03", provider: "arvika", price: .asLastYear),
        ]
        return try Fixture.input(
            regions: [varmland],
            deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: services))],
            previous: Fixture.previous(services.map { try Fixture.lastYear($0, in: varmland, "1000.00") }),
            model: model)
    }

    func amounts(_ others: DecidedIndex...) throws -> [String] {
        try compute(others).careServices.sorted { $0.service.code.precedes($1.service.code) }.map(\.amount.wire)
    }

    @Test func `an index holds for the care that is of all that it names, the year's own for all other`() throws {
        #expect(try amounts() == ["1028.00", "1028.00", "1028.00"])
        #expect(try amounts(.fixture("a", providers: [karlstad])) == ["1031.00", "1031.00", "1028.00"])
        #expect(try amounts(.fixture("a", typeOfCare: .inpatient)) == ["1028.00", "1031.00", "1028.00"])
        #expect(try amounts(.fixture("a", medicalFieldCodes: ["301", "302"])) == ["1031.00", "1031.00", "1031.00"])
        #expect(try amounts(.fixture("a", medicalFieldCodes: ["302"])) == ["1028.00", "1028.00", "1028.00"])
        let narrow = try DecidedIndex.fixture(
            "a", percent: "-1", providers: [karlstad], typeOfCare: .outpatient, medicalFieldCodes: ["301"])
        #expect(
            try amounts(narrow, .fixture("b", typeOfCare: .inpatient)) == ["990.00", "1031.00", "1028.00"])
    }

    @Test func `care of no medical field is of no index that names one`() throws {
        let service = CareService(
            provider: "karlstad", unit: "kirurgi", medicalFieldCode: nil, code: "X", text: "Besök",
            measure: .doctorVisit, typeOfCare: .outpatient, careLevel: .county, price: .asLastYear,
            origin: Fixture.origin())
        let indexation = try #require(
            try PriceModel.fixture(otherIndices: [.fixture("a", medicalFieldCodes: ["301"])]).indexation)
        #expect(indexation.applied(to: service, of: varmland.slug).path == "/indexation")
    }

    @Test func `a line says which index raised it, and can be computed again from that`() throws {
        let list = try compute([
            .fixture("x", typeOfCare: .inpatient),
            .fixture("b", percent: "3.5", providers: [karlstad], typeOfCare: .outpatient),
        ])
        let places = try list.careServices.map { line in
            let explanation = list.explain(line)
            var last: Amount?
            var percent: ExactDecimal?
            var place: String?
            for input in explanation.steps.flatMap(\.inputs) {
                if case .previousAmount(let amount) = input.value { last = amount }
                guard case .percent(let value) = input.value, case .priceModel(_, _, let path, let name) = input.origin
                else { continue }
                percent = value
                place = "\(line.service.code) \(path) \(name)"
            }
            let tenths = try #require(percent?.rescaled(to: 1))
            let ore = try #require(last).ore * (1000 + tenths.units) / 1000
            #expect(ore == line.amount.ore && explanation.result == line.amount)
            return try #require(place)
        }
        #expect(
            Set(places) == [
                "KIR01 /indexation/others/1/percent indexation/others/1 \"AKI-b\" (Beslut § 7, 2022-10-31)",
                "KIR02 /indexation/others/0/percent indexation/others/0 \"AKI-x\" (Beslut § 7, 2022-10-31)",
                "KIR03 /indexation/percent indexation \"LPIK\" (exempel, 2022-10-14)",
            ])
        let raised = try #require(list.careServices.first { $0.service.code == "KIR02" })
        let text = ExplanationText(.swedish).write(list.explain(raised))
        #expect(text.contains("(1 + 3,1\u{A0}%), AKI-x"))
    }

    @Test func `indices that can be of the same care, or of all, contradict the model`() throws {
        let arvika = ProviderReference(region: varmland.slug, provider: "arvika")
        let faults = { (others: [DecidedIndex]) in
            try PriceModel.fixture(otherIndices: others).validate().map { "\($0.code) \($0.path)" }
        }
        let here = try DecidedIndex.fixture("a", providers: [karlstad], medicalFieldCodes: ["301"])
        #expect(try faults([here, .fixture("b", providers: [arvika])]) == [])
        #expect(try faults([here, .fixture("b", providers: [karlstad], medicalFieldCodes: ["302"])]) == [])
        #expect(
            try faults([.fixture("a", typeOfCare: .inpatient), .fixture("b", typeOfCare: .outpatient)]) == [])
        #expect(
            try faults([here, .fixture("b", typeOfCare: .inpatient)])
                == ["price-model-two-indices /indexation/others/1"])
        #expect(
            try faults([here, .fixture("b", providers: [arvika, karlstad])])
                == ["price-model-two-indices /indexation/others/1"])
        #expect(
            try faults([.fixture("a"), here]) == [
                "price-model-duplicate-id /indexation/others/1/id", "price-model-index-of-all /indexation/others/0",
            ])
        #expect(
            try faults([.fixture("a", percent: "1000", typeOfCare: .inpatient)])
                == ["price-model-percent-unfit /indexation/others/0/percent"])
    }

    @Test func `hospitals and medical fields are those of the registry`() throws {
        let region = try Self.varmland(fields: ["301"])
        let faults = { (index: DecidedIndex) in
            try PriceModel.fixture(otherIndices: [index]).validate(regions: [region]).map { "\($0.code) \($0.path)" }
        }
        #expect(try faults(.fixture("a", providers: [karlstad], medicalFieldCodes: ["301"])) == [])
        #expect(
            try faults(.fixture("a", medicalFieldCodes: ["301", "310"]))
                == ["price-model-unknown-medical-field /indexation/others/0/medicalFieldCodes/1"])
        let falun = ProviderReference(region: try Fixture.slug("dalarna"), provider: "falun")
        #expect(
            try faults(.fixture("a", providers: [falun]))
                == ["price-model-unknown-provider /indexation/others/0/providers/0"])
    }

    @Test func `a table of others decides no index for our hospitals`() throws {
        let reference = try PriceModel.fixture(
            purpose: .reference, pointPrices: [.fixture(providers: .unspecified)],
            otherIndices: [.fixture("a", typeOfCare: .inpatient)])
        #expect(reference.validate().map(\.path) == ["/indexation/others"])
    }

    @Test func `each index is judged by itself, and told as itself`() throws {
        let told = { (others: [DecidedIndex], percent: String, day: Day?) in
            try ListRulebook.inspect(compute(others, indexDay: day, percent: percent), previous: nil)
                .filter { $0.code.hasPrefix("index-") }.map { "\($0.code) \($0.subject.key)" }
        }
        let inpatient = try DecidedIndex.fixture("a", percent: "31", date: nil, typeOfCare: .inpatient)
        #expect(
            try told([inpatient], "28", nil) == [
                "index-without-date list", "index-without-date index a", "index-beyond-limit list",
                "index-beyond-limit index a",
            ])
        #expect(
            try told([inpatient], "2.8", Day("2022-10-14")) == [
                "index-without-date index a", "index-beyond-limit index a",
            ])
        // The year's own raises nothing where the two others are of all care.
        let outpatient = try DecidedIndex.fixture("b", typeOfCare: .outpatient)
        #expect(try told([.fixture("a", typeOfCare: .inpatient), outpatient], "2.8", nil) == [])
        #expect(try told([.fixture("a", date: nil, medicalFieldCodes: ["302"])], "2.8", Day("2022-10-14")) == [])
    }

    @Test func `a raised line of no medical field is told where an index of some field may hold for it`() throws {
        let wish = { (code: String, provider: String, price: CareService.Price) in
            CareService(
                provider: provider, unit: "kirurgi", medicalFieldCode: nil, code: code, text: "Besök",
                measure: .doctorVisit, typeOfCare: .outpatient, careLevel: .county, price: price,
                origin: Fixture.origin(3))
        }
        let services = [
            wish("A", "karlstad", .asLastYear), wish("B", "arvika", .asLastYear),
            wish("C", "karlstad", .amount(try Fixture.amount("1000.00"))), Fixture.service("D", price: .asLastYear),
        ]
        let told = { (index: DecidedIndex) in
            let list = try PriceList.compute(
                Fixture.input(
                    regions: [varmland],
                    deliveries: [Fixture.delivery(Fixture.submission(of: varmland, careServices: services))],
                    previous: Fixture.previous(services.map { try Fixture.lastYear($0, in: varmland, "1000.00") }),
                    model: .fixture(otherIndices: [index])))
            return ListRulebook.inspect(list, previous: nil).filter { $0.code == "index-without-medical-field" }
        }
        let here = try DecidedIndex.fixture("a", providers: [karlstad], medicalFieldCodes: ["301"])
        let finding = try #require(told(here).first)
        #expect(try told(here).count == 1)
        #expect(finding.evidence == .record(version: Fixture.version, origin: Fixture.origin(3)))
        let swedish = finding.worded(in: .swedish, names: .ids).arguments
        #expect(swedish["where"] == "varmland, karlstad, kirurgi" && swedish["code"] == "A")
        #expect(swedish["name"] == "LPIK" && swedish["percent"] == "2,8" && swedish["place"] == "indexation")
        #expect(swedish["others"] == "AKI-a 3,1 % (indexation.others.0)")
        let other = try DecidedIndex.fixture("a", percent: "4", providers: [karlstad], medicalFieldCodes: ["301"])
        #expect(try told(other).first?.statedBesides != finding.statedBesides)
        #expect(try told(.fixture("a", typeOfCare: .inpatient, medicalFieldCodes: ["301"])).isEmpty)
        #expect(try told(.fixture("a", providers: [karlstad])).isEmpty)
    }

    @Test func `a what-if changes the index that it names`() throws {
        let input = try input(.fixture(otherIndices: [.fixture("a", typeOfCare: .inpatient)]))
        let changed = { (changes: [ScenarioChange]) in
            try PriceScenario.compute(input, name: "Prov", changes: changes).difference.changed
                .map { "\($0.later.key.code) \($0.later.amount.wire)" }.sorted()
        }
        let five = try Fixture.decimal("5")
        #expect(try changed([.indexPercent(five, of: "a")]) == ["KIR02 1050.00"])
        #expect(try changed([.indexPercent(five)]) == ["KIR01 1050.00", "KIR03 1050.00"])
        #expect(try changed([.indexPercent(five), .indexPercent(five, of: "a")]).count == 3)
        let unknown = ScenarioChange.indexPercent(five, of: "b")
        #expect(throws: ScenarioError.nothingToChange(unknown)) { try changed([unknown]) }
        #expect(unknown.text(.swedish) == "index ”b”: 5\u{A0}%")
    }
}
