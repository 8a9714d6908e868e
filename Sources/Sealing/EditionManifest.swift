package import Federation

/// What is signed when an edition is published (manifest): every file by its fingerprint, the decision, and the manifest
/// published before it.
package struct EditionManifest: Hashable, Sendable {
    /// The name of this form, which a change of the form changes too.
    package static let kind = "samverkan-edition-manifest-1"
    /// The most keys that one manifest gives up.
    static let mostGivenUp = 100

    package let year: Year
    /// The edition's number in its year, from 1.
    package let number: Int
    /// SHA-256 of the edition's canonical JSON, which is one of the renderings.
    package let edition: Fingerprint
    /// Every file of the edition, in order of name.
    package let renderings: [RenderingRecord]
    /// Whether the PDF was left out.
    package let withoutPDF: Bool
    package let decision: ListDecision
    /// The last day that the edition holds.
    package let validTo: Day
    /// The ids of those who proposed, adopted and published.
    package let persons: Persons
    /// What it corrects; nil for a first edition.
    package let correction: CorrectionRecord?
    package let publishedAt: Instant
    package let chain: ChainLink
    /// The keys that sign it, one or two: the one in use last, the one that it takes over from first.
    package let keys: [VerifyingKey]
    /// The keys before that were given up without their signatures, since the manifest before it; most often none.
    package let keysGivenUp: [GivenUpKey]

    /// A manifest; renderings may come in any order. Throws `ManifestFault` where its parts contradict each other.
    package init(
        year: Year, number: Int, edition: Fingerprint, renderings: [RenderingRecord], withoutPDF: Bool,
        decision: ListDecision, validTo: Day, persons: Persons, correction: CorrectionRecord?,
        publishedAt: Instant, chain: ChainLink, keys: [VerifyingKey], keysGivenUp: [GivenUpKey] = []
    ) throws(ManifestFault) {
        self.year = year
        self.number = number
        self.edition = edition
        self.renderings = renderings.sorted { $0.name.precedes($1.name) }
        self.withoutPDF = withoutPDF
        self.decision = decision
        self.validTo = validTo
        self.persons = persons
        self.correction = correction
        // What is written has whole seconds, so what is held has too.
        self.publishedAt = Instant(milliseconds: publishedAt.milliseconds / 1000 * 1000)
        self.chain = chain
        self.keys = keys
        self.keysGivenUp = keysGivenUp
        try check()
    }

    /// Who did what, by the ids of the settings' list of persons.
    package struct Persons: Hashable, Sendable {
        package let proposedBy: String
        package let adoptedBy: String
        package let publishedBy: String

        package init(proposedBy: String, adoptedBy: String, publishedBy: String) {
            self.proposedBy = proposedBy
            self.adoptedBy = adoptedBy
            self.publishedBy = publishedBy
        }
    }

    private func check() throws(ManifestFault) {
        guard (1...9999).contains(number) else { throw .contradiction("number") }
        guard renderings.contains(where: { $0.sha256 == edition }) else { throw .contradiction("edition") }
        guard renderings.count <= 100, Set(renderings.map(\.name)).count == renderings.count,
            renderings.allSatisfy(\.isPlain)
        else { throw .contradiction("renderings") }
        guard decision.validFrom <= validTo else { throw .contradiction("validTo") }
        if let correction {
            guard correction.number < number, correction.number >= 1 else { throw .contradiction("correction") }
        }
        guard (correction == nil) == (number == 1) else { throw .contradiction("correction") }
        guard (chain.previous == nil) == (chain.position == 1), chain.position >= 1 else {
            throw .contradiction("chain")
        }
        guard (1...2).contains(keys.count), Set(keys).count == keys.count else { throw .contradiction("keys") }
        let givenUp = Set(keysGivenUp.map(\.key))
        guard givenUp.count == keysGivenUp.count, givenUp.count <= Self.mostGivenUp, givenUp.isDisjoint(with: keys),
            keysGivenUp.allSatisfy(\.decision.isPlain)
        else {
            throw .contradiction("keysGivenUp")
        }
    }
}

/// One file of an edition (framställning), by its fingerprint.
package struct RenderingRecord: Hashable, Sendable {
    /// The file's name, without folder.
    package let name: String
    package let mediaType: String
    /// In bytes.
    package let length: Int
    package let sha256: Fingerprint

    package init(name: String, mediaType: String, length: Int, sha256: Fingerprint) {
        self.name = name
        self.mediaType = mediaType
        self.length = length
        self.sha256 = sha256
    }

    /// The record of a rendering under a name.
    package init(_ rendering: Rendering, name: String) {
        self.init(
            name: name, mediaType: rendering.mediaType, length: rendering.bytes.count,
            sha256: Fingerprint(of: rendering.bytes))
    }

    /// Whether the name is a plain file name.
    fileprivate var isPlain: Bool {
        !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix(".") && length >= 0
            && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
    }
}

/// What a correction corrects (rättelse), and why.
package struct CorrectionRecord: Hashable, Sendable {
    /// The number of the edition that held the error.
    package let number: Int
    /// SHA-256 of that edition's manifest.
    package let manifest: Fingerprint
    package let reason: String
    /// The ids of the lines that changed, in canonical order.
    package let changes: [String]

    /// A correction; changes may come in any order.
    package init(number: Int, manifest: Fingerprint, reason: String, changes: [String]) {
        self.number = number
        self.manifest = manifest
        self.reason = reason
        self.changes = Set(changes).sorted { $0.precedes($1) }
    }
}

/// The place of a manifest in the one chain over all years (kedja).
package struct ChainLink: Hashable, Sendable {
    /// From 1, without gaps.
    package let position: Int
    /// SHA-256 of the manifest before it; nil for the first.
    package let previous: Fingerprint?

    package init(position: Int, previous: Fingerprint?) {
        self.position = position
        self.previous = previous
    }

    /// The beginning of the chain.
    package static let first = ChainLink(position: 1, previous: nil)

    /// The place after a manifest, whose bytes have this fingerprint.
    package init(after manifest: EditionManifest, fingerprint: Fingerprint) {
        self.init(position: manifest.chain.position + 1, previous: fingerprint)
    }
}
