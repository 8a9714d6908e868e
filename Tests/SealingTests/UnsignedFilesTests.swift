import Federation
import Foundation
import Testing

@testable import Sealing

struct `Verifying what a committee pack lays beside the signed files` {
    private let readme = EditionFileNames.readme
    private let sums = EditionFileNames.sums

    /// The files of three editions with a readme and the sums of everything.
    private func pack() throws -> (files: [String: [UInt8]], key: VerifyingKey) {
        let sample = try PublishedSample.threeEditions()
        var files = sample.files
        files[readme] = Array("Prislista 2023\r\n".utf8)
        files[sums] = Array(files.sorted { $0.key < $1.key }.map { line($0.key, $0.value) }.joined().utf8)
        return (files, sample.keys[0].verifyingKey)
    }

    private func line(_ name: String, _ bytes: [UInt8]) -> String { "\(Fingerprint(of: bytes).hex)  \(name)\n" }

    private func verify(_ files: [String: [UInt8]], _ key: VerifyingKey) -> PackageVerification {
        PackageVerification.verify(files: files.map { PackageFile(name: $0.key, bytes: $0.value) }, key: key)
    }

    @Test
    func `a whole pack is whole, and its two texts are told not to be signed`() throws {
        let (files, key) = try pack()
        let result = verify(files, key)
        #expect(result.verdict == .provedAndWhole)
        let told = VerificationOutcome.notSigned(files: [readme, sums])
        #expect(result.outcomes.contains(told))
        #expect(told.text(.swedish).hasPrefix("Inte undertecknat: LÄS-MIG.txt och SHA256SUMS."))
    }

    @Test
    func `a changed byte of either text is found`() throws {
        let (files, key) = try pack()
        for name in [readme, sums] {
            let bytes = try Known.value(files[name])
            for place in stride(from: 0, to: bytes.count, by: 7) {
                var changed = bytes
                changed[place] ^= 1
                #expect(verify(files.merging([name: changed]) { $1 }, key).verdict == .broken, "\(name) \(place)")
            }
        }
        #expect(
            verify(files.merging([readme: [65]]) { $1 }, key).outcomes.filter(\.isBroken) == [.sumWrong(file: readme)])
    }

    @Test
    func `sums of other bytes, of nothing, without the readme or in another form are told`() throws {
        let (files, key) = try pack()
        let csv = "prislista-2023-utgava-1.csv"
        let text = String(decoding: try Known.value(files[sums]), as: UTF8.self)
        let cases: [(String, VerificationOutcome)] = [
            (text.replacing(line(csv, files[csv] ?? []), with: line(csv, [1])), .sumWrong(file: csv)),
            (text + line("bilaga.pdf", [1]), .sumOfNothing(file: "bilaga.pdf")),
            (text.replacing(line(readme, files[readme] ?? []), with: ""), .sumAbsent(file: readme)),
            (String(text.dropLast()), .sumsUnreadable(file: sums)), ("", .sumsUnreadable(file: sums)),
            (text + "\n", .sumsUnreadable(file: sums)), (text.replacing("  ", with: " *"), .sumsUnreadable(file: sums)),
        ]
        for (changed, outcome) in cases {
            let result = verify(files.merging([sums: Array(changed.utf8)]) { $1 }, key)
            #expect(result.verdict == .broken)
            #expect(result.outcomes.filter(\.isBroken) == [outcome])
            #expect(outcome.text(.swedish) != outcome.text(.english))
        }
    }

    @Test
    func `a readme without sums, and sums without their readme, lack one of the two`() throws {
        let (files, key) = try pack()
        for (absent, other) in [(sums, readme), (readme, sums)] {
            let result = verify(files.filter { $0.key != absent }, key)
            #expect(result.verdict != .provedAndWhole)
            #expect(result.outcomes.contains(.missing(file: absent, namedBy: other)))
        }
    }

    @Test
    func `two packs in two folders are each held against their own sums`() throws {
        let folder = NSTemporaryDirectory() + "samverkan-packs-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sample = try PublishedSample.threeEditions()
        var paths: [String] = []
        for stem in ["prislista-2023", "prislista-2024"] {
            let place = "\(folder)/\(stem)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            var files = sample.files.filter { $0.key.hasPrefix(stem) }
            files[readme] = Array(stem.utf8)
            files[sums] = Array(files.map { line($0.key, $0.value) }.joined().utf8)
            for (name, bytes) in files {
                paths.append("\(place)/\(name)")
                try Data(bytes).write(to: URL(fileURLWithPath: "\(place)/\(name)"))
            }
        }
        let verified = { PackageVerification.verify(files: paths.map { PackageFile(path: $0) }) }
        #expect(verified().outcomes.filter(\.isBroken).isEmpty)
        try Data([65]).write(to: URL(fileURLWithPath: "\(folder)/prislista-2024/\(readme)"))
        #expect(verified().outcomes.filter(\.isBroken) == [.sumWrong(file: readme)])
    }
}
