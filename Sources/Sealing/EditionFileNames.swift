package import Federation

/// The names of an edition's files (filnamn), which tell them apart also where editions lie in one folder.
package struct EditionFileNames: Hashable, Sendable {
    /// How the name of every manifest ends.
    package static let manifestEnding = ".manifest.json"
    /// What a committee pack lays beside the files and nobody signs: a text for people, and the sums of every file.
    package static let readme = "LÄS-MIG.txt"
    package static let sums = "SHA256SUMS"
    /// How the name of every signature file ends.
    package static let signatureEnding = ".signatures.json"

    /// What every name begins with: `prislista-2023-utgava-1`.
    package let stem: String

    /// The names of one edition of a year.
    package init(year: Year, number: Int) { stem = "prislista-\(year)-utgava-\(number)" }

    /// The signed manifest.
    package var manifest: String { stem + Self.manifestEnding }
    /// The signatures over it.
    package var signatures: String { stem + Self.signatureEnding }
    /// A rendering by its ending: `prislista-2023-utgava-1.excel.csv`.
    package func rendering(_ suffix: String) -> String { "\(stem).\(suffix)" }
}
