import Federation
import Pricing
import Reading

/// What an edition was made from and by whom, as it holds it.
extension JSONValue {
    func writtenSubmission() throws -> UsedSubmission {
        try allowMembers(["lastGood", "region", "version"])
        return UsedSubmission(
            region: try member("region").slug(), version: try member("version").fingerprint(),
            isLastGood: try member("lastGood").boolean())
    }

    func writtenPrevious() throws -> PreviousEdition {
        try allowMembers(["basis", "decision", "number", "year"])
        let decision = try member("decision")
        try decision.allowMembers(["date", "reference"])
        return PreviousEdition(
            year: try member("year").parsedInteger("1900-2199") { Year($0) }, number: try member("number").count(),
            basis: try member("basis").one(of: PreviousEdition.Basis.self),
            decision: BoardDecision(
                reference: try decision.member("reference").string(), day: try decision.member("date").day()))
    }

    func writtenRegion() throws -> Region {
        try allowMembers(["countyCode", "hospitals", "name", "organisationNumber", "slug"])
        let number = try member("organisationNumber")
        // Without hyphen, as the invoicing contract writes it.
        guard let organisationNumber = OrganisationNumber(try number.string()),
            organisationNumber.digits == (try number.string())
        else { throw number.unexpected("2321000156") }
        return Region(
            slug: try member("slug").slug(), name: try member("name").string(),
            countyCode: try member("countyCode").string(), organisationNumber: organisationNumber,
            hospitals: try member("hospitals").map { try $0.writtenHospital() })
    }

    private func writtenHospital() throws -> Hospital {
        try allowMembers(["hsaId", "id", "name", "units"])
        let units = try member("units").map { unit in
            try unit.allowMembers(["id", "name"])
            return CareUnit(
                id: try unit.member("id").string(), name: try unit.member("name").string(), aliases: [], kind: .unit,
                medicalFieldCodes: [])
        }
        return Hospital(
            id: try member("id").string(), name: try member("name").string(), hsaID: try text("hsaId"), units: units)
    }
}
