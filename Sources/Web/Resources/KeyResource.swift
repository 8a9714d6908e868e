import Federation
import Sealing

/// The public keys of the committee, by which anybody can prove who signed an edition (öppna nycklar).
struct KeyResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let holdings = holdings
        return [
            .get("/v1/keys") { call in
                try call.query.allow([])
                let keys = try await holdings.gateway.keys().records
                return try Answer(json: ["items": .array(keys.map(KeyResource.value))])
            }
        ]
    }

    private static func value(_ key: KeyRecord) -> CanonicalValue {
        .members(
            ("id", .string(key.id)), ("algorithm", "Ed25519"), ("publicKey", .string(key.publicKey)),
            ("from", .instant(key.from)), ("retired", .instant(key.retired)),
            ("state", key.givenUp != nil ? "givenUp" : key.retired == nil ? "inUse" : "retired"),
            ("givenUp", key.givenUp.map(value)))
    }

    private static func value(_ decision: KeyDecision) -> CanonicalValue {
        [
            "number": .string(decision.number), "paragraph": .string(decision.paragraph),
            "date": .string(decision.day.description), "reason": .string(decision.reason),
        ]
    }
}
