/// A key that price lists are signed with (signeringsnyckel), as it is listed: only what everybody may see.
package struct KeyRecord: Hashable, Sendable {
    /// The first 16 hex digits of the SHA-256 of the public key.
    package let id: String
    /// The public key (öppen nyckel), Ed25519, as 64 lower-case hex digits.
    package let publicKey: String
    /// When it was taken into use.
    package let from: Instant
    /// When the next key took its place; nil for the key in use.
    package let retired: Instant?

    package init(id: String, publicKey: String, from: Instant, retired: Instant? = nil) {
        self.id = id
        self.publicKey = publicKey
        self.from = from
        self.retired = retired
    }
}
