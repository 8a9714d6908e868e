import Federation

/// The lines of a list that a code means at a hospital. Only codes that are asked for are looked up, in one walk.
struct VolumeTargets {
    private struct Target: Hashable {
        let hospital: ProviderReference
        /// A code, or a line id.
        let name: String
    }

    private var found: [Target: [LineID]] = [:]

    init(_ list: PriceList, wanted: [(ProviderReference, String)]) {
        for (hospital, name) in wanted { found[Target(hospital: hospital, name: name)] = [] }
        let lineIDs = Set(wanted.compactMap { LineID($0.1) })
        for line in list.careServices {
            let hospital = ProviderReference(region: line.region, provider: line.service.provider)
            add(line.id, line.service.code, hospital, lineIDs)
        }
        for line in list.surcharges {
            let hospital = ProviderReference(region: line.region, provider: line.surcharge.provider)
            add(line.id, line.surcharge.code, hospital, lineIDs)
        }
        addDRG(list, lineIDs)
    }

    /// The lines that answer to a code or line id at a hospital.
    func lines(_ name: String, at hospital: ProviderReference) -> [LineID] {
        found[Target(hospital: hospital, name: name)] ?? []
    }

    /// A hospital's fixed price goes before the common price of the group; a hospital that is wholly excepted has none.
    private mutating func addDRG(_ list: PriceList, _ lineIDs: Set<LineID>) {
        var fixed: Set<[String]> = []
        for line in list.drgFixedPrices {
            fixed.insert([line.region.text, line.provider, line.drg, line.typeOfCare.rawValue])
            add(line.id, line.drg, ProviderReference(region: line.region, provider: line.provider), lineIDs)
        }
        let common = Dictionary(grouping: list.drg) { [$0.pointPrice, $0.group.typeOfCare.rawValue] }
        for entry in list.applicability where entry.wholeException == nil {
            let hospital = ProviderReference(region: entry.region, provider: entry.provider)
            for line in common[[entry.pointPrice, entry.typeOfCare.rawValue]] ?? [] {
                let key = [entry.region.text, entry.provider, line.group.drg, entry.typeOfCare.rawValue]
                guard !fixed.contains(key) else { continue }
                add(line.id, line.group.drg, hospital, lineIDs)
            }
        }
    }

    private mutating func add(
        _ id: LineID, _ code: String, _ hospital: ProviderReference, _ lineIDs: Set<LineID>
    ) {
        found[Target(hospital: hospital, name: code)]?.append(id)
        guard lineIDs.contains(id) else { return }
        found[Target(hospital: hospital, name: id.description)]?.append(id)
    }
}
