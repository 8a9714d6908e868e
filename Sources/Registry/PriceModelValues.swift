import Federation
import Pricing
import Reading

/// A price model as its file states it, as strict as `Contracts/price-model.schema.json`.
extension PriceModel {
    init(_ root: JSONValue) throws {
        try root.allowMembers([
            "year", "purpose", "priceListCode", "validFrom", "validTo", "priceDate", "pointPrices", "weightLists",
            "indexation", "outliers", "rounding", "plausibility", "timetable", "typeOfAgreement", "exceptions",
            "fixedPrices", "surcharges",
        ])
        guard let year = Year(try root.member("year").integer()) else {
            throw try root.member("year").unexpected("1900-2199")
        }
        self.init(
            year: year, purpose: try root.member("purpose").one(of: Purpose.self),
            priceListCode: try root.member("priceListCode").string(), validFrom: try root.member("validFrom").day(),
            validTo: try root.member("validTo").day(), pointPrices: try root.member("pointPrices").map(PointPrice.init),
            weightLists: try root.member("weightLists").someItems().map(WeightListReference.init),
            rounding: try Rounding(root.member("rounding")),
            exceptions: try root.given("exceptions")?.map(DecidedException.init) ?? [],
            fixedPrices: try root.given("fixedPrices")?.map(DecidedFixedPrice.init) ?? [],
            priceDate: try root.given("priceDate")?.one(of: PriceDate.self),
            indexation: try root.given("indexation").map(Indexation.init),
            outliers: try root.given("outliers").map(OutlierRule.init),
            plausibility: try root.given("plausibility").map(Plausibility.init),
            timetable: try root.given("timetable").map(Timetable.init),
            typeOfAgreement: try root.given("typeOfAgreement")?.one(of: TypeOfAgreement.self),
            surcharges: try root.given("surcharges").map(SurchargeRule.init))
    }
}

extension PointPrice {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers(["id", "amount", "weightList", "typesOfCare", "providers"])
        self.init(
            id: try value.member("id").plainName(), amount: try value.member("amount").amount(),
            weightList: try value.member("weightList").plainName(),
            typesOfCare: try value.member("typesOfCare").typesOfCare(),
            providers: try ProviderScope(value.member("providers")))
    }
}

extension ProviderScope {
    fileprivate init(_ value: JSONValue) throws {
        if case .array = value.content {
            self = .named(try value.distinct { try ProviderReference($0) })
            return
        }
        switch try value.string() {
        case "asDeclared": self = .asDeclared
        case "unspecified": self = .unspecified
        default: throw value.unexpected("asDeclared | unspecified | [ … ]")
        }
    }
}

extension ProviderReference {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["region", "provider"])
        try self.init(membersOf: value)
    }

    /// The members `region` and `provider` of a rule.
    fileprivate init(membersOf value: JSONValue) throws {
        let region = try value.member("region").parsed("a-z, 0-9, -") { RegionSlug($0) }
        self.init(region: region, provider: try value.member("provider").id())
    }
}

extension DecidedException {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers(["region", "provider", "unit", "typesOfCare", "reason"])
        self.init(
            provider: try ProviderReference(membersOf: value), unit: try value.given("unit")?.id(),
            typesOfCare: try value.member("typesOfCare").typesOfCare(), reason: try value.member("reason").reason())
    }
}

extension DecidedFixedPrice {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers(["drg", "typeOfCare", "providers", "amount", "reason"])
        self.init(
            drg: try value.member("drg").matching(/[A-Z][0-9]{2}[A-Z]/, "T10N"),
            typeOfCare: try value.member("typeOfCare").one(of: TypeOfCare.self),
            providers: try ProviderScope(value.member("providers")), amount: try value.member("amount").amount(),
            reason: try value.member("reason").reason())
    }
}

extension WeightListReference {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers(["id", "file", "kind", "sha256", "synthetic"])
        self.init(
            id: try value.member("id").plainName(),
            file: try value.member("file").matching(/[^\/]+\.csv/.matchingSemantics(.unicodeScalar), "….csv"),
            kind: try value.member("kind").one(of: WeightList.Kind.self),
            sha256: try value.member("sha256").parsed("64 hex") { text in
                text.wholeMatch(of: /[0-9a-f]{64}/) == nil ? nil : Fingerprint(hex: text)
            },
            synthetic: try value.given("synthetic")?.boolean() ?? false)
    }
}

extension Rounding {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers(["id", "unit", "mode", "at"])
        self.init(
            id: try value.member("id").plainName(), unit: try value.member("unit").one(of: Unit.self),
            mode: try value.member("mode").one(of: Mode.self), at: try value.member("at").one(of: Moment.self))
    }
}
