import Federation
import Harvest
import Pricing
import Registry
import Storage

/// What one region gives to a list, and why it gives nothing.
struct FoundDelivery {
    let delivery: RegionDelivery
    let input: BuiltInput
    let absence: Absence?
}

extension Gateway {
    /// The price delivery of a region as it stands: the version that counts, examined under today's rules. Where the
    /// last fetch failed, nobody knows whether a fetched version still holds, so it is used only as the last good one;
    /// a file that was handed in needs no server.
    func delivery(of region: RegionDescriptor, useLastGood: Bool) async throws -> FoundDelivery {
        let slug = region.region.slug
        guard let feed = region.feed(.priceList),
            let current = try await store.currentVersion(region: slug, kind: .priceList)
        else {
            let absence = try await store.lastArrival(region: slug, kind: .priceList)?.failedFetch ?? .neverDelivered
            return nothing(slug, absence.state, absence: absence)
        }
        let arrival = try await store.lastArrival(region: slug, kind: .priceList)
        if !current.isHandedIn, let failed = arrival?.failedFetch(lastSeen: current.lastSeen) {
            let good = useLastGood ? try await lastGood(of: region, feed: feed) : nil
            return try await found(slug, failed.state, absence: failed, used: good)
        }
        let examination = try await examine(current.version, feed: feed, region: region)
        let version = current.version.fingerprint
        switch examination.verdict {
        case .accepted:
            return try await found(slug, .accepted(version), used: (examination, false))
        case .held, .refused:
            let state = examination.verdict == .held ? DeliveryState.held(version) : .refused(version)
            let good = useLastGood ? try await lastGood(of: region, feed: feed) : nil
            return try await found(slug, state, used: good)
        }
    }

    /// The version that counted last of those that are accepted under today's rules.
    private func lastGood(
        of region: RegionDescriptor, feed: FeedDescriptor
    ) async throws -> (KeptExamination, Bool)? {
        for kept in try await store.versions(region: region.region.slug, kind: .priceList) {
            let examination = try await examine(kept.version, feed: feed, region: region)
            if examination.verdict == .accepted { return (examination, true) }
        }
        return nil
    }

    private func found(
        _ region: RegionSlug, _ state: DeliveryState, absence: Absence? = nil, used: (KeptExamination, Bool)? = nil
    ) async throws -> FoundDelivery {
        guard let (examination, isLastGood) = used else { return nothing(region, state, absence: absence) }
        let submission = try await store.priceSubmission(examination: examination.id, region: region)
        return FoundDelivery(
            delivery: RegionDelivery(
                region: region, state: state,
                used: VersionedSubmission(
                    submission: submission, version: examination.version, isLastGood: isLastGood)),
            input: BuiltInput(
                region: region, state: state, examination: examination.id, isLastGood: isLastGood),
            absence: absence)
    }

    private func nothing(_ region: RegionSlug, _ state: DeliveryState, absence: Absence?) -> FoundDelivery {
        FoundDelivery(
            delivery: RegionDelivery(region: region, state: state, used: nil),
            input: BuiltInput(region: region, state: state, examination: nil, isLastGood: false), absence: absence)
    }
}

extension Absence {
    /// What the list says of the region: a feed that is gone for good delivers nothing any more.
    fileprivate var state: DeliveryState {
        switch self {
        case .fetchFailed: .fetchFailed
        case .gone, .neverDelivered: .notDelivered
        }
    }
}

extension Arrival {
    fileprivate var failedFetch: Absence? { failedFetch(lastSeen: nil) }

    fileprivate func failedFetch(lastSeen: Instant?) -> Absence? {
        guard outcome == .failed else { return nil }
        if failure == FeedFailure.Reason.gone.rawValue { return .gone(lastSeen: lastSeen) }
        return .fetchFailed(code: failure ?? "", detail: detail ?? "", lastSeen: lastSeen)
    }
}
