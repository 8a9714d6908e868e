import Federation
import Foundation
import Testing

@testable import RegionSimulator

/// The contracts and descriptors, checked by validators that are not ours: `xmllint` and Python's `jsonschema`, which
/// `Scripts/setup` installs.
struct ContractTests {
    private let contracts = repository.appending(path: "Contracts")
    private let plan = SimulationPlan(rows: 120)

    @Test func `canonical XML of every region is valid by the contracts`() throws {
        try withFolder { folder in
            let prices = try SimulatedRegion.slugs.map { region in
                try write(SimulatedRegion.canonicalXML(region: region, plan: plan), "\(region)-prices.xml", in: folder)
            }
            let plans = try SimulatedRegion.slugs.map { region in
                try write(
                    SimulatedRegion.canonicalPlanXML(region: region, plan: plan), "\(region)-plan.xml", in: folder)
            }
            #expect(try isValidXML(prices + [example("price-submission-1.example.xml")], "price-submission-1.xsd"))
            #expect(try isValidXML(plans + [example("plan-report-1.example.xml")], "plan-report-1.xsd"))
        }
    }

    @Test func `canonical JSON of every region is valid by the contracts`() throws {
        try withFolder { folder in
            let prices = try SimulatedRegion.slugs.map { region in
                try write(SimulatedRegion.canonicalJSON(region: region, plan: plan), "\(region)-p.json", in: folder)
            }
            let plans = try SimulatedRegion.slugs.map { region in
                try write(SimulatedRegion.canonicalPlanJSON(region: region, plan: plan), "\(region)-r.json", in: folder)
            }
            let adopted = try write(SimulatedPriceList.adopted2022(plan: plan), "adopted.json", in: folder)
            #expect(
                try isValidJSON(
                    prices + [example("price-submission-1.example.json")], "feeds/price-submission-1.schema.json"))
            #expect(try isValidJSON(plans + [example("plan-report-1.example.json")], "feeds/plan-report-1.schema.json"))
            #expect(try isValidJSON([adopted], "editions/adopted-list-1.schema.json"))
        }
    }

    @Test func `every region descriptor is valid by its schema`() throws {
        let files = SimulatedRegion.slugs.map { repository.appending(path: "Regions/\($0).json").path }
        #expect(try isValidJSON(files, "region.schema.json"))
    }

    @Test func `slips in a region descriptor are not valid`() throws {
        let slips = [
            ("\"table\": \"hospitals\"", "\"tabell\": \"hospitals\""), ("\"swedishDecimal\"", "\"multiplyByTen\""),
            ("\"at\": \"/Prislista/Tillägg\"", "\"at\": \"Prislista/Tillägg\""),
            ("\"kind\": \"single\"", "\"kind\": \"zip\""), ("\"countyCode\": \"17\"", "\"countyCode\": \"1\""),
            ("\"kind\": \"surcharge\"", "\"kind\": \"goalReport\""),
            ("${SAMVERKAN_VARMLAND_URL}/prislista", "file:///etc/passwd"),
        ]
        let text = try String(contentsOf: repository.appending(path: "Regions/varmland.json"), encoding: .utf8)
        try withFolder { folder in
            let files = try slips.enumerated().map { number, slip in
                #expect(text.contains(slip.0))
                return try write(Array(text.replacing(slip.0, with: slip.1).utf8), "\(number).json", in: folder)
            }
            let schema = contracts.appending(path: "region.schema.json").path
            #expect(try succeeds("/usr/bin/python3", ["-c", Self.noneIsValid, schema] + files))
        }
    }

    private static let noneIsValid = """
        import json, sys, jsonschema
        check = jsonschema.Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")))
        valid = [name for name in sys.argv[2:] if check.is_valid(json.load(open(name, encoding="utf-8")))]
        sys.exit(len(valid))
        """

    @Test(arguments: SimulatedRegion.slugs)
    func `the descriptor and the server agree on the region, its units and its addresses`(region: RegionSlug) throws {
        let file = repository.appending(path: "Regions/\(region).json")
        let descriptor = try json(Array(Data(contentsOf: file)))
        let known = try #require(Organisations.region(region))
        #expect(descriptor["name"] as? String == known.name)
        #expect(descriptor["organisationNumber"] as? String == known.organisationNumber.description)
        #expect(descriptor["countyCode"] as? String == known.countyCode)
        let hospitals = records("hospitals", in: descriptor)
        #expect(hospitals.map { $0["id"] as? String } == known.hospitals.map(\.id))
        #expect(hospitals.map { $0["name"] as? String } == known.hospitals.map(\.name))
        for (described, hospital) in zip(hospitals, known.hospitals) {
            let units = records("units", in: described)
            #expect(units.map { $0["id"] as? String } == hospital.units.map(\.id))
            #expect(units.map { $0["name"] as? String } == hospital.units.map(\.name))
            #expect(units.map { $0["aliases"] as? [String] } == hospital.units.map(\.aliases))
            #expect(units.map { $0["medicalFieldCodes"] as? [String] } == hospital.units.map(\.medicalFieldCodes))
            #expect(units.map { $0["kind"] as? String } == hospital.units.map(\.kind.rawValue))
        }
        for feed in records("feeds", in: descriptor) {
            let kind = try #require((feed["kind"] as? String).flatMap(FeedKind.init))
            let first = SimulatedRegion.documents(region: region, kind: kind, plan: plan).first
            #expect(feed["url"] as? String == "${SAMVERKAN_\(region.text.uppercased())_URL}" + (first?.path ?? ""))
        }
    }

    private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws -> String {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    private func example(_ name: String) -> String { contracts.appending(path: "feeds/\(name)").path }

    private func isValidXML(_ files: [String], _ schema: String) throws -> Bool {
        let schema = contracts.appending(path: "feeds/\(schema)").path
        return try succeeds("/usr/bin/xmllint", ["--nonet", "--noout", "--schema", schema] + files)
    }

    private func isValidJSON(_ files: [String], _ schema: String) throws -> Bool {
        let instances = files.flatMap { ["-i", $0] }
        let schema = contracts.appending(path: schema).path
        return try succeeds("/usr/bin/python3", ["-W", "ignore", "-m", "jsonschema"] + instances + [schema])
    }
}
