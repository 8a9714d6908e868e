package import Federation

/// Kind of care (vårdform), code system 1.2.752.29.4.16.
package enum TypeOfCare: String, Sendable, CaseIterable, Comparable {
    /// Open care (öppen vård).
    case outpatient = "01"
    /// Closed care (sluten vård).
    case inpatient = "02"

    package static func < (left: TypeOfCare, right: TypeOfCare) -> Bool { left.rawValue.precedes(right.rawValue) }

    /// What it is called in a language.
    package func word(in language: Language) -> String {
        switch self {
        case .outpatient: language.pick("öppen vård", "outpatient care")
        case .inpatient: language.pick("sluten vård", "inpatient care")
        }
    }
}

/// Level of care (vårdnivå) of the national invoicing contract.
package enum CareLevel: String, Sendable, CaseIterable {
    case primary = "1"
    /// County care (länssjukvård).
    case county = "2"
    /// Regional care (regionsjukvård).
    case regional = "3"
    /// National highly specialised care (nationell högspecialiserad vård).
    case national = "4"
}

/// Product category (produktkategori) of the national invoicing contract.
package enum ProductCategory: String, Sendable, CaseIterable {
    case drgCC = "01"
    case drgNordDRG = "02"
    case patientSpecific = "03"
    /// Contact reimbursement (kontaktersättning).
    case contact = "04"
    case other = "99"
}

/// What kind of agreement (avtal) prices hold by, in the national invoicing contract.
package enum TypeOfAgreement: String, Sendable, CaseIterable {
    /// The national agreement (Riksavtalet).
    case national = "1"
    /// An agreement of a healthcare region (regionavtal).
    case regional = "2"
    /// An agreement between counties.
    case betweenCounties = "3"
}

/// What a care service is counted in (enhet); labels stand in `Contracts/codes/measures.json`.
package enum Measure: String, Sendable, CaseIterable {
    case careDay, careEpisode, doctorVisit, treatment, procedure, hour, piece, minute
}

/// Code of a medical field (MVO, verksamhetsområde): three characters A-Z or 0-9, kept in three bytes.
package struct MedicalFieldCode: Hashable, Sendable, CustomStringConvertible {
    private let first: UInt8
    private let second: UInt8
    private let third: UInt8

    /// Reads three characters; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 3, bytes.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }) else {
            return nil
        }
        (first, second, third) = (bytes[0], bytes[1], bytes[2])
    }

    package var description: String { String(decoding: [first, second, third], as: UTF8.self) }
}
