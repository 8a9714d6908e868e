package import Federation

/// A key that a manifest says was given up without its signature (uppgiven nyckel), and by which decision: from that
/// manifest on, nothing that it signs is the committee's.
package struct GivenUpKey: Hashable, Sendable {
    package let key: VerifyingKey
    package let decision: KeyDecision

    package init(_ key: VerifyingKey, by decision: KeyDecision) {
        self.key = key
        self.decision = decision
    }
}

extension GivenUpKey {
    /// As the manifest has it.
    var value: CanonicalValue {
        [
            "id": .string(key.id), "publicKey": .string(key.hex), "reason": .string(decision.reason),
            "decision": [
                "number": .string(decision.number), "paragraph": .string(decision.paragraph),
                "day": .string(decision.day.description),
            ],
        ]
    }

    /// Reads what the manifest has.
    init(_ value: CanonicalValue) throws(ManifestFault) {
        let object = try CanonicalObject(value, "keysGivenUp")
        let decision = try object.object("decision")
        self.init(
            try object.text("publicKey") { VerifyingKey(hex: $0) },
            by: KeyDecision(
                number: try decision.text("number"), paragraph: try decision.text("paragraph"),
                day: try decision.text("day") { Day($0) }, reason: try object.text("reason")))
    }
}
