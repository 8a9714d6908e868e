import Adoption
import Federation

extension Day {
    /// A day that the test writes down.
    static func of(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
        return day
    }
}

extension Instant {
    /// A moment that the test writes down.
    static func of(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure("\(text) is no moment") }
        return instant
    }
}

extension Year {
    /// A year that the test writes down.
    static func of(_ number: Int) -> Year {
        guard let year = Year(number) else { preconditionFailure("\(number) is no year") }
        return year
    }
}

extension RegionSlug {
    /// A region that the test writes down.
    static func of(_ text: String) -> RegionSlug {
        guard let slug = RegionSlug(text) else { preconditionFailure("\(text) is no region") }
        return slug
    }
}

extension PriceListEdition {
    /// An edition that holds to the end of its year.
    static func sample(_ number: Int, year: Int = 2023, validFrom: String, publishedAt: String) -> PriceListEdition {
        PriceListEdition(
            year: .of(year), number: number, fingerprint: Fingerprint(of: Array("\(year)/\(number)".utf8)),
            manifest: nil,
            decision: ListDecision(
                number: "SN 2022-0031", paragraph: String(40 + number), day: Instant.of(publishedAt).day,
                validFrom: .of(validFrom)),
            validTo: Day(lastOf: .of(year)), publishedAt: .of(publishedAt), corrects: number > 1 ? number - 1 : nil)
    }
}
