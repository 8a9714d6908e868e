import Federation
import Pricing
import Reading

/// Reads the price lines of an edition.
struct WrittenLines {
    /// The codes that the lines have from model and hospital.
    private(set) var supplierCodes = SupplierCodes()
    private var pool = TextPool()

    private static let contract: Set<String> = ["priceList", "productCategory", "typeOfAgreement"]
    private static let supplier: Set<String> = ["countyCode", "hsaId", "organisationNumber", "provider", "region"]

    private static let drg: Set<String> = contract.union([
        "amount", "costLimit", "daysLimit", "drg", "id", "mdc", "pointPrice", "text", "typeOfCare", "weight",
        "weightList", "weightListKind", "weightListLine",
    ])

    mutating func drg(_ value: JSONValue) throws -> DRGLine {
        try value.allowMembers(Self.drg)
        let weight = try value.member("weight").decimal()
        let group = DRGWeight(
            drg: try value.member("drg").string(), mdc: try value.member("mdc").string(),
            text: try value.member("text").string(), weight: weight,
            costLimit: try value.given("costLimit")?.amount(), daysLimit: try value.given("daysLimit")?.count(),
            typeOfCare: try value.member("typeOfCare").one(of: TypeOfCare.self),
            line: try value.member("weightListLine").count())
        let line = DRGLine(
            pointPrice: try value.member("pointPrice").string(), weightList: try value.member("weightList").string(),
            weightListKind: try value.member("weightListKind").one(of: WeightList.Kind.self), group: group,
            weight: weight, amount: try value.member("amount").amount())
        try supplierCodes.takeContract(value)
        try value.member("productCategory").mustBe(line.productCategory.rawValue)
        try value.member("id").mustBe(line.id.description)
        return line
    }

    private static let applicability: Set<String> = supplier.union([
        "decidedExceptions", "exceptions", "origin", "pointPrice", "typeOfCare",
    ])

    mutating func applicability(_ value: JSONValue) throws -> Applicability {
        try value.allowMembers(Self.applicability)
        let (region, provider) = try supplierCodes.takeSupplier(value)
        let hospital = ProviderReference(region: region, provider: provider)
        return Applicability(
            region: region, provider: provider, typeOfCare: try value.member("typeOfCare").one(of: TypeOfCare.self),
            pointPrice: try value.member("pointPrice").string(),
            exceptions: try value.member("exceptions").map { try exception($0, at: provider) },
            decidedExceptions: try value.given("decidedExceptions")?.someItems().map {
                try decidedException($0, at: hospital)
            } ?? [],
            origin: try value.member("origin").recordOrigin())
    }

    private func exception(_ value: JSONValue, at provider: String) throws -> DRGException {
        try value.allowMembers(["origin", "reason", "typesOfCare", "unit"])
        return DRGException(
            provider: provider, unit: try value.member("unit").string(),
            typesOfCare: try value.member("typesOfCare").writtenTypesOfCare(),
            reason: try value.member("reason").string(),
            origin: try value.member("origin").recordOrigin())
    }

    private func decidedException(_ value: JSONValue, at hospital: ProviderReference) throws -> AppliedException {
        try value.allowMembers(["reason", "rule", "typesOfCare", "unit"])
        let exception = DecidedException(
            provider: hospital, unit: try value.text("unit"),
            typesOfCare: try value.member("typesOfCare").writtenTypesOfCare(),
            reason: try value.member("reason").string())
        return AppliedException(exception: exception, path: try value.member("rule").string())
    }

    private static let fixedPrice: Set<String> = contract.union(supplier).union([
        "amount", "drg", "id", "origin", "reason", "rule", "typeOfCare",
    ])

    mutating func fixedPrice(_ value: JSONValue) throws -> DRGFixedPriceLine {
        try value.allowMembers(Self.fixedPrice)
        let (region, provider) = try supplierCodes.takeSupplier(value)
        let source: DRGFixedPriceLine.Source
        if let rule = try value.text("rule") {
            guard try value.given("origin") == nil else { throw value.unexpected("origin | rule") }
            source = .model(path: rule)
        } else {
            source = .region(try value.member("origin").recordOrigin())
        }
        let line = DRGFixedPriceLine(
            region: region, provider: provider, drg: try value.member("drg").string(),
            typeOfCare: try value.member("typeOfCare").one(of: TypeOfCare.self),
            amount: try value.member("amount").amount(), reason: try value.member("reason").string(), source: source)
        try supplierCodes.takeContract(value)
        try value.member("productCategory").mustBe(line.productCategory.rawValue)
        try value.member("id").mustBe(line.id.description)
        return line
    }

    private static let careService: Set<String> = contract.union(supplier).union([
        "amount", "basis", "careLevel", "code", "id", "measure", "medicalFieldCode", "origin", "previousAmount",
        "reason", "text", "typeOfCare", "unit",
    ])

    mutating func careService(_ value: JSONValue) throws -> CareServiceLine {
        try value.allowMembers(Self.careService)
        let (region, provider) = try supplierCodes.takeSupplier(value)
        let amount = try value.member("amount").amount()
        let previous = try value.given("previousAmount")?.amount()
        let basis: CareServiceLine.Basis = previous.map { .indexed(previous: $0) } ?? .delivered
        try value.member("basis").mustBe(previous == nil ? "delivered" : "indexed")
        let service = CareService(
            provider: pool.shared(provider), unit: pool.shared(try value.member("unit").string()),
            medicalFieldCode: try value.given("medicalFieldCode")?.parsed("301") { MedicalFieldCode($0) },
            code: try value.member("code").string(), text: pool.shared(try value.member("text").string()),
            measure: try value.member("measure").one(of: Measure.self),
            typeOfCare: try value.member("typeOfCare").one(of: TypeOfCare.self),
            careLevel: try value.member("careLevel").one(of: CareLevel.self),
            productCategory: try value.member("productCategory").one(of: ProductCategory.self),
            price: previous == nil ? .amount(amount) : .asLastYear, reason: try value.given("reason")?.string(),
            origin: try value.member("origin").recordOrigin())
        let line = CareServiceLine(region: region, service: service, amount: amount, basis: basis)
        try supplierCodes.takeContract(value)
        try value.member("id").mustBe(line.id.description)
        return line
    }

    private static let surcharge: Set<String> = contract.union(supplier).union([
        "amount", "code", "id", "measure", "origin", "reason", "text", "unit",
    ])

    mutating func surcharge(_ value: JSONValue) throws -> SurchargeLine {
        try value.allowMembers(Self.surcharge)
        let (region, provider) = try supplierCodes.takeSupplier(value)
        let surcharge = Surcharge(
            provider: provider, unit: try value.text("unit"), code: try value.member("code").string(),
            text: try value.member("text").string(), measure: try value.member("measure").one(of: Measure.self),
            amount: try value.member("amount").amount(), reason: try value.given("reason")?.string(),
            origin: try value.member("origin").recordOrigin())
        let line = SurchargeLine(region: region, surcharge: surcharge)
        try supplierCodes.takeContract(value)
        try value.member("productCategory").mustBe(line.productCategory.rawValue)
        try value.member("id").mustBe(line.id.description)
        return line
    }
}
