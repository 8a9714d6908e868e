import Adoption
import Federation
import Foundation
import GRDB
import Testing

@testable import Storage

/// The log of acts and what was published: only ever added to.
struct ListActTests {
    private let year: Year
    private let list = Fingerprint(of: "list".utf8)
    private let decision: ListDecision

    init() throws {
        year = try #require(Year(2023))
        decision = ListDecision(
            number: "SN 2022-0031", paragraph: "47", day: try #require(Day("2022-12-02")),
            validFrom: try #require(Day("2023-01-01")))
    }

    private func act(_ minute: Int64, _ deed: ListAct.Deed, by person: String = "anna") -> ListAct {
        ListAct(
            year: year, by: person, at: Instant(milliseconds: Sample.now.milliseconds + minute * 60_000), deed: deed)
    }

    /// One act of each kind, in an order that can be.
    private func everyKind() throws -> [ListAct] {
        let proposal = Proposal(input: Fingerprint(of: "in".utf8), list: list)
        return [
            act(0, .proposed(proposal)), act(1, .returned(reason: "Värmland saknas"), by: "bo"),
            act(2, .proposed(proposal)),
            act(3, .adopted(Adopted(decision: decision, despiteNewer: [try Sample.region()])), by: "bo"),
            act(
                4,
                .published(
                    Published(edition: list, manifest: Fingerprint(of: "m".utf8), withoutPDF: true))),
            act(5, .corrected(Correction(edition: 1, reason: "Fel pris"))),
            act(6, .proposed(Proposal(input: list, list: list, changes: ["cs-2", "applicability", "cs-1"]))),
        ]
    }

    private func edition(_ position: Int, number: Int, _ name: String, after previous: String?) -> KeptEdition {
        let manifest = Fingerprint(of: name.utf8)
        return KeptEdition(
            position: position,
            edition: PriceListEdition(
                year: year, number: number, fingerprint: list, manifest: manifest, decision: decision,
                validTo: decision.validFrom, publishedAt: Sample.now, corrects: number == 1 ? nil : number - 1),
            manifest: manifest, previousManifest: previous.map { Fingerprint(of: $0.utf8) },
            files: [
                EditionFile(name: "b.xml", mediaType: "application/xml", sha256: list, length: 4),
                EditionFile(name: "a.json", mediaType: "application/json", sha256: manifest, length: 0),
            ])
    }

    @Test func `acts of every kind come back as they were made, in their order`() async throws {
        let kept = try TemporaryStore()
        let store = kept.store
        let acts = try everyKind()
        for (count, act) in acts.enumerated() { try await store.append(act, after: count) }
        #expect(try await store.listActs(year) == acts)
        #expect(try await store.listActs(try #require(Year(2024))).isEmpty)
        #expect(try await store.yearsWithActs() == [year])
    }

    @Test func `an act that was made on an older state is refused`() async throws {
        let kept = try TemporaryStore()
        let acts = try everyKind()
        try await kept.store.append(acts[0], after: 0)
        await #expect(throws: StoreError.overtaken(year)) { try await kept.store.append(acts[1], after: 0) }
        await #expect(throws: StoreError.overtaken(year)) { try await kept.store.append(acts[1], after: 2) }
        #expect(try await kept.store.listActs(year).count == 1)
    }

    @Test func `an edition is published with its act and its files, or not at all`() async throws {
        let kept = try TemporaryStore()
        let publishing = act(0, .published(Published(edition: list, manifest: list, withoutPDF: false)))
        let first = edition(1, number: 1, "m1", after: nil)
        try await kept.store.publish(first, by: publishing, after: 0)
        #expect(try await kept.store.editions() == [first])
        #expect(first.files.map(\.name) == ["a.json", "b.xml"])
        // Not the next in the chain, and not on the state that is.
        for (wrong, count) in [
            (edition(3, number: 2, "m2", after: "m1"), 1), (edition(2, number: 2, "m2", after: "m0"), 1),
            (edition(2, number: 2, "m2", after: "m1"), 0),
        ] {
            await #expect(throws: StoreError.overtaken(year)) {
                try await kept.store.publish(wrong, by: publishing, after: count)
            }
        }
        // The same number again is refused by the table, and the act goes with it.
        await #expect(throws: DatabaseError.self) {
            try await kept.store.publish(edition(2, number: 1, "m2", after: "m1"), by: publishing, after: 1)
        }
        #expect(try await kept.store.listActs(year).count == 1)
        try await kept.store.publish(edition(2, number: 2, "m2", after: "m1"), by: publishing, after: 1)
        #expect(try await kept.store.editions().map(\.position) == [1, 2])
    }

    @Test func `keys are listed in the order that they came into use`() async throws {
        let kept = try TemporaryStore()
        let keys = ["a", "b"].map {
            KeptKey(publicKey: Fingerprint(of: $0.utf8).hex, from: Sample.now, by: "anna")
        }
        for (count, key) in keys.enumerated() { try await kept.store.add(key, after: count) }
        #expect(try await kept.store.signingKeys() == keys)
        await #expect(throws: DatabaseError.self) { try await kept.store.add(keys[0], after: 2) }
        let late = KeptKey(publicKey: list.hex, from: Sample.now, by: "bo")
        await #expect(throws: StoreError.keysOvertaken) { try await kept.store.add(late, after: 1) }
    }

    @Test func `keys are given up with the key that comes after them, once and only those listed`() async throws {
        let kept = try TemporaryStore()
        let keys = ["a", "b", "c"].map {
            KeptKey(publicKey: Fingerprint(of: $0.utf8).hex, from: Sample.now, by: "anna")
        }
        let loss = KeyDecision(number: "SN 2024-0003", paragraph: "5", day: decision.day, reason: "Disken är trasig")
        for (count, key) in keys.prefix(2).enumerated() { try await kept.store.add(key, after: count) }
        await #expect(throws: StoreError.self) {
            try await kept.store.add(keys[2], after: 2, givingUp: [list.hex], by: loss)
        }
        #expect(try await kept.store.signingKeys() == Array(keys.prefix(2)))
        try await kept.store.add(keys[2], after: 2, givingUp: [keys[1].publicKey], by: loss)
        #expect(try await kept.store.signingKeys().map(\.givenUp) == [nil, loss, nil])
        await #expect(throws: DatabaseError.self) {
            try await kept.store.add(
                KeptKey(publicKey: list.hex, from: Sample.now, by: "bo"), after: 3, givingUp: [keys[1].publicKey],
                by: loss)
        }
        #expect(try await kept.store.signingKeys().count == 3)
    }

    @Test(arguments: [
        "list_act", "list_act_change", "list_act_newer", "edition", "edition_file", "signing_key", "key_given_up",
    ])
    func `the database itself refuses to change or to forget what was done`(table: String) async throws {
        let kept = try TemporaryStore()
        for (count, act) in try everyKind().enumerated() { try await kept.store.append(act, after: count) }
        try await kept.store.publish(
            edition(1, number: 1, "m1", after: nil),
            by: act(7, .published(Published(edition: list, manifest: list, withoutPDF: false))), after: 7)
        try await kept.store.add(KeptKey(publicKey: list.hex, from: Sample.now, by: "anna"), after: 0)
        try await kept.store.add(
            KeptKey(publicKey: Fingerprint(of: "b".utf8).hex, from: Sample.now, by: "anna"), after: 1,
            givingUp: [list.hex],
            by: KeyDecision(number: "SN 2024-0003", paragraph: "5", day: decision.day, reason: "Disken är trasig"))
        // On the product's own connection, by whoever holds it.
        let database = kept.store.database
        let rows = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
        let column = try #require(rows.first?.columnNames.first { $0 != "id" })
        for statement in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
            await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute(sql: statement) } }
        }
        let after = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
        #expect(after == rows)
    }
}
