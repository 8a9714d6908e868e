import Federation
import Pricing
import Reading

/// What was owed, given and missing, as an edition holds it.
extension JSONValue {
    private static let completenessMembers: Set<String> = [
        "hospitalsAnswered", "hospitalsOwed", "linesAgain", "linesNotApplicable", "linesOwed", "linesPriced",
        "linesWithoutPrice", "notApplicable", "region", "state", "usesLastGood", "version",
    ]

    func writtenCompleteness() throws -> RegionCompleteness {
        try allowMembers(Self.completenessMembers)
        return RegionCompleteness(
            region: try member("region").slug(), state: try writtenState(),
            usesLastGood: try member("usesLastGood").boolean(), hospitalsOwed: try member("hospitalsOwed").count(),
            hospitalsAnswered: try member("hospitalsAnswered").count(), linesOwed: try member("linesOwed").count(),
            linesAgain: try member("linesAgain").count(),
            linesNotApplicable: try member("linesNotApplicable").count(),
            linesPriced: try member("linesPriced").count(),
            linesWithoutPrice: try member("linesWithoutPrice").count(),
            notApplicable: try member("notApplicable").map { try $0.writtenStatement() })
    }

    private func writtenState() throws -> DeliveryState {
        let state = try member("state")
        let version = try given("version")?.fingerprint()
        switch (try state.string(), version) {
        case ("accepted", let version?): return .accepted(version)
        case ("held", let version?): return .held(version)
        case ("refused", let version?): return .refused(version)
        case ("fetch-failed", nil): return .fetchFailed
        case ("not-delivered", nil): return .notDelivered
        default: throw state.unexpected("accepted | held | refused + version | fetch-failed | not-delivered")
        }
    }

    private func writtenStatement() throws -> NotApplicable {
        let subject: NotApplicable.Subject
        switch try member("what").string() {
        case "hospital":
            try allowMembers(["origin", "provider", "reason", "what"])
            subject = .hospital
        case "line":
            try allowMembers(["careLevel", "code", "origin", "provider", "reason", "typeOfCare", "unit", "what"])
            subject = .line(
                unit: try member("unit").string(), code: try member("code").string(),
                typeOfCare: try member("typeOfCare").one(of: TypeOfCare.self),
                careLevel: try member("careLevel").one(of: CareLevel.self))
        default: throw try member("what").unexpected("hospital | line")
        }
        return NotApplicable(
            provider: try member("provider").string(), subject: subject, reason: try member("reason").string(),
            origin: try member("origin").recordOrigin())
    }

    private static let missingMembers: Set<String> = [
        "careLevel", "code", "lastAmount", "line", "origin", "provider", "reason", "region", "text", "typeOfCare",
        "unit", "version", "weightList", "weightListLine",
    ]

    func writtenMissingItem() throws -> MissingItem {
        try allowMembers(Self.missingMembers)
        var item = MissingItem(
            try member("reason").one(of: MissingReason.self), region: try given("region")?.slug())
        item.version = try given("version")?.fingerprint()
        item.provider = try text("provider")
        item.unit = try text("unit")
        item.code = try text("code")
        item.typeOfCare = try given("typeOfCare")?.one(of: TypeOfCare.self)
        item.careLevel = try given("careLevel")?.one(of: CareLevel.self)
        item.text = try text("text")
        item.lastAmount = try given("lastAmount")?.amount()
        item.line = try given("line")?.parsed("cs-5f0c1b8e9a7d4c32") { LineID($0) }
        item.weightList = try text("weightList")
        item.weightListLine = try given("weightListLine")?.count()
        item.origin = try given("origin")?.recordOrigin()
        return item
    }
}
