import Federation
import Pricing
import Reading

/// The rules of the year, as an edition holds them.
extension JSONValue {
    private static let modelMembers: Set<String> = [
        "exceptions", "fingerprint", "fixedPrices", "indexation", "outliers", "plausibility", "pointPrices",
        "priceDate",
        "priceListCode", "purpose", "rounding", "surcharges", "timetable", "typeOfAgreement", "validFrom", "validTo",
        "weightLists",
    ]

    func writtenModel(year: Year) throws -> PriceModel {
        try allowMembers(Self.modelMembers)
        return PriceModel(
            year: year, purpose: try member("purpose").one(of: PriceModel.Purpose.self),
            priceListCode: try member("priceListCode").string(), validFrom: try member("validFrom").day(),
            validTo: try member("validTo").day(),
            pointPrices: try member("pointPrices").map { try $0.writtenPointPrice() },
            weightLists: try member("weightLists").map { try $0.writtenWeightList() },
            rounding: try member("rounding").writtenRounding(),
            exceptions: try given("exceptions")?.someItems().map { try $0.writtenException() } ?? [],
            fixedPrices: try given("fixedPrices")?.someItems().map { try $0.writtenFixedPrice() } ?? [],
            priceDate: try given("priceDate")?.one(of: PriceModel.PriceDate.self),
            indexation: try given("indexation")?.writtenIndexation(),
            outliers: try given("outliers")?.writtenOutliers(),
            plausibility: try given("plausibility")?.writtenPlausibility(),
            timetable: try given("timetable")?.writtenTimetable(),
            typeOfAgreement: try given("typeOfAgreement")?.one(of: TypeOfAgreement.self),
            surcharges: try given("surcharges")?.writtenSurcharges())
    }

    private func writtenPointPrice() throws -> PointPrice {
        try allowMembers(["amount", "id", "namedProviders", "providers", "typesOfCare", "weightList"])
        return PointPrice(
            id: try member("id").string(), amount: try member("amount").amount(),
            weightList: try member("weightList").string(), typesOfCare: try member("typesOfCare").writtenTypesOfCare(),
            providers: try writtenScope())
    }

    /// The members `namedProviders` and `providers`.
    private func writtenScope() throws -> ProviderScope {
        let word = try member("providers")
        let named = try given("namedProviders")?.someItems().map { try $0.writtenProvider() }
        switch (try word.string(), named) {
        case ("asDeclared", nil): return .asDeclared
        case ("unspecified", nil): return .unspecified
        case ("named", let named?): return .named(named)
        default: throw word.unexpected("asDeclared | unspecified | named + namedProviders")
        }
    }

    private func writtenProvider() throws -> ProviderReference {
        try allowMembers(["provider", "region"])
        return ProviderReference(region: try member("region").slug(), provider: try member("provider").string())
    }

    private func writtenWeightList() throws -> WeightListReference {
        try allowMembers(["file", "id", "kind", "sha256", "synthetic"])
        return WeightListReference(
            id: try member("id").string(), file: try member("file").string(),
            kind: try member("kind").one(of: WeightList.Kind.self), sha256: try member("sha256").fingerprint(),
            synthetic: try member("synthetic").boolean())
    }

    private func writtenRounding() throws -> Rounding {
        try allowMembers(["at", "id", "mode", "unit"])
        return Rounding(
            id: try member("id").string(), unit: try member("unit").one(of: Rounding.Unit.self),
            mode: try member("mode").one(of: Rounding.Mode.self), at: try member("at").one(of: Rounding.Moment.self))
    }

    private func writtenException() throws -> DecidedException {
        try allowMembers(["provider", "reason", "region", "typesOfCare", "unit"])
        return DecidedException(
            provider: ProviderReference(
                region: try member("region").slug(), provider: try member("provider").string()),
            unit: try text("unit"), typesOfCare: try member("typesOfCare").writtenTypesOfCare(),
            reason: try member("reason").string())
    }

