import Federation
import Harvest
import Pricing
import Registry
import Storage

/// What a feed has for the list of a year (årets leverans).
enum YearsDelivery: Sendable {
    /// The version that counts. It is replaced where the region has delivered for a later year since.
    case version(KeptVersion, KeptExamination, isReplaced: Bool)
    /// What was delivered is for this other year.
    case otherYear(Year)
    case nothing

    /// The version that counts and what was found in it; nil where there is none.
    var counting: (kept: KeptVersion, examination: KeptExamination)? {
        if case .version(let kept, let examination, _) = self { (kept, examination) } else { nil }
    }
}

extension Gateway {
    /// This gateway for the list of another year.
    func about(_ year: Year) -> Gateway {
        var other = self
        other.year = year
        return other
    }

    /// What a feed has for the gateway's year: the version that counted last of those that are not for a later year; nothing
    /// where that is what was delivered for an earlier year and still stands.
    func yearsDelivery(of region: RegionDescriptor, _ feed: FeedDescriptor) async throws -> YearsDelivery {
        var newest: Year?
        for kept in try await store.versions(region: region.region.slug, kind: feed.kind) {
            let examination = try await examine(kept.version, feed: feed, region: region)
            guard let other = try await otherYear(of: kept, examination, region, feed) else {
                return .version(kept, examination, isReplaced: newest.map { $0 > year } ?? false)
            }
            newest = newest ?? other
            // What was handed in to correct an earlier year's list hides nothing.
            if other < year, !kept.isHandedIn { break }
        }
        return newest.map(YearsDelivery.otherYear) ?? .nothing
    }

    /// The version that counted last of those for the gateway's year that are accepted under today's rules.
    func lastGood(of region: RegionDescriptor, _ feed: FeedDescriptor) async throws -> KeptExamination? {
        for kept in try await store.versions(region: region.region.slug, kind: feed.kind) {
            let examination = try await examine(kept.version, feed: feed, region: region)
            guard examination.verdict == .accepted else { continue }
            if try await otherYear(of: kept, examination, region, feed) == nil { return examination }
        }
        return nil
    }

    /// The other year that a version is a delivery for: a later one that it says it is for, or an earlier one where it came
    /// before the submissions for the gateway's year opened, or was handed in for that year and accepted, and nobody has
    /// decided about it since. Nil for a delivery for the gateway's year, and for one of which a person decides.
    private func otherYear(
        of kept: KeptVersion, _ examination: KeptExamination, _ region: RegionDescriptor, _ feed: FeedDescriptor
    ) async throws -> Year? {
        guard let other = examination.otherYear else { return nil }
        if other > year {
            // A year without rules is a slip of the pen, not a delivery that comes early.
            return examination.verdict == .accepted || premises.years[other] == nil ? nil : other
        }
        guard let opens = premises.years[year]?.model.timetable?.submissionsOpen else { return nil }
        let isDecidedSince = examination.decisions.last.map { $0.at.day >= opens } ?? false
        if isDecidedSince { return nil }
        if kept.firstSeen.day < opens { return other }
        guard kept.isHandedIn, premises.years[other] != nil else { return nil }
        let own = try await about(other).keptExamination(of: kept.version, feed: feed, region: region)
        return own?.verdict == .accepted ? other : nil
    }
}

extension KeptExamination {
    /// The year that the delivery says it is for, where that is another than the one that it was examined for.
    var otherYear: Year? {
        report.samples.first { $0.code == "wrong-year" }?.arguments["found"].flatMap { Year($0) }
    }
}
