import Federation
import Foundation
import Sealing
import Testing

struct `Verifying published files` {
    private func verify(_ sample: PublishedSample, key: Int? = nil) -> PackageVerification {
        PackageVerification.verify(files: sample.packageFiles, key: key.map { sample.keys[$0].verifyingKey })
    }

    /// The files of one edition alone.
    private func alone(_ sample: PublishedSample, _ stem: String) -> [PackageFile] {
        sample.files.filter { $0.key.hasPrefix(stem) }.map { PackageFile(name: $0.key, bytes: $0.value) }
    }

    @Test
    func `three editions are whole and proved by the first key and by the one that it handed over to`() throws {
        let sample = try PublishedSample.threeEditions()
        for key in 0...1 {
            let result = verify(sample, key: key)
            #expect(result.verdict == .provedAndWhole)
            #expect(result.outcomes.filter { if case .proved = $0 { true } else { false } }.count == 3)
        }
    }

    @Test
    func `without a key the files are whole and nobody vouches for the signer`() throws {
        #expect(verify(try .threeEditions()).verdict == .wholeButSignerNotProved)
    }

    @Test
    func `files signed anew by somebody else are not proved by the committee's key`() throws {
        let sample = try PublishedSample.threeEditions()
        let stranger = SigningKey().verifyingKey
        let result = PackageVerification.verify(files: sample.packageFiles, key: stranger)
        #expect(result.verdict == .wholeButSignerNotProved)
        let last = "prislista-2024-utgava-1.manifest.json"
        #expect(result.outcomes.contains(.notProved(manifest: last, key: stranger.id)))
    }

