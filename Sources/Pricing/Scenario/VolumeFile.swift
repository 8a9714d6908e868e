package import Federation

/// One row of a volume file: how many cases of a code a hospital has in a year (volymrad).
package struct VolumeRow: Hashable, Sendable {
    /// A DRG group, the code of a care service or surcharge, or a line id.
    package let code: String
    /// The hospital's id, or region and id as `varmland/karlstad`.
    package let provider: String
    /// Zero to `Volumes.mostCases`.
    package let cases: Int64
    package let place: Place

    package init(code: String, provider: String, cases: Int64, place: Place) {
        self.code = code
        self.provider = provider
        self.cases = cases
        self.place = place
    }
}

extension Volumes {
    /// The codes of findings on volume files, beside those of files in general.
    package static let findingCodes = [
        "volume-file-unreadable", "volume-file-too-large", "volume-headings", "volume-not-a-count",
        "volume-unknown-provider", "volume-unknown-code", "volume-ambiguous-code", "volume-row-twice",
    ]

    /// Finds the lines that rows are about in a list. A row that no single line answers to is a finding, and not
    /// counted.
    package static func of(
        _ rows: [VolumeRow], in list: PriceList, regions: [Region]
    ) -> (volumes: Volumes, report: FindingsReport) {
        let hospitals = VolumeHospitals(regions)
        var report = FindingsReport()
        let placed = rows.map { row in (row: row, hospital: hospitals.find(row.provider)) }
        let lines = VolumeTargets(list, wanted: placed.compactMap { row, hospital in hospital.map { ($0, row.code) } })
        var entries: [Entry] = []
        var seen: Set<[String]> = []
        for (row, hospital) in placed {
            guard let hospital else {
                report.add(Finding("volume-unknown-provider", at: row.place, sample: row.provider))
                continue
            }
            let found = lines.lines(row.code, at: hospital)
            guard let line = found.first else {
                let arguments = ["provider": hospital.provider]
                report.add(Finding("volume-unknown-code", arguments, at: row.place, sample: row.code))
                continue
            }
            guard found.count == 1 else {
                let ids = found.prefix(5).map(\.description).joined(separator: ", ")
                let arguments = ["count": String(found.count), "lines": ids, "provider": hospital.provider]
                report.add(Finding("volume-ambiguous-code", arguments, at: row.place, sample: row.code))
                continue
            }
            guard seen.insert([line.description, hospital.region.text, hospital.provider]).inserted else {
                report.add(
                    Finding(
                        "volume-row-twice", ["provider": hospital.provider], at: row.place, sample: row.code))
                continue
            }
            entries.append(
                Entry(line: line, region: hospital.region, provider: hospital.provider, cases: row.cases))
        }
        return (Volumes(entries), report)
    }
}

/// Finds hospitals by what volume files call them.
private struct VolumeHospitals {
    private var byName: [String: [ProviderReference]] = [:]

    init(_ regions: [Region]) {
        for region in regions {
            for hospital in region.hospitals {
                let reference = ProviderReference(region: region.slug, provider: hospital.id)
                byName[hospital.id, default: []].append(reference)
                byName["\(region.slug)/\(hospital.id)", default: []].append(reference)
            }
        }
    }

    /// Nil where no hospital, or more than one, has the name.
    func find(_ name: String) -> ProviderReference? {
        guard let found = byName[name], found.count == 1 else { return nil }
        return found.first
    }
}
