import Adoption
package import Federation
import Harvest
package import Pricing
import Publishing
import Reading
import Registry
package import Storage

/// A list as its canonical JSON has it, with the regions that it names.
package struct ListContent: Sendable {
    package let list: PriceList
    package let regions: [Region]
}

/// Which editions are asked for (två klockor): those in force on a day, and those known at a moment.
package struct EditionClocks: Hashable, Sendable {
    /// The day that prices are asked for; nil for any.
    package let validOn: Day?
    /// What was published then counts; nil for now.
    package let knownAt: Instant?

    package init(validOn: Day?, knownAt: Instant?) {
        self.validOn = validOn
        self.knownAt = knownAt
    }

    /// Every edition that is known now.
    package static let none = EditionClocks(validOn: nil, knownAt: nil)
}

extension Gateway {
    /// The editions that the clocks choose, in the order of the chain: on a day at most one of all years.
    package func editions(by clocks: EditionClocks) async throws -> [KeptEdition] {
        let moment = clocks.knownAt ?? now()
        let known = try await store.editions().filter { $0.edition.publishedAt <= moment }
        guard let day = clocks.validOn else { return known }
        return try await edition(inForce: day, knownAt: moment).map { [$0] } ?? []
    }

    /// Every published edition, in the order of the chain.
    package func editions() async throws -> [KeptEdition] { try await store.editions() }

    /// A published edition of a year; nil where there is none of that number.
    package func edition(_ year: Year, number: Int) async throws -> KeptEdition? {
        try await store.editions().first { $0.edition.year == year && $0.edition.number == number }
    }

    /// The edition that was in force on a day, as it was known at a moment.
    package func edition(inForce day: Day, knownAt moment: Instant) async throws -> KeptEdition? {
        let kept = try await store.editions()
        guard let found = EditionCalendar(kept.map(\.edition)).inForce(on: day, knownAt: moment) else { return nil }
        return kept.first { $0.edition == found }
    }

    /// What a published edition says, read from its own bytes.
    package func content(of kept: KeptEdition) async throws -> ListContent {
        try await frozenList(kept.edition.fingerprint)
    }

    /// The bytes of a file of an edition. Throws `DamagedFile` where the archive no longer has the bytes published.
    package func bytes(of file: EditionFile) async throws -> [UInt8] { try await document(file.sha256) }

    /// A list that was frozen or published, read from the archive by the SHA-256 of its canonical JSON.
    func frozenList(_ fingerprint: Fingerprint) async throws -> ListContent {
        let bytes = try await document(fingerprint)
        return try await OffPool.run {
            let read = try PriceListReader.read(MemorySource(bytes), named: "\(fingerprint.short).json")
            return ListContent(list: read.list, regions: read.regions)
        }
    }

    /// Bytes of ours in the archive, which must still be the ones that were kept.
    func document(_ fingerprint: Fingerprint) async throws -> [UInt8] {
        let archive = archive
        guard let bytes = try await OffPool.run({ try archive.document(fingerprint) }) else {
            throw DamagedFile(fingerprint)
        }
        return bytes
    }
}
