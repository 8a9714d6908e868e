import Sealing
import Testing

/// A generator of the same numbers every time (SplitMix64), so that a failure can be looked at.
struct SameNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct `Tampering with published files` {
    private func verdict(_ files: [String: [UInt8]], _ sample: PublishedSample) -> VerificationVerdict {
        PackageVerification.verify(
            files: files.map { PackageFile(name: $0.key, bytes: $0.value) }, key: sample.keys[0].verifyingKey
        ).verdict
    }

    @Test
    func `four hundred random changes of one byte are all found`() throws {
        let sample = try PublishedSample.threeEditions()
        var random = SameNumbers(seed: 2023)
        let names = sample.files.keys.sorted()
        for round in 0..<400 {
            let name = names[round % names.count]
            var bytes = try Known.value(sample.files[name])
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            var files = sample.files
            files[name] = bytes
            #expect(verdict(files, sample) == .broken, "\(name), byte \(place)")
        }
    }

    @Test
    func `every byte of the signatures counts`() throws {
        let sample = try PublishedSample.threeEditions()
        let signed = sample.manifests[2]
        for place in signed.signatureBytes.indices {
            var changed = signed.signatureBytes
            changed[place] ^= 1
            let again = try? SignedManifest(manifestBytes: signed.manifestBytes, signatureBytes: changed)
            #expect(again?.wrongKeys.isEmpty != true, "byte \(place)")
        }
    }

    @Test
    func `a file cut short, made longer or emptied is found`() throws {
        let sample = try PublishedSample.threeEditions()
        for (name, bytes) in sample.files {
            for changed in [Array(bytes.dropLast()), Array(bytes.dropFirst()), bytes + [10], [10] + bytes, []] {
                var files = sample.files
                files[name] = changed
                #expect(verdict(files, sample) == .broken, "\(name)")
            }
        }
    }

    @Test
    func `two files whose contents are exchanged are found, whichever they are`() throws {
        let sample = try PublishedSample.threeEditions()
        let names = sample.files.keys.sorted()
        for (index, first) in names.enumerated() {
            for second in names[(index + 1)...] {
                var files = sample.files
                files[first] = sample.files[second]
                files[second] = sample.files[first]
                #expect(verdict(files, sample) == .broken, "\(first), \(second)")
            }
        }
    }

    @Test
    func `a whole edition under another's name is found`() throws {
        let sample = try PublishedSample.threeEditions()
        var files: [String: [UInt8]] = [:]
        for (name, bytes) in sample.files where name.hasPrefix("prislista-2024") {
            files[name.replacing("2024", with: "2025")] = bytes
        }
        #expect(verdict(files, sample) == .broken)
    }

    @Test
    func `a file renamed is found`() throws {
        let sample = try PublishedSample.threeEditions()
        for name in sample.files.keys {
            var files = sample.files
            files["ny-" + name] = files.removeValue(forKey: name)
            #expect(verdict(files, sample) == .broken, "\(name)")
        }
    }
}
