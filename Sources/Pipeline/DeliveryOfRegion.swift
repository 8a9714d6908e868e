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
    /// The price delivery of a region as it stands: the version that counts for the year, examined under today's rules.
    /// Where the last fetch failed, nobody knows whether a fetched version still holds, so it is used only as the last good
    /// one; a file that was handed in needs no server, nor does one that a later year's delivery has replaced there.
    func delivery(of region: RegionDescriptor, useLastGood: Bool) async throws -> FoundDelivery {
        let slug = region.region.slug
        let arrival = try await store.lastArrival(region: slug, kind: .priceList)
        guard let feed = region.feed(.priceList) else {
            let absence = arrival?.failedFetch ?? .neverDelivered
            return nothing(slug, absence.state, absence: absence)
        }
        let state: DeliveryState
        var absence: Absence?
        switch try await yearsDelivery(of: region, feed) {
        case .version(let current, let examination, let isReplaced):
            let needsServer = !current.isHandedIn && !isReplaced
            absence = needsServer ? arrival?.failedFetch(lastSeen: current.lastSeen) : nil
            state = absence?.state ?? examination.state
            if absence == nil, examination.verdict == .accepted {
                return try await found(slug, state, used: (examination, false))
            }
        case .otherYear(let other):
            let why = arrival?.failedFetch ?? .otherYear(other)
            (state, absence) = (why.state, why)
        case .nothing:
            let why = arrival?.failedFetch ?? .neverDelivered
            (state, absence) = (why.state, why)
        }
        let good = useLastGood ? try await lastGood(of: region, feed).map { ($0, true) } : nil
        return try await found(slug, state, absence: absence, used: good)
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
        case .gone, .neverDelivered, .otherYear: .notDelivered
        }
    }
}

extension KeptExamination {
    /// What the list says of the region by the version's verdict.
    fileprivate var state: DeliveryState {
        switch verdict {
        case .accepted: .accepted(version)
        case .held: .held(version)
        case .refused: .refused(version)
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
