import Federation
import Pricing
import Registry

extension LineID {
    /// The id of the price line that a record is about; nil where its key is not whole or the kind of record has none.
    init?(region: RegionSlug, kind: RecordKind, text: (FieldName) -> String?) {
        guard let provider = text(.provider) else { return nil }
        switch kind {
        case .careService, .notApplicable:
            guard let unit = text(.unit), let code = text(.code),
                let typeOfCare = text(.typeOfCare).flatMap(TypeOfCare.init(rawValue:)),
                let careLevel = text(.careLevel).flatMap(CareLevel.init(rawValue:))
            else { return nil }
            self =
                CareServiceKey(
                    region: region, provider: provider, unit: unit, code: code, typeOfCare: typeOfCare,
                    careLevel: careLevel
                ).lineID
        case .surcharge:
            guard let code = text(.code) else { return nil }
            self.init(.surcharge, key: [region.text, provider, text(.unit) ?? "", code])
        case .drgFixedPrice:
            guard let drg = text(.drg), let typeOfCare = text(.typeOfCare) else { return nil }
            self.init(.drgFixedPrice, key: [region.text, provider, drg, typeOfCare])
        default:
            return nil
        }
    }
}
