import Federation

extension EditionManifest {
    /// The longest manifest, in bytes: room for a correction of a million lines.
    package static let longest = 1 << 25

    /// The manifest's canonical JSON: the bytes that are signed.
    package func bytes() throws(CanonicalJSONFault) -> [UInt8] { try CanonicalJSON.bytes(of: value) }

    private var value: CanonicalValue {
        var members: [CanonicalValue.Member] = [
            .init("kind", .string(Self.kind)),
            .init("year", .integer(year.number)),
            .init("number", .integer(number)),
            .init("edition", .string(edition.hex)),
            .init("renderings", .array(renderings.map(\.value))),
            .init("withoutPdf", .bool(withoutPDF)),
            .init("decision", decision.value),
            .init("validTo", .string(validTo.description)),
            .init("persons", persons.value),
            .init("publishedAt", .string(publishedAt.description)),
            .init("chain", chain.value),
            .init("keys", .array(keys.map { ["id": .string($0.id), "publicKey": .string($0.hex)] })),
        ]
        if let correction { members.append(.init("correction", correction.value)) }
        if !keysGivenUp.isEmpty { members.append(.init("keysGivenUp", .array(keysGivenUp.map(\.value)))) }
        return .object(members)
    }

    /// Reads a manifest. Throws unless the bytes are exactly those that writing it again gives.
    package init(bytes: [UInt8]) throws(ManifestFault) {
        let object = try CanonicalObject(
            try CanonicalReading.value(of: bytes, atMost: Self.longest), "kind")
        let kind: String = try object.text("kind")
        guard kind == Self.kind else { throw .notReadable(member: "kind") }
        var renderings: [RenderingRecord] = []
        for item in try object.items("renderings", atMost: 100) { renderings.append(try RenderingRecord(item)) }
        var keys: [VerifyingKey] = []
        for item in try object.items("keys", atMost: 2) {
            keys.append(try CanonicalObject(item, "keys").text("publicKey") { VerifyingKey(hex: $0) })
        }
        var keysGivenUp: [GivenUpKey] = []
        if object.optional("keysGivenUp") != nil {
            for item in try object.items("keysGivenUp", atMost: Self.mostGivenUp) {
                keysGivenUp.append(try GivenUpKey(item))
            }
        }
        let withoutPDF: Bool = try object.member("withoutPdf") { value in
            guard case .bool(let flag) = value else { return nil }
            return flag
        }
        var correction: CorrectionRecord?
        if let value = object.optional("correction") { correction = try CorrectionRecord(value) }
        try self.init(
            year: try object.year("year"), number: try object.integer("number"),
            edition: try object.text("edition") { Fingerprint(hex: $0) }, renderings: renderings,
            withoutPDF: withoutPDF, decision: try ListDecision(object.object("decision")),
            validTo: try object.text("validTo") { Day($0) }, persons: try Persons(object.object("persons")),
            correction: correction, publishedAt: try object.text("publishedAt") { Instant($0) },
            chain: try ChainLink(object.object("chain")), keys: keys, keysGivenUp: keysGivenUp)
        // Members that do not belong, a key id of another key, an instant written otherwise.
        guard let again = try? self.bytes(), again == bytes else { throw .notCanonical }
    }
}

extension CanonicalObject {
    fileprivate func year(_ name: String) throws(ManifestFault) -> Year {
        guard let year = Year(try integer(name)) else { throw .notReadable(member: name) }
        return year
    }
}

extension RenderingRecord {
    fileprivate var value: CanonicalValue {
        [
            "name": .string(name), "mediaType": .string(mediaType), "length": .integer(length),
            "sha256": .string(sha256.hex),
        ]
    }

    fileprivate init(_ value: CanonicalValue) throws(ManifestFault) {
        let object = try CanonicalObject(value, "renderings")
        self.init(
            name: try object.text("name"), mediaType: try object.text("mediaType"),
            length: try object.integer("length"), sha256: try object.text("sha256") { Fingerprint(hex: $0) })
    }
}

extension ListDecision {
    fileprivate var value: CanonicalValue {
        [
            "number": .string(number), "paragraph": .string(paragraph), "day": .string(day.description),
            "validFrom": .string(validFrom.description),
        ]
    }

    fileprivate init(_ object: CanonicalObject) throws(ManifestFault) {
        self.init(
            number: try object.text("number"), paragraph: try object.text("paragraph"),
            day: try object.text("day") { Day($0) }, validFrom: try object.text("validFrom") { Day($0) })
    }
}

extension EditionManifest.Persons {
    fileprivate var value: CanonicalValue {
        [
            "proposedBy": .string(proposedBy), "adoptedBy": .string(adoptedBy), "publishedBy": .string(publishedBy),
        ]
    }

    fileprivate init(_ object: CanonicalObject) throws(ManifestFault) {
        self.init(
            proposedBy: try object.text("proposedBy"), adoptedBy: try object.text("adoptedBy"),
            publishedBy: try object.text("publishedBy"))
    }
}

extension CorrectionRecord {
    fileprivate var value: CanonicalValue {
        [
            "number": .integer(number), "manifest": .string(manifest.hex), "reason": .string(reason),
            "changes": .array(changes.map { .string($0) }),
        ]
    }

    fileprivate init(_ value: CanonicalValue) throws(ManifestFault) {
        let object = try CanonicalObject(value, "correction")
        var changes: [String] = []
        for item in try object.items("changes", atMost: 1_000_000) {
            guard case .string(let change) = item else { throw .notReadable(member: "changes") }
            changes.append(change)
        }
        self.init(
            number: try object.integer("number"), manifest: try object.text("manifest") { Fingerprint(hex: $0) },
            reason: try object.text("reason"), changes: changes)
    }
}

extension ChainLink {
    fileprivate var value: CanonicalValue {
        guard let previous else { return ["position": .integer(position)] }
        return ["position": .integer(position), "previous": .string(previous.hex)]
    }

    fileprivate init(_ object: CanonicalObject) throws(ManifestFault) {
        var previous: Fingerprint?
        if object.optional("previous") != nil { previous = try object.text("previous") { Fingerprint(hex: $0) } }
        self.init(position: try object.integer("position"), previous: previous)
    }
}