    @Test
    func `one edition is verified by itself, and its place in the chain is told`() throws {
        let sample = try PublishedSample.threeEditions()
        let key = sample.keys[1].verifyingKey
        let result = PackageVerification.verify(files: alone(sample, "prislista-2024"), key: key)
        #expect(result.verdict == .provedAndWhole)
        #expect(
            result.outcomes.contains(
                .chainBeginsEarlier(manifest: "prislista-2024-utgava-1.manifest.json", position: 3)))
    }

    @Test
    func `the new key alone does not prove an edition from before it`() throws {
        let sample = try PublishedSample.threeEditions()
        let key = sample.keys[1].verifyingKey
        let result = PackageVerification.verify(files: alone(sample, "prislista-2023-utgava-1"), key: key)
        #expect(result.verdict == .wholeButSignerNotProved)
    }

    @Test
    func `every single file is missed when it is not there`() throws {
        let sample = try PublishedSample.threeEditions()
        for name in sample.files.keys {
            let files = sample.packageFiles.filter { $0.name != name }
            // Without its manifest or the signatures nothing vouches for an edition's other files.
            let isUnknown = name.hasSuffix("manifest.json") || name.hasSuffix("signatures.json")
            let expected: VerificationVerdict = isUnknown ? .broken : .incompleteAndSignerNotProved
            #expect(PackageVerification.verify(files: files).verdict == expected, "\(name)")
        }
    }

    @Test
    func `a rendering that is missing, changed, longer or of no manifest is named`() throws {
        let sample = try PublishedSample.threeEditions()
        let csv = "prislista-2023-utgava-1.csv"
        let manifest = "prislista-2023-utgava-1.manifest.json"
        var files = sample.files
        files[csv] = nil
        #expect(outcomes(files) == [.missing(file: csv, namedBy: manifest)])
        var bytes = try Known.value(sample.files[csv])
        bytes.append(10)
        files[csv] = bytes
        #expect(outcomes(files) == [.changed(file: csv, length: bytes.count, expectedLength: bytes.count - 1)])
        files = sample.files
        files["bilaga.txt"] = [65]
        #expect(outcomes(files) == [.notNamed(file: "bilaga.txt")])
    }

    @Test
    func `what is there is genuine where a rendering or a manifest of the chain is missing`() throws {
        let sample = try PublishedSample.threeEditions()
        let key = sample.keys[0].verifyingKey
        for absent in ["prislista-2023-utgava-1.csv", "prislista-2023-utgava-2"] {
            let files = sample.packageFiles.filter { !$0.name.hasPrefix(absent) }
            let result = PackageVerification.verify(files: files, key: key)
            #expect(result.verdict == .provedButIncomplete)
            #expect(result.outcomes.first?.isMissing == true && !result.outcomes.contains(where: \.isBroken))
            #expect(result.verdict.text(.swedish).hasPrefix("Ofullständig: det som finns är äkta, men"))
        }
    }

    @Test
    func `a key proves nothing before a gap in the chain but what it signed`() throws {
        var sample = PublishedSample()
        try sample.publish(sample.manifest(year: 2022, number: 1, signers: [1], at: "2021-12-05T10:00:00Z"))
        try sample.publish(sample.manifest(year: 2023, number: 1, signers: [1, 0], at: "2022-12-05T10:00:00Z"))
        try sample.publish(sample.manifest(year: 2024, number: 1, at: "2023-12-05T10:00:00Z"))
        #expect(verify(sample, key: 0).verdict == .provedAndWhole)
        let files = sample.packageFiles.filter { !$0.name.hasPrefix("prislista-2023") }
        let key = sample.keys[0].verifyingKey
        let result = PackageVerification.verify(files: files, key: key)
        #expect(result.verdict == .incompleteAndSignerNotProved)
        #expect(
            result.outcomes.contains(.notProved(manifest: "prislista-2022-utgava-1.manifest.json", key: key.id)))
    }

    @Test
    func `the same files given twice are counted once`() throws {
        let sample = try PublishedSample.threeEditions()
        let key = sample.keys[0].verifyingKey
        let once = PackageVerification.verify(files: sample.packageFiles, key: key)
        let twice = PackageVerification.verify(files: sample.packageFiles + sample.packageFiles, key: key)
        #expect(twice.verdict == .provedAndWhole && twice.outcomes == once.outcomes)
    }

    @Test
    func `no files, no manifest and two files of one name are told`() throws {
        #expect(outcomes([:]) == [.noManifest])
        #expect(outcomes(["a.csv": [1]]) == [.noManifest, .notNamed(file: "a.csv")])
        let sample = try PublishedSample.threeEditions()
        let csv = "prislista-2023-utgava-1.csv"
        let twice = [PackageFile(name: csv, bytes: [1])] + sample.packageFiles
        let result = PackageVerification.verify(files: twice)
        #expect(result.outcomes.filter(\.isBroken) == [.nameTwice(file: csv)])
    }

    @Test
    func `files on disk are verified like those at hand, and one that is not there is told`() throws {
        let sample = try PublishedSample.threeEditions()
        let folder = NSTemporaryDirectory() + "samverkan-verify-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, bytes) in sample.files { try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        let files = sample.files.keys.map { PackageFile(path: "\(folder)/\($0)") }
        let key = sample.keys[0].verifyingKey
        #expect(PackageVerification.verify(files: files, key: key).verdict == .provedAndWhole)
        let csv = "prislista-2023-utgava-1.csv"
        try FileManager.default.removeItem(atPath: "\(folder)/\(csv)")
        let result = PackageVerification.verify(files: files, key: key)
        #expect(result.outcomes.filter(\.isBroken) == [.unreadable(file: csv)])
        #expect(result.verdict == .broken)
    }

    @Test
    func `an edition without PDF says so`() throws {
        var sample = PublishedSample()
        try sample.publish(sample.manifest(year: 2023, number: 1, at: "2022-12-05T10:00:00Z", withoutPDF: true))
        let result = verify(sample, key: 0)
        #expect(result.outcomes.contains(.withoutPDF(manifest: "prislista-2023-utgava-1.manifest.json")))
        #expect(result.verdict == .provedAndWhole)
    }

    @Test
    func `every outcome and verdict has words in both languages`() throws {
        let sample = try PublishedSample.threeEditions()
        for outcome in verify(sample, key: 0).outcomes + outcomes([:]) {
            #expect(outcome.text(.swedish) != outcome.text(.english))
            #expect(!outcome.text(.swedish).isEmpty)
        }
        for verdict in VerificationVerdict.allCases { #expect(verdict.text(.swedish) != verdict.text(.english)) }
    }

    @Test
    func `one file is told as one`() {
        let one = VerificationOutcome.whole(manifest: "m", files: 1, keys: ["k"])
        #expect(one.text(.swedish) == "m: 1 fil är hel, undertecknad med nyckel k.")
        #expect(one.text(.english) == "m: 1 file is whole, signed by key k.")
    }

    private func outcomes(_ files: [String: [UInt8]]) -> [VerificationOutcome] {
        PackageVerification.verify(files: files.map { PackageFile(name: $0.key, bytes: $0.value) })
            .outcomes.filter { $0.isBroken || $0.isMissing }
    }
}
