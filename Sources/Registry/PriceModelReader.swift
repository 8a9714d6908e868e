import Federation
import Pricing
import Reading

/// Reads a price model and the weight lists that it names.
struct PriceModelReader {
    let file: SourceFile
    /// The folder of the weight lists.
    let weightListFolder: String

    /// The rules of the year; throws where the model contradicts itself or leaves a hole.
    func read() throws(PremisesError) -> YearRules {
        let model = try file.json(model)
        let faults = model.validate()
        if let first = faults.first {
            let told = { (language: Language) in
                first.text(language) + faults.dropFirst().map { "; \($0.path): \($0.text(language))" }.joined()
            }
            throw PremisesError(
                file: file.path, path: first.path, swedish: told(.swedish), english: told(.english))
        }
        var lists: [WeightList] = []
        for reference in model.weightLists { lists.append(try weightList(reference)) }
        return YearRules(model: model, fingerprint: file.fingerprint, weightLists: lists)
    }

    private func weightList(_ reference: WeightListReference) throws(PremisesError) -> WeightList {
        let file = try SourceFile(weightListFolder + "/" + reference.file)
        guard file.fingerprint == reference.sha256 else {
            throw PremisesError(
                file: file.path,
                swedish:
                    "filens SHA-256 är \(file.fingerprint.hex), men \(self.file.path) anger \(reference.sha256.hex)",
                english:
                    "the file's SHA-256 is \(file.fingerprint.hex), but \(self.file.path) says \(reference.sha256.hex)")
        }
        return try file.located {
            let rows = try CSVReader(separator: ";").rows(file.bytes).map { (line: $0.line, fields: $0.fields) }
            do throws(WeightListFaults) {
                return try WeightList.read(id: reference.id, fingerprint: file.fingerprint, rows: rows)
            } catch {
                throw PremisesError(file: file.path, error)
            }
        }
    }

    private func model(_ root: JSONValue) throws -> PriceModel {
        try root.allowMembers([
            "year", "purpose", "priceListCode", "validFrom", "validTo", "priceDate", "pointPrices", "weightLists",
            "indexation", "outliers", "rounding", "plausibility", "timetable", "typeOfAgreement",
        ])
        guard let year = Year(try root.member("year").integer()) else {
            throw try root.member("year").unexpected("1900-2199")
        }
        return PriceModel(
            year: year, purpose: try root.member("purpose").one(of: PriceModel.Purpose.self),
            priceListCode: try root.member("priceListCode").string(), validFrom: try root.member("validFrom").day(),
            validTo: try root.member("validTo").day(), pointPrices: try root.member("pointPrices").map(pointPrice),
            weightLists: try root.member("weightLists").map(reference), rounding: try rounding(root.member("rounding")),
            priceDate: try root.optional("priceDate")?.one(of: PriceModel.PriceDate.self),
            indexation: try root.optional("indexation").map(indexation),
            outliers: try root.optional("outliers").map(outliers),
            plausibility: try root.optional("plausibility").map(plausibility),
            timetable: try root.optional("timetable").map(timetable),
            typeOfAgreement: try root.optional("typeOfAgreement")?.one(of: TypeOfAgreement.self))
    }

    private func pointPrice(_ value: JSONValue) throws -> PointPrice {
        try value.allowMembers(["id", "amount", "weightList", "typesOfCare", "providers"])
        return PointPrice(
            id: try value.member("id").string(), amount: try value.member("amount").amount(),
            weightList: try value.member("weightList").string(),
            typesOfCare: TypesOfCare(try value.member("typesOfCare").map { try $0.one(of: TypeOfCare.self) }),
            providers: try scope(value.member("providers")))
    }

    private func scope(_ value: JSONValue) throws -> ProviderScope {
        switch try value.string() {
        case "asDeclared": return .asDeclared
        case "unspecified": return .unspecified
        default: throw value.unexpected("asDeclared | unspecified")
        }
    }

    private func reference(_ value: JSONValue) throws -> WeightListReference {
        try value.allowMembers(["id", "file", "kind", "sha256", "synthetic"])
        return WeightListReference(
            id: try value.member("id").string(), file: try value.member("file").string(),
            kind: try value.member("kind").one(of: WeightList.Kind.self),
            sha256: try value.member("sha256").parsed("64 hex") { Fingerprint(hex: $0) },
            synthetic: try value.optional("synthetic")?.boolean() ?? false)
    }

    private func indexation(_ value: JSONValue) throws -> Indexation {
        try value.allowMembers(["name", "percent", "source", "date", "appliesTo"])
        return Indexation(
            name: try value.member("name").string(),
            percent: try value.member("percent").parsed("2.8") { ExactDecimal($0) },
            source: try value.member("source").string(), date: try value.optional("date")?.day(),
            appliesTo: try value.member("appliesTo").one(of: Indexation.AppliesTo.self))
    }

    private func outliers(_ value: JSONValue) throws -> OutlierRule {
        try value.allowMembers(["rule", "amount"])
        switch try value.member("rule").string() {
        case "careServices": return .careServices
        case "perDay": return .perDay(try value.member("amount").amount())
        default: throw try value.member("rule").unexpected("careServices | perDay")
        }
    }

    private func rounding(_ value: JSONValue) throws -> Rounding {
        try value.allowMembers(["id", "unit", "mode"])
        return Rounding(
            id: try value.member("id").string(), unit: try value.member("unit").one(of: Rounding.Unit.self),
            mode: try value.member("mode").one(of: Rounding.Mode.self))
    }

    private func plausibility(_ value: JSONValue) throws -> Plausibility {
        try value.allowMembers(["changePercent"])
        return Plausibility(changePercent: try value.member("changePercent").parsed("10") { ExactDecimal($0) })
    }

    private func timetable(_ value: JSONValue) throws -> Timetable {
        try value.allowMembers(["weightsDue", "submissionsOpen", "submissionsClose", "decision"])
        return Timetable(
            weightsDue: try value.member("weightsDue").day(),
            submissionsOpen: try value.member("submissionsOpen").day(),
            submissionsClose: try value.member("submissionsClose").day(),
            decision: try value.member("decision").day())
    }
}

extension PremisesError {
    /// The faults of a weight list, each with its line and column on a line of its own; of many the first.
    fileprivate init(file: String, _ error: WeightListFaults) {
        let more = error.faults.count - Self.mostFaults
        let words = { (language: Language) in
            let rows = error.faults.prefix(Self.mostFaults).map { fault in
                let place = language.pick("rad \(fault.line)", "line \(fault.line)")
                return "\n  " + place + (fault.column.map { ", \($0)" } ?? "") + ": " + fault.text(language)
            }
            let rest = language.pick("\n  … och \(more) fel till", "\n  … and \(more) more faults")
            return language.pick("viktlistan har fel:", "the weight list has faults:") + rows.joined()
                + (more > 0 ? rest : "")
        }
        self.init(file: file, swedish: words(.swedish), english: words(.english))
    }

    /// More faults than a person mends at a time.
    private static let mostFaults = 50
}

extension JSONValue {
    /// A day, `2023-01-01`.
    func day() throws -> Day { try parsed("2023-01-01") { Day($0) } }
    /// An amount in kronor with two decimals, `74750.00`.
    func amount() throws -> Amount { try parsed("74750.00") { Amount(wire: $0) } }
}