    private func writtenFixedPrice() throws -> DecidedFixedPrice {
        try allowMembers(["amount", "drg", "namedProviders", "providers", "reason", "typeOfCare"])
        return DecidedFixedPrice(
            drg: try member("drg").string(), typeOfCare: try member("typeOfCare").one(of: TypeOfCare.self),
            providers: try writtenScope(), amount: try member("amount").amount(),
            reason: try member("reason").string())
    }

    private func writtenIndexation() throws -> Indexation {
        try allowMembers(["appliesTo", "date", "name", "others", "percent", "source"])
        let base = try writtenIndex()
        return Indexation(
            name: base.name, percent: base.percent, source: base.source, date: base.date,
            appliesTo: try member("appliesTo").one(of: Indexation.AppliesTo.self),
            others: try given("others")?.someItems().map { try $0.writtenDecidedIndex() } ?? [])
    }

    private func writtenDecidedIndex() throws -> DecidedIndex {
        try allowMembers([
            "date", "id", "medicalFieldCodes", "name", "namedProviders", "percent", "source", "typeOfCare",
        ])
        return DecidedIndex(
            id: try member("id").string(), index: try writtenIndex(),
            providers: try given("namedProviders")?.someItems().map { try $0.writtenProvider() } ?? [],
            typeOfCare: try given("typeOfCare")?.one(of: TypeOfCare.self),
            medicalFieldCodes: try given("medicalFieldCodes")?.someItems().map { code in
                try code.parsed("301") { MedicalFieldCode($0) }
            } ?? [])
    }

    /// The members `date`, `name`, `percent` and `source`.
    private func writtenIndex() throws -> PriceIndex {
        PriceIndex(
            name: try member("name").string(), percent: try member("percent").decimal(),
            source: try member("source").string(), date: try given("date")?.day())
    }

    private func writtenOutliers() throws -> OutlierRule {
        try allowMembers(["amount", "costLimit", "rule"])
        let costLimit = try member("costLimit").boolean()
        let amount = try given("amount")?.amount()
        switch (try member("rule").string(), amount) {
        case ("careServices", nil): return OutlierRule(.careServices, costLimit: costLimit)
        case ("perDay", let amount?): return OutlierRule(.perDay(amount), costLimit: costLimit)
        default: throw try member("rule").unexpected("careServices | perDay + amount")
        }
    }

    private func writtenSurcharges() throws -> SurchargeRule {
        try allowMembers(["allowed", "beside", "leastAmount"])
        guard try member("allowed").boolean() else {
            try allowMembers(["allowed"])
            return .forbidden
        }
        return .allowed(
            leastAmount: try given("leastAmount")?.amount(),
            beside: try member("beside").one(of: SurchargeRule.Beside.self))
    }

    private func writtenPlausibility() throws -> Plausibility {
        try allowMembers(["changePercent", "deviation", "slip", "suspiciousAmounts"])
        let slip = try given("slip").map { slip in
            try slip.allowMembers(["timesLess", "timesMore"])
            return Plausibility.Slip(
                timesMore: try slip.member("timesMore").count(), timesLess: try slip.member("timesLess").count())
        }
        let deviation = try given("deviation").map { deviation in
            try deviation.allowMembers(["factor", "leastRegions", "zeroDistancePercent"])
            return Plausibility.Deviation(
                factor: try deviation.member("factor").decimal(),
                leastRegions: try deviation.member("leastRegions").count(),
                zeroDistancePercent: try deviation.member("zeroDistancePercent").decimal())
        }
        return Plausibility(
            changePercent: try member("changePercent").decimal(), slip: slip, deviation: deviation,
            suspiciousAmounts: try given("suspiciousAmounts")?.someItems().map { try $0.amount() } ?? [])
    }

    private func writtenTimetable() throws -> Timetable {
        try allowMembers(["decision", "submissionsClose", "submissionsOpen", "weightsDue"])
        return Timetable(
            weightsDue: try member("weightsDue").day(), submissionsOpen: try member("submissionsOpen").day(),
            submissionsClose: try member("submissionsClose").day(), decision: try member("decision").day())
    }
}
