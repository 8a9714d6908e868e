import Federation
import Foundation
import Pipeline
import Sealing
import Storage
import Testing

/// The way on where a private key is lost: the committee gives it up, and the next one signs alone.
struct KeyLossTests {
    private func loss(_ day: String = "2022-11-14", reason: String = "Disken gick sönder") throws -> KeyDecision {
        KeyDecision(number: "SN 2022-0040", paragraph: "5", day: try #require(Day(day)), reason: reason)
    }

    @Test func `a lost key is given up, and editions go on by the new one alone, which proves them all`() async throws {
        try await withRegions(["varmland"], rows: 4) { bench in
            let gateway = try bench.gateway()
            try await bench.openLastYear(rows: 4)
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                let lost = try await makeKey(nil)
                try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
                let first = try await bench.publish(gateway, with: [lost])

                // The next key was to be handed over to, and its own signature is not enough.
                let waiting = try await makeKey(nil)
                try await bench.correct(gateway)
                try await bench.redeliver(gateway)
                try await bench.adopt(gateway, number: "SN 2022-0033", validFrom: "2023-04-01")
                let refusal = KeyFault.previousKeyNeeded(id: lost.verifyingKey.id)
                await #expect(throws: refusal) { try await bench.publish(gateway, with: [waiting]) }
                for language in Language.allCases {
                    #expect(refusal.text(language).contains("--previous-key. "))
                    #expect(refusal.text(language).contains("samverkan keys new --without-previous"))
                }

                let decision = try loss()
                let new = try await makeKey(decision)
                #expect(try await gateway.keys().records.map(\.givenUp) == [decision, decision, nil])
                let second = try await bench.publish(gateway, with: [new])
                let manifest = try await gateway.signedManifest(of: second).manifest
                #expect(manifest.keys == [new.verifyingKey])
                #expect(manifest.keysGivenUp == [lost, waiting].map { GivenUpKey($0.verifyingKey, by: decision) })
                try await expectProofs(gateway, [first, second], old: lost, new: new)
            }
        }
    }

    private func expectProofs(
        _ gateway: Gateway, _ editions: [KeptEdition], old: SigningKey, new: SigningKey
    ) async throws {
        var files: [PackageFile] = []
        for file in editions.flatMap(\.files) {
            files.append(PackageFile(name: file.name, bytes: try await gateway.bytes(of: file)))
        }
        #expect(PackageVerification.verify(files: files, key: new.verifyingKey).verdict == .provedAndWhole)
        let before = PackageVerification.verify(files: files, key: old.verifyingKey)
        #expect(before.verdict == .wholeButSignerNotProved)
        let told = before.outcomes.map { $0.text(.swedish) }.joined(separator: "\n")
        #expect(told.contains("beslut SN 2022-0040 § 5, 2022-11-14"))
        #expect(told.contains("Hämta den nya öppna nyckeln från samverkansnämnden"))
    }

    @Test func `what cannot be decided leaves no key and no file`() async throws {
        try await withRegions(["varmland"], rows: 4) { bench in
            let gateway = try bench.gateway()
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                await #expect(throws: KeyFault.nothingToGiveUp) { try await makeKey(try loss()) }
                _ = try await makeKey(nil)
                await #expect(throws: KeyFault.decisionText) { try await makeKey(try loss(reason: "rad\nrad")) }
                let tomorrow = try #require(Day("2022-11-16"))
                await #expect(throws: KeyFault.decisionDay(tomorrow, today: bench.clock.now.day)) {
                    try await makeKey(try loss("2022-11-16"))
                }
                #expect(try await gateway.keys().records.map(\.givenUp) == [nil])
                #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "-keys").count == 1)
            }
        }
    }
}
