package import Federation

/// Why bytes are no manifest or no signatures (manifestfel).
package enum ManifestFault: Error, Hashable, Sendable {
    /// More bytes than the limit.
    case tooLong(most: Int)
    /// No JSON, or not the members that belong there; the first one that is absent or of another kind.
    case notReadable(member: String)
    /// Readable, but not in the one form (RFC 8785) that is signed.
    case notCanonical
    /// Parts that contradict each other; the member.
    case contradiction(String)
    /// The signatures are those of another manifest.
    case otherManifest
    /// The signatures are not by the keys that the manifest names.
    case otherKeys

    /// What is wrong, for a person.
    package func text(_ language: Language) -> String {
        switch self {
        case .tooLong(let most): language.pick("längre än \(most) byte", "longer than \(most) bytes")
        case .notReadable(let member):
            language.pick("går inte att läsa (\(member))", "cannot be read (\(member))")
        case .notCanonical:
            language.pick("inte i den form som undertecknas (RFC 8785)", "not in the form that is signed (RFC 8785)")
        case .contradiction(let member):
            language.pick("motsäger sig självt (\(member))", "contradicts itself (\(member))")
        case .otherManifest: language.pick("gäller ett annat manifest", "is of another manifest")
        case .otherKeys:
            language.pick("är inte av manifestets nycklar", "is not by the manifest's keys")
        }
    }
}
