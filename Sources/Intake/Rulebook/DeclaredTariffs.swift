import Federation
import Registry

/// Which hospitals have declared a DRG tariff, and what rests on one that may still come.
struct DeclaredTariffs {
    private let hospitals: Set<String>
    private var declared: Set<String> = []
    private var waiting: [String: WaitingFindings] = [:]
    private var isAnyTariffUnreadable = false

    init(_ region: Region) { hospitals = Set(region.hospitals.map(\.id)) }

    /// Notes a tariff, or a record that needs one: `unmet` is what is told of it if none comes.
    mutating func take(_ record: Record, unmet: Finding?) {
        guard record.kind == .drgTariff || unmet != nil else { return }
        guard let provider = record.given(.provider)?.value, hospitals.contains(provider) else {
            if record.kind == .drgTariff { isAnyTariffUnreadable = true }
            return
        }
        if record.kind == .drgTariff {
            declared.insert(provider)
        } else if let unmet, !declared.contains(provider) {
            waiting[provider, default: WaitingFindings()].add(unmet)
        }
    }

    /// What needed a tariff that never came. A tariff of an unknown hospital may be the one, and has its own finding.
    var unmet: WaitingFindings {
        WaitingFindings(isAnyTariffUnreadable ? [] : waiting.filter { !declared.contains($0.key) }.map(\.value))
    }
}
