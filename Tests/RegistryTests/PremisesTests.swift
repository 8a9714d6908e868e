import Federation
import Foundation
import Pricing
import Registry
import Testing

/// The folder of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

struct PremisesTests {
    private func load(
        regions: String = packageFolder + "/Regions", contracts: String = packageFolder + "/Contracts",
        settings: [String: String] = [:]
    ) throws -> Premises {
        try Premises.load(regionsFolder: regions, contractsFolder: contracts) { settings[$0] }
    }

    /// A region folder with one descriptor, changed.
    @discardableResult
    private func withDescriptor<T>(_ change: (String) -> String, _ work: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/premises-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = try String(contentsOfFile: packageFolder + "/Regions/varmland.json", encoding: .utf8)
        try change(text).write(toFile: folder + "/varmland.json", atomically: true, encoding: .utf8)
        return try work(folder)
    }

    @Test func `the seven regions and both price models are read`() throws {
        let premises = try load()
        #expect(
            premises.regions.map(\.region.slug.text) == [
                "dalarna", "gavleborg", "orebro", "sormland", "uppsala", "varmland", "vastmanland",
            ])
        #expect(Set(premises.years.keys.map(\.number)) == [2017, 2023])
        #expect(premises.years[try #require(Year(2017))]?.weightLists.first?.weights.count == 12)
        #expect(premises.plans.first?.goals.count == 14)
        #expect(premises.regions.allSatisfy { $0.feeds.count == 2 })
    }

    @Test func `the year is the one whose submissions opened last`() throws {
        let premises = try load()
        #expect(premises.year(on: try #require(Day("2022-09-01")))?.number == 2023)
        #expect(premises.year(on: try #require(Day("2022-08-31"))) == nil)
    }

    @Test func `an address gets its base from the settings, and stays as written without them`() throws {
        let slug = try #require(RegionSlug("varmland"))
        let given = try load(settings: ["SAMVERKAN_VARMLAND_URL": "http://127.0.0.1:1"])
        #expect(given.region(slug)?.feed(.priceList)?.feed.url.hasPrefix("http://127.0.0.1:1/") == true)
        #expect(try load().region(slug)?.feed(.priceList)?.feed.url.hasPrefix("${SAMVERKAN_VARMLAND_URL}/") == true)
    }

    @Test(arguments: [
        ("232100-0156", "232100-0157", "/organisationNumber"),
        ("\"countyCode\": \"17\"", "\"countyCode\": \"7\"", "/countyCode"),
        ("\"swedishDecimal\"", "\"swedishDecimals\"", "/feeds/0/mapping/records"),
        ("\"contact\"", "\"kontakt\"", ""), ("\"kind\": \"price-list\"", "\"kind\": \"prices\"", "/feeds/0/kind"),
    ])
    func `a mistake in a descriptor is one message with file, line and path`(
        old: String, new: String, path: String
    ) throws {
        try withDescriptor {
            $0.replacing(old, with: new, maxReplacements: 1)
        } _: { folder in
            let error = #expect(throws: PremisesError.self) { try load(regions: folder) }
            #expect(error?.file == folder + "/varmland.json")
            #expect((error?.line ?? 0) > 0)
            #expect(error?.path.hasPrefix(path) == true)
            #expect(error?.words(in: .swedish).contains("varmland.json, rad ") == true)
        }
    }

    @Test func `a weight list with faults tells all of them, each with its line and column`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/premises-" + UUID().uuidString
        // A link would be copied as a link, and the change would go to the real file.
        let contracts = URL(filePath: packageFolder + "/Contracts").resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: contracts, to: URL(filePath: folder))
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (list, model) = (folder + "/weight-lists/psykiatri-klinik-2017.csv", folder + "/price-models/2017.json")
        let text = try String(contentsOfFile: list, encoding: .utf8)
        let broken = text.replacing("1,942", with: "1.942").replacing("1,543", with: "mycket")
        #expect(broken != text)
        try broken.write(toFile: list, atomically: true, encoding: .utf8)
        let named = try String(contentsOfFile: model, encoding: .utf8)
            .replacing(Fingerprint(of: text.utf8).hex, with: Fingerprint(of: broken.utf8).hex)
        try named.write(toFile: model, atomically: true, encoding: .utf8)
        let error = #expect(throws: PremisesError.self) { try load(contracts: folder) }
        let words = error?.words(in: .swedish) ?? ""
        #expect(words.contains("rad 2, Vikt: ") && words.contains("rad 6, Vikt: "), "\(words)")
        #expect(words.contains("1.942") && words.contains("mycket"))
    }

    @Test func `a path that climbs above its record's place is refused`() throws {
        try withDescriptor {
            $0.replacing("\"../", with: "\"../../../../../../../", maxReplacements: 1)
        } _: { folder in
            #expect(throws: PremisesError.self) { try load(regions: folder) }
        }
    }
}

struct FindingCatalogueTests {
    private func catalogue() throws -> FindingCatalogue {
        try Premises.load(
            regionsFolder: packageFolder + "/Regions", contractsFolder: packageFolder + "/Contracts",
            setting: { _ in nil }
        ).catalogue
    }

    @Test func `a sentence names a field in the reader's language`() throws {
        let finding = Finding("missing-field", ["field": "careLevel"])
        #expect(try catalogue().sentences(of: finding, in: .swedish).wrong.contains("vårdnivå"))
        #expect(try catalogue().sentences(of: finding, in: .english).wrong.contains("level of care"))
    }

    @Test func `what a region wrote is never filled in itself`() throws {
        let finding = Finding("unknown-code-value", ["field": "careLevel", "known": "1"], sample: "{known} {field}")
        #expect(try catalogue().sentences(of: finding, in: .swedish).wrong.contains("{known} {field}"))
    }

    @Test func `every field of the contracts has its words`() throws {
        for field in FieldName.allCases {
            let finding = Finding("missing-field", ["field": field.rawValue])
            let words = try catalogue().sentences(of: finding, in: .swedish).wrong
            if ["drg", "status", "region", "plan"].contains(field.rawValue) { continue }
            #expect(!words.contains("”\(field.rawValue)”"), "\(field.rawValue)")
        }
    }
}
