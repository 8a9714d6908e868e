import Federation

/// The verification of published files by themselves (äkthetsprövning): no database, no network.
package struct PackageVerification: Sendable {
    /// What was found; what is broken first, then what is missing, else in order of the chain and of names.
    package let outcomes: [VerificationOutcome]
    package let verdict: VerificationVerdict

    /// Verifies these files, of one edition or many. Without a key nothing proves who signed: the keys that the
    /// manifests name could be anybody's.
    package static func verify(files: [PackageFile], key: VerifyingKey? = nil) -> PackageVerification {
        let unsigned = UnsignedFiles(files)
        var check = PackageCheck(unsigned.others)
        let manifests = check.readManifests()
        for signed in manifests { check.checkRenderings(of: signed) }
        check.checkRest()
        let chain = ManifestChain(manifests)
        let fingerprints = Dictionary(manifests.flatMap(\.fingerprints)) { first, _ in first }
        var outcomes = check.outcomes + chain.outcomes + unsigned.outcomes(signed: fingerprints)
        var isProved = false
        if let key, !outcomes.contains(where: \.isBroken) {
            let proofs = chain.proofs(by: key)
            isProved = proofs.allSatisfy { if case .proved = $0 { true } else { false } }
            outcomes += proofs
        }
        let (broken, missing) = (outcomes.filter(\.isBroken), outcomes.filter(\.isMissing))
        return PackageVerification(
            outcomes: broken + missing + outcomes.filter { !$0.isBroken && !$0.isMissing },
            verdict: verdict(isBroken: !broken.isEmpty, isComplete: missing.isEmpty, isProved: isProved))
    }

    private static func verdict(isBroken: Bool, isComplete: Bool, isProved: Bool) -> VerificationVerdict {
        if isBroken { return .broken }
        if isProved { return isComplete ? .provedAndWhole : .provedButIncomplete }
        return isComplete ? .wholeButSignerNotProved : .incompleteAndSignerNotProved
    }
}

extension SignedManifest {
    /// The names of its edition's files.
    package var names: EditionFileNames { EditionFileNames(year: manifest.year, number: manifest.number) }

    /// The fingerprint of every file of its edition, by name: itself, its signatures and the renderings.
    fileprivate var fingerprints: [(String, Fingerprint)] {
        [(names.manifest, fingerprint), (names.signatures, Fingerprint(of: signatureBytes))]
            + manifest.renderings.map { ($0.name, $0.sha256) }
    }
}

/// The files of a verification, ticked off one by one.
private struct PackageCheck {
    private(set) var outcomes: [VerificationOutcome] = []
    /// The files that nothing has named yet, by name.
    private var rest: [String: PackageFile] = [:]

    init(_ files: [PackageFile]) {
        for file in files {
            // The same file given twice is one.
            if let known = rest[file.name], !known.hasSameBytes(as: file) {
                outcomes.append(.nameTwice(file: file.name))
            }
            rest[file.name] = file
        }
    }

    /// Takes the manifests with their signatures out of the files; in order of name.
    mutating func readManifests() -> [SignedManifest] {
        let names = rest.keys.filter { $0.hasSuffix(EditionFileNames.manifestEnding) }.sorted { $0.precedes($1) }
        if names.isEmpty { outcomes.append(.noManifest) }
        return names.compactMap { readManifest($0) }
    }

    private mutating func readManifest(_ name: String) -> SignedManifest? {
        let beside = name.dropLast(EditionFileNames.manifestEnding.count) + EditionFileNames.signatureEnding
        let signatures = rest.removeValue(forKey: String(beside))
        guard let bytes = rest.removeValue(forKey: name)?.bytes(atMost: EditionManifest.longest) else {
            outcomes.append(.unreadable(file: name))
            return nil
        }
        guard let signatures else {
            outcomes.append(.signaturesMissing(file: String(beside)))
            return nil
        }
        guard let signatureBytes = signatures.bytes(atMost: SignedManifest.longestSignatures) else {
            outcomes.append(.unreadable(file: signatures.name))
            return nil
        }
        return read(name, bytes, signatures.name, signatureBytes)
    }

    private mutating func read(
        _ name: String, _ bytes: [UInt8], _ signatureName: String, _ signatureBytes: [UInt8]
    ) -> SignedManifest? {
        let manifest: EditionManifest
        do {
            manifest = try EditionManifest(bytes: bytes)
        } catch {
            outcomes.append(.notReadable(file: name, error))
            return nil
        }
        let names = EditionFileNames(year: manifest.year, number: manifest.number)
        if names.manifest != name { outcomes.append(.misnamed(file: name, expected: names.manifest)) }
        do {
            let signed = try SignedManifest(manifest, manifestBytes: bytes, signatureBytes: signatureBytes)
            outcomes += signed.wrongKeys.map { .signatureWrong(manifest: name, key: $0.id) }
            return signed
        } catch {
            outcomes.append(.notReadable(file: signatureName, error))
            return nil
        }
    }

    /// Compares every file that a manifest names.
    mutating func checkRenderings(of signed: SignedManifest) {
        let before = outcomes.count
        let name = signed.names.manifest
        for record in signed.manifest.renderings {
            guard let file = rest.removeValue(forKey: record.name) else {
                outcomes.append(.missing(file: record.name, namedBy: name))
                continue
            }
            guard let found = file.measure() else {
                outcomes.append(.unreadable(file: record.name))
                continue
            }
            if found.sha256 != record.sha256 || found.length != record.length {
                outcomes.append(
                    .changed(file: record.name, length: found.length, expectedLength: record.length))
            }
        }
        guard outcomes.count == before, signed.wrongKeys.isEmpty else { return }
        outcomes.append(
            .whole(manifest: name, files: signed.manifest.renderings.count, keys: signed.manifest.keys.map(\.id)))
        if signed.manifest.withoutPDF { outcomes.append(.withoutPDF(manifest: name)) }
    }

    /// Tells of the files that no manifest named.
    mutating func checkRest() {
        outcomes += rest.keys.sorted { $0.precedes($1) }.map { .notNamed(file: $0) }
    }
}
