import Adoption
import Federation
import Pipeline
import Publishing
import Sealing
import Storage

/// What the regions have delivered and what is owed for the year (läget).
struct StatusResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let holdings = holdings
        return [
            .get("/v1/status") { call in
                try call.query.allow([])
                let report = try await holdings.status()
                let value = StatusJSON(holdings.gateway).value(report)
                guard call.isLocal else { return try Answer(json: value) }
                let list: CanonicalValue = [
                    "stage": .string(report.state.stage.rawValue),
                    "newerDeliveries": .texts(report.newerDeliveries.map(\.text)),
                ]
                return try Answer(json: value.adding(("list", list)), caching: .askAgainPrivately)
            }
        ]
    }
}

/// A status as JSON.
struct StatusJSON {
    private let gateway: Gateway

    init(_ gateway: Gateway) { self.gateway = gateway }

    func value(_ report: StatusReport) -> CanonicalValue {
        [
            "year": .integer(report.year.number), "complete": .bool(report.complete),
            "feeds": .array(report.feeds.map(value)),
            "missing": .array(report.missing.map { $0.value }),
            "completeness": .array(report.completeness.map { $0.value }),
            "absences": .array(report.absences.sorted { $0.key < $1.key }.map { value($1, of: $0) }),
        ]
    }

    /// How one feed stands.
    func value(_ feed: FeedStatus) -> CanonicalValue {
        .members(
            ("region", .string(feed.region.text)), ("kind", .string(feed.kind.rawValue)),
            ("lastArrival", feed.lastArrival.map(value)),
            ("version", .text(feed.current?.version.fingerprint.hex)),
            ("firstSeen", .instant(feed.current?.firstSeen)),
            ("lastSeen", .instant(feed.current?.lastSeen)),
            ("ageDays", feed.ageDays.map { .integer($0) }),
            ("verdict", .text(feed.examination?.verdict.rawValue)),
            ("records", feed.examination.map { .integer($0.recordCount) }),
            ("findings", feed.examination.map { _ in .counts(feed.findings) }))
    }

    private func value(_ arrival: Arrival) -> CanonicalValue {
        .members(
            ("at", .string(arrival.at.description)), ("source", .string(arrival.source.rawValue)),
            ("outcome", .string(arrival.outcome.rawValue)), ("failure", .text(arrival.failure)),
            ("detail", .text(arrival.detail)))
    }

    private func value(_ absence: Absence, of region: RegionSlug) -> CanonicalValue {
        switch absence {
        case .neverDelivered:
            ["region": .string(region.text), "reason": "never-delivered"]
        case .otherYear(let year):
            ["region": .string(region.text), "reason": "other-year", "year": .integer(year.number)]
        case .gone(let lastSeen):
            .members(("region", .string(region.text)), ("reason", "gone"), ("lastSeen", .instant(lastSeen)))
        case .fetchFailed(let code, let detail, let lastSeen):
            .members(
                ("region", .string(region.text)), ("reason", "fetch-failed"), ("failure", .string(code)),
                ("detail", .string(detail)), ("lastSeen", .instant(lastSeen)))
        }
    }
}
