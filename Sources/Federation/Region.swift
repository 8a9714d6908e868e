/// The short name of a region in paths, files and settings, for example `varmland`.
package struct RegionSlug: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Lower-case a-z, digits and single hyphens inside, at most 40 characters; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isWordCharacter = { (byte: UInt8) in (97...122).contains(byte) || (48...57).contains(byte) }
        guard (1...40).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return nil }
        guard isWordCharacter(first), isWordCharacter(last) else { return nil }
        guard bytes.allSatisfy({ isWordCharacter($0) || $0 == UInt8(ascii: "-") }) else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (left: RegionSlug, right: RegionSlug) -> Bool { left.text.precedes(right.text) }
}

/// A healthcare region (region) that delivers feeds.
package struct Region: Hashable, Sendable {
    package let slug: RegionSlug
    /// The full name, for example `Region Värmland`.
    package let name: String
    /// The two-digit SCB county code.
    package let countyCode: String
    package let organisationNumber: OrganisationNumber
    package let hospitals: [Hospital]

    package init(
        slug: RegionSlug, name: String, countyCode: String, organisationNumber: OrganisationNumber,
        hospitals: [Hospital]
    ) {
        self.slug = slug
        self.name = name
        self.countyCode = countyCode
        self.organisationNumber = organisationNumber
        self.hospitals = hospitals
    }

    /// The hospital of that id.
    package func hospital(_ id: String) -> Hospital? { hospitals.first { $0.id == id } }
}

/// A hospital (sjukhus): the provider that a price line names.
package struct Hospital: Hashable, Sendable {
    /// The id in lines and paths, unique in its region.
    package let id: String
    package let name: String
    /// The HSA-id where it is known; never invented.
    package let hsaID: String?
    package let units: [CareUnit]

    package init(id: String, name: String, hsaID: String?, units: [CareUnit]) {
        self.id = id
        self.name = name
        self.hsaID = hsaID
        self.units = units
    }
}

/// A clinic, unit or administration (klinik, enhet, förvaltning) of a hospital.
package struct CareUnit: Hashable, Sendable {
    /// What an exception can name.
    package enum Kind: String, Sendable, CaseIterable { case clinic, unit, administration }

    /// The id in lines, unique in its hospital.
    package let id: String
    package let name: String
    /// Other names that the region's files use for it.
    package let aliases: [String]
    package let kind: Kind
    /// Three-character MVO codes of the medical fields that it works in.
    package let medicalFieldCodes: [String]

    package init(id: String, name: String, aliases: [String], kind: Kind, medicalFieldCodes: [String]) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.kind = kind
        self.medicalFieldCodes = medicalFieldCodes
    }
}

/// A Swedish organisation number (organisationsnummer), written `232100-0156`.
package struct OrganisationNumber: Hashable, Sendable, CustomStringConvertible {
    /// Ten digits without hyphen.
    package let digits: String

    /// Reads ten digits, with or without the hyphen before the last four; nil where the Luhn check digit is wrong.
    package init?(_ text: String) {
        let plain = text.utf8.count == 11 ? text.replacing(/^(\d{6})-(\d{4})$/) { "\($0.1)\($0.2)" } : text
        guard plain.utf8.count == 10, plain.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let sum = plain.utf8.enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 48) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        guard sum % 10 == 0 else { return nil }
        digits = plain
    }

    package var description: String { "\(digits.prefix(6))-\(digits.suffix(4))" }
}
