import Adoption
import Federation
import Publishing
import Registry
import Sealing
import Storage

/// The versions of a feed: everything a region ever delivered (leveranser), with what was found in each.
struct VersionResource {
    static let path = "/v1/regions/{region}/feeds/{kind}/versions"

    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get(VersionResource.path) { try await own.list($0) },
            .post(VersionResource.path) { _ in throw VersionResource.noAccounts },
            .get(VersionResource.path + "/{fingerprint}") { try await own.one($0) },
            .get(VersionResource.path + "/{fingerprint}/report") { try await own.report($0) },
        ]
    }

    private func list(_ call: Call) async throws -> Answer {
        try call.query.allow(Paging.names)
        let paging = try Paging(call.query)
        let (region, feed) = try holdings.feed(call)
        let store = holdings.gateway.store
        let kept = try await store.versions(region: region.region.slug, kind: feed.kind)
        let current = try await store.currentVersion(region: region.region.slug, kind: feed.kind)
        var items: [CanonicalValue] = []
        for version in kept[paging.range(of: kept.count)] {
            let examination = try await holdings.gateway.keptExamination(
                of: version.version, feed: feed, region: region)
            items.append(value(version, isCurrent: version.version == current?.version, examination))
        }
        return try paging.answer(items, total: kept.count, to: call, caching: .askAgain)
    }

    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let (kept, examination) = try await holdings.version(call)
        let current = try await holdings.gateway.store.currentVersion(
            region: kept.version.region, kind: kept.version.kind)
        return try Answer(json: value(kept, isCurrent: kept.version == current?.version, examination))
    }

    private func report(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let (kept, examination) = try await holdings.version(call)
        let report = call.isLocal ? examination.report : examination.report.withoutDeliveredText
        let value = ReportJSON(catalogue: holdings.gateway.premises.catalogue)
            .value(report, verdict: examination.verdict, region: kept.version.region)
        return try call.isLocal
            ? Answer(json: value, caching: .askAgainPrivately)
            : Answer(json: value.adding(("withheld", WithheldText.value)))
    }

    private func value(_ kept: KeptVersion, isCurrent: Bool, _ examination: KeptExamination?) -> CanonicalValue {
        .members(
            ("region", .string(kept.version.region.text)), ("kind", .string(kept.version.kind.rawValue)),
            ("fingerprint", .string(kept.version.fingerprint.hex)), ("isCurrent", .bool(isCurrent)),
            ("firstSeen", .instant(kept.firstSeen)), ("lastSeen", .instant(kept.lastSeen)),
            ("verdict", .text(examination?.verdict.rawValue)),
            ("records", examination.map { .integer($0.recordCount) }),
            ("findings", examination.map { .counts(holdings.gateway.severities(of: $0.report)) }),
            ("decisions", examination.map { .array($0.decisions.map(value)) }),
            ("parts", .array(kept.version.parts.enumerated().map { value($1, number: $0) })))
    }

    private func value(_ part: VersionPart, number: Int) -> CanonicalValue {
        .members(
            ("part", .integer(number)), ("role", .string(part.role)), ("wireFingerprint", .string(part.wire.hex)),
            ("contentFingerprint", .text(part.content?.hex)), ("wireBytes", .integer(part.wireLength)),
            ("contentBytes", .integer(part.contentLength)), ("coding", .string(part.coding.rawValue)),
            ("mediaType", .text(part.mediaType)))
    }

    private func value(_ decision: VersionDecision) -> CanonicalValue {
        .members(
            ("kind", .string(decision.kind.rawValue)), ("by", .string(decision.by)),
            ("reason", .string(decision.reason)), ("at", .string(decision.at.description)),
            ("statesNoPersonalNumbers", decision.statesNoPersonalNumbers ? .bool(true) : nil))
    }

    /// Deliveries over HTTP wait for accounts.
    private static var noAccounts: Problem {
        var problem = Problem(
            .unauthorized,
            "Att lämna in filer över HTTP kräver ett konto, och konton finns inte ännu. Använd samverkan submit.",
            "Handing in files over HTTP needs an account, and there are none yet. Use samverkan submit.")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"samverkan\""
        return problem
    }
}

extension Holdings {
    /// The version that a path names, with its examination under today's rules. Throws a problem where there is none.
    func version(_ call: Call) async throws -> (kept: KeptVersion, examination: KeptExamination) {
        let (region, feed) = try feed(call)
        let named = try await gateway.store.versions(startingWith: call["fingerprint"])
        let kept = named.first {
            $0.version.region == region.region.slug && $0.version.kind == feed.kind
                && $0.version.fingerprint.hex == call["fingerprint"]
        }
        guard let kept else {
            throw Problem.missing(
                "Flödet har ingen sådan version. Ange hela fingeravtrycket, 64 tecken.",
                "The feed has no such version. Give the whole fingerprint, 64 digits.")
        }
        return (kept, try await gateway.examine(kept.version, feed: feed, region: region))
    }
}
