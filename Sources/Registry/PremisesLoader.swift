import Federation
import Planning
import Pricing
import Reading

extension Premises {
    /// Reads and checks every file of the two folders. `setting` gives settings by name, for the feeds' addresses.
    ///
    /// Throws the first mistake found, with file and place.
    package static func load(
        regionsFolder: String, contractsFolder: String, setting: @escaping (String) -> String?
    ) throws(PremisesError) -> Premises {
        let codes = try codeLists(contractsFolder + "/codes")
        let catalogueFile = try SourceFile(contractsFolder + "/findings.json")
        let planFiles = try SourceFile.files(in: contractsFolder + "/plans", ending: ".json")
        var plans: [BusinessPlan] = []
        var hashes = [catalogueFile.fingerprint.hex] + codes.fingerprints.map(\.hex)
        for path in planFiles {
            let file = try SourceFile(path)
            plans.append(try PlanReader(file: file).read())
            hashes.append(file.fingerprint.hex)
        }
        let regions = try regions(regionsFolder, setting: setting)
        return Premises(
            regions: regions, years: try years(contractsFolder, regions: regions.map(\.region)), plans: plans,
            codes: codes.lists, catalogue: try catalogueFile.json(FindingCatalogue.read),
            failures: try SourceFile(contractsFolder + "/failures.json").json(FailureCatalogue.read),
            contractsFolder: contractsFolder,
            fingerprint: Fingerprint(of: hashes.joined(separator: "\n").utf8))
    }

    private static func regions(
        _ folder: String, setting: @escaping (String) -> String?
    ) throws(PremisesError) -> [RegionDescriptor] {
        var regions: [RegionDescriptor] = []
        for path in try SourceFile.files(in: folder, ending: ".json") {
            let descriptor = try DescriptorReader(file: try SourceFile(path), setting: setting).read()
            guard !regions.contains(where: { $0.region.slug == descriptor.region.slug }) else {
                throw PremisesError(
                    file: path, path: "/slug", swedish: "en annan fil har redan regionen \(descriptor.region.slug)",
                    english: "another file has the region \(descriptor.region.slug) already")
            }
            regions.append(descriptor)
        }
        return regions.sorted { $0.region.slug < $1.region.slug }
    }

    private static func years(
        _ contracts: String, regions: [Region]
    ) throws(PremisesError) -> [Year: YearRules] {
        var years: [Year: YearRules] = [:]
        for path in try SourceFile.files(in: contracts + "/price-models", ending: ".json") {
            let file = try SourceFile(path)
            let rules = try PriceModelReader(
                file: file, weightListFolder: contracts + "/weight-lists", regions: regions
            )
            .read()
            guard years[rules.model.year] == nil, path.hasSuffix("/\(rules.model.year).json") else {
                throw PremisesError(
                    file: path, path: "/year", swedish: "filen ska heta \(rules.model.year).json",
                    english: "the file must be named \(rules.model.year).json")
            }
            try requireSameRounding(in: rules.model, as: years.values.map(\.model), file: file)
            years[rules.model.year] = rules
        }
        return years
    }

    /// An id names one version of a rule of rounding, whichever year uses it.
    private static func requireSameRounding(
        in model: PriceModel, as others: [PriceModel], file: SourceFile
    ) throws(PremisesError) {
        let other = others.first { $0.rounding.id == model.rounding.id && $0.rounding != model.rounding }
        guard let other else { return }
        let spot = try file.json { $0.nearest(to: "/rounding/id").spot }
        throw PremisesError(
            file: file.path, line: spot.line, column: spot.column, path: "/rounding/id",
            swedish: "”\(model.rounding.id)” är en annan avrundning i prismodell \(other.year). Ge regeln ett nytt id.",
            english:
                "\"\(model.rounding.id)\" is another rounding in the price model of \(other.year). Give the rule a new id."
        )
    }

    private static func codeLists(
        _ folder: String
    ) throws(PremisesError) -> (lists: CodeLists, fingerprints: [Fingerprint]) {
        let files = try ["measures", "types-of-care", "care-levels", "product-categories"].map {
            (name: String) throws(PremisesError) in try SourceFile("\(folder)/\(name).json")
        }
        let lists = try files.map { (file: SourceFile) throws(PremisesError) in try file.json(CodeLists.entries) }
        return (
            CodeLists(measures: lists[0], typesOfCare: lists[1], careLevels: lists[2], productCategories: lists[3]),
            files.map(\.fingerprint)
        )
    }
}

extension CodeLists {
    /// Reads one code list.
    static func entries(_ root: JSONValue) throws -> [Entry] {
        try root.member("codes").map { value in
            try value.allowMembers(["code", "sv", "en", "aliases"])
            return Entry(
                code: try value.member("code").string(), swedish: try value.member("sv").string(),
                english: try value.member("en").string(),
                aliases: try value.optional("aliases")?.map { try $0.string() } ?? [])
        }
    }
}

extension FindingCatalogue {
    /// Reads the catalogue.
    static func read(_ root: JSONValue) throws -> FindingCatalogue {
        try root.allowMembers(["words", "findings"])
        let words = try root.member("words").members().map { member in
            try member.value.allowMembers(["sv", "en"])
            return (
                member.key,
                Word(
                    swedish: try member.value.member("sv").string(), english: try member.value.member("en").string())
            )
        }
        let entries = try root.member("findings").members().map { member in
            try member.value.allowMembers(["severity", "holds", "wrongFile", "sv", "en"])
            return Entry(
                code: member.key, severity: try member.value.member("severity").one(of: Severity.self),
                holds: try member.value.optional("holds")?.boolean() ?? false,
                isWrongFile: try member.value.optional("wrongFile")?.boolean() ?? false,
                swedish: try sentences(member.value.member("sv")), english: try sentences(member.value.member("en")))
        }
        return FindingCatalogue(entries, words: Dictionary(words, uniquingKeysWith: { first, _ in first }))
    }

    private static func sentences(_ value: JSONValue) throws -> Sentences {
        try value.allowMembers(["wrong", "do"])
        return Sentences(wrong: try value.member("wrong").string(), whatToDo: try value.member("do").string())
    }
}
