import Federation

/// The verification of what committee packs lay beside the signed files: nobody signs it, but it must agree with itself.
struct UnsignedFiles {
    private static let names = [EditionFileNames.readme, EditionFileNames.sums]

    /// The files of a committee pack that nobody signs, by folder and name; empty where there are none.
    private let folders: [[String: PackageFile]]

    /// The files that are to be verified by manifests.
    let others: [PackageFile]

    /// Parts the files of one or several folders.
    init(_ files: [PackageFile]) {
        others = files.filter { !Self.names.contains($0.name) }
        folders = Dictionary(grouping: files, by: \.folder).sorted { $0.key.precedes($1.key) }.map { _, files in
            Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        }
    }

    /// What was found of them, given the fingerprints that the manifests vouch for.
    func outcomes(signed: [String: Fingerprint]) -> [VerificationOutcome] {
        let found = folders.flatMap { outcomes(in: $0, signed) }
        let here = Self.names.filter { name in folders.contains { $0[name] != nil } }
        return here.isEmpty ? [] : found + [.notSigned(files: here)]
    }

    private func outcomes(
        in folder: [String: PackageFile], _ signed: [String: Fingerprint]
    ) -> [VerificationOutcome] {
        guard let file = folder[EditionFileNames.sums] else {
            guard folder[EditionFileNames.readme] != nil else { return [] }
            return [.missing(file: EditionFileNames.sums, namedBy: EditionFileNames.readme)]
        }
        guard let bytes = file.bytes(atMost: SumsFile.longest), let sums = SumsFile(bytes) else {
            return [.sumsUnreadable(file: file.name)]
        }
        let hasReadme = sums.lines.contains { $0.name == EditionFileNames.readme }
        return sums.lines.compactMap { outcome(of: $0, in: folder, signed) }
            + (hasReadme ? [] : [.sumAbsent(file: EditionFileNames.readme)])
    }

    /// What is wrong with a line; nil where it agrees. What a manifest names is compared with the manifest, which is
    /// compared with the file and tells where that is missing.
    private func outcome(
        of line: SumsFile.Line, in folder: [String: PackageFile], _ signed: [String: Fingerprint]
    ) -> VerificationOutcome? {
        if let sha256 = signed[line.name] { return sha256 == line.sha256 ? nil : .sumWrong(file: line.name) }
        guard let file = folder[line.name] else {
            return line.name == EditionFileNames.readme
                ? .missing(file: line.name, namedBy: EditionFileNames.sums) : .sumOfNothing(file: line.name)
        }
        return file.measure()?.sha256 == line.sha256 ? nil : .sumWrong(file: line.name)
    }
}
