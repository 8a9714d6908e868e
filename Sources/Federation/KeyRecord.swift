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
    /// The decision by which it was given up without its own signature; nil where it was not.
    package let givenUp: KeyDecision?

    package init(
        id: String, publicKey: String, from: Instant, retired: Instant? = nil, givenUp: KeyDecision? = nil
    ) {
        self.id = id
        self.publicKey = publicKey
        self.from = from
        self.retired = retired
        self.givenUp = givenUp
    }
}

/// The committee's decision that a key is lost or known to others, so that the next one is taken into use without its
/// signature (beslut om uppgiven nyckel).
package struct KeyDecision: Hashable, Sendable {
    /// The longest reason, in bytes.
    package static let longestReason = 2000

    /// The diary number, for example `SN 2024-0003`.
    package let number: String
    /// The paragraph of the minutes, without its sign: `5`.
    package let paragraph: String
    /// The day of the decision.
    package let day: Day
    package let reason: String

    /// A decision, its texts in Unicode normal form C.
    package init(number: String, paragraph: String, day: Day, reason: String) {
        self.number = number.normalized
        self.paragraph = paragraph.normalized
        self.day = day
        self.reason = reason.normalized
    }

    /// Whether every text is one line, not blank and not too long.
    package var isPlain: Bool {
        [(number, ListDecision.longestText), (paragraph, ListDecision.longestText), (reason, Self.longestReason)]
            .allSatisfy { text, longest in
                text.utf8.count <= longest && !text.allSatisfy(\.isWhitespace)
                    && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            }
    }

    /// The decision as other documents name it: `SN 2024-0003 § 5`, and its day.
    package var board: BoardDecision { BoardDecision(number: number, paragraph: paragraph, day: day) }
}
