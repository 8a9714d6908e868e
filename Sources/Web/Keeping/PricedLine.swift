import Federation
import Pricing
import Publishing
import Sealing

/// The sections of a list that hold priced lines, named as in the list's file.
enum LineSection: String, CaseIterable {
    case drg, drgFixedPrices, careServices, surcharges

    /// The section that a line id names.
    init(_ section: LineID.Section) {
        self =
            switch section {
            case .drg: .drg
            case .drgFixedPrice: .drgFixedPrices
            case .careService: .careServices
            case .surcharge: .surcharges
            }
    }
}

/// A line of any section (prisrad). What a kind of line does not have is nil: a DRG price belongs to no region.
enum PricedLine {
    case drg(DRGLine)
    case drgFixedPrice(DRGFixedPriceLine)
    case careService(CareServiceLine)
    case surcharge(SurchargeLine)

    var section: LineSection {
        switch self {
        case .drg: .drg
        case .drgFixedPrice: .drgFixedPrices
        case .careService: .careServices
        case .surcharge: .surcharges
        }
    }

    var region: RegionSlug? {
        switch self {
        case .drg: nil
        case .drgFixedPrice(let line): line.region
        case .careService(let line): line.region
        case .surcharge(let line): line.region
        }
    }

    var provider: String? {
        switch self {
        case .drg: nil
        case .drgFixedPrice(let line): line.provider
        case .careService(let line): line.service.provider
        case .surcharge(let line): line.surcharge.provider
        }
    }

    var unit: String? {
        switch self {
        case .drg, .drgFixedPrice: nil
        case .careService(let line): line.service.unit
        case .surcharge(let line): line.surcharge.unit
        }
    }

    /// A DRG group or the code of a care service or surcharge.
    var code: String {
        switch self {
        case .drg(let line): line.group.drg
        case .drgFixedPrice(let line): line.drg
        case .careService(let line): line.service.code
        case .surcharge(let line): line.surcharge.code
        }
    }

    var typeOfCare: TypeOfCare? {
        switch self {
        case .drg(let line): line.group.typeOfCare
        case .drgFixedPrice(let line): line.typeOfCare
        case .careService(let line): line.service.typeOfCare
        case .surcharge: nil
        }
    }

    /// What the line is; for a fixed DRG price the region's reason.
    var text: String {
        switch self {
        case .drg(let line): line.group.text
        case .drgFixedPrice(let line): line.reason
        case .careService(let line): line.service.text
        case .surcharge(let line): line.surcharge.text
        }
    }

    /// The line as it stands in the list's file, with the list's codes, and its section.
    func value(_ codes: ContractCodes) -> CanonicalValue {
        let own =
            switch self {
            case .drg(let line): line.value(codes)
            case .drgFixedPrice(let line): line.value(codes)
            case .careService(let line): line.value(codes)
            case .surcharge(let line): line.value(codes)
            }
        return own.adding(("section", .string(section.rawValue)))
    }
}
