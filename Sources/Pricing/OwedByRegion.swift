import Federation

/// What a region that delivered still owes.
struct OwedByRegion {
    /// What it declares not applicable, in canonical order.
    let notApplicable: [NotApplicable]
    /// Hospitals with neither DRG tariff, priced care service nor statement, in order of id.
    let silentHospitals: [String]
    /// Last year's lines that are neither there nor declared.
    let goneLines: [PreviousCareService]
    /// Last year's fixed DRG prices and surcharges that are not there again.
    let goneOthers: [ListedLine]

    /// `lastYear` are the region's fixed DRG prices and surcharges of last year, `again` the ids of this year's.
    init(
        _ region: Region, submission: PriceSubmission, services: CareServiceSection, applicability: [Applicability],
        lastYear: [ListedLine], again: Set<LineID>
    ) {
        notApplicable = submission.notApplicable.sorted { left, right in
            left.orderFields == right.orderFields
                ? left.origin.precedes(right.origin)
                : CanonicalOrder.precedes(left.orderFields, right.orderFields)
        }
        var closedHospitals: Set<String> = []
        var closedLines: Set<LineID> = []
        for item in submission.notApplicable {
            if let key = item.lineKey(region: region.slug) {
                closedLines.insert(key.lineID)
            } else {
                closedHospitals.insert(item.provider)
            }
        }
        // A hospital that has no prices at all has none of last year's lines either.
        goneLines = services.notAgain.filter {
            !closedLines.contains($0.id) && !closedHospitals.contains($0.key.provider)
        }
        goneOthers = lastYear.filter { line in
            !again.contains(line.id) && !(line.key.provider.map(closedHospitals.contains) ?? false)
        }
        var heard = closedHospitals.union(applicability.map(\.provider))
        // Lines stand provider by provider, so only the first of each is looked at.
        var last: String?
        for line in services.lines where line.service.provider != last {
            heard.insert(line.service.provider)
            last = line.service.provider
        }
        silentHospitals = region.hospitals.map(\.id).filter { !heard.contains($0) }.sorted { $0.precedes($1) }
    }
}

extension NotApplicable {
    /// The key of the line that has no price; nil for a whole hospital.
    func lineKey(region: RegionSlug) -> CareServiceKey? {
        guard case .line(let unit, let code, let typeOfCare, let careLevel) = subject else { return nil }
        return CareServiceKey(
            region: region, provider: provider, unit: unit, code: code, typeOfCare: typeOfCare, careLevel: careLevel)
    }

    /// A hospital comes before its lines.
    fileprivate var orderFields: [String] {
        guard case .line(let unit, let code, let typeOfCare, let careLevel) = subject else {
            return [provider, "", "", "", ""]
        }
        return [provider, unit, code, typeOfCare.rawValue, careLevel.rawValue]
    }
}
