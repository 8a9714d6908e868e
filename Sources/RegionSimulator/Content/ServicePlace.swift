import Federation

/// A clinic at a hospital, as the seller of numbered services: row by row the catalogue, then the catalogue again in
/// further groups, so that any number of rows gives as many different lines.
struct ServicePlace {
    let hospital: Hospital
    let clinic: Clinic
    /// Which of the region's places this is; rows are dealt out to the places in turn.
    let index: Int
    let placeCount: Int
    /// The region's number, for its own level of prices.
    let region: UInt64

    /// Whether the services of that clinic are this place's.
    func isAt(_ services: ClinicServices) -> Bool {
        services.hospital.id == hospital.id && services.unit.id == clinic.unit.id
    }

    /// The service of that row of the region.
    func service(_ row: Int, amount: Amount?, reason: String? = nil) -> SimulatedService {
        let template = template(row)
        let fields = clinic.unit.medicalFieldCodes
        let field = fields[group(row) % fields.count]
        let suffix = group(row) == 0 ? "" : ".\(group(row) + 1)"
        let groupText = group(row) == 0 ? "" : "\(separator)grupp \(group(row) + 1)"
        return SimulatedService(
            medicalFieldCode: field, code: "\(field)-\(template.code)\(suffix)",
            text: "\(template.text)\(separator)\(subject)\(groupText)", measure: template.measure,
            typeOfCare: template.typeOfCare, careLevel: template.careLevel, productCategory: template.productCategory,
            amount: amount, reason: reason)
    }

    /// The price in kronor before chance; regions differ by some percent.
    func basis(_ row: Int) -> Int {
        let template = template(row)
        let level = clinic.prices.kronor(template.basis)
        return max(1, level * template.share * (970 + Int(region) * 10) / 1_000_000)
    }

    private var subject: String { (clinic.unit.aliases.first ?? clinic.unit.name).lowercased() }
    /// Region Gävleborg writes dashes, which ISO-8859-1 does not have and Windows-1252 does.
    private var separator: String { region == 6 ? " – " : ", " }

    private func template(_ row: Int) -> ServiceTemplate {
        ServiceTemplate.all[serial(row) % ServiceTemplate.all.count]
    }
    private func group(_ row: Int) -> Int { serial(row) / ServiceTemplate.all.count }
    private func serial(_ row: Int) -> Int { row / placeCount }
}
