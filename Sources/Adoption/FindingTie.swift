package import Federation
package import Pricing

/// What an acknowledgement is tied to (anknytning): while all of this is the same, it is the same finding, in whatever
/// build of the list it appears.
package struct FindingTie: Hashable, Sendable {
    /// The finding's code.
    package let code: String
    /// What it is about, as `ListFinding.Subject.key` writes it: `line cs-…`, `region varmland`, `list`.
    package let subject: String
    /// SHA-256 of the raw bytes of the record, not of their position; of the version or file where the finding is about
    /// a whole one; nil where it rests on no bytes. Joined with what the finding states besides, where it does.
    package let record: Fingerprint?
    /// Last year's amount; nil where there is none or it does not matter.
    package let lastAmount: Amount?
    /// The version of the rule.
    package let ruleVersion: Int

    package init(code: String, subject: String, record: Fingerprint?, lastAmount: Amount?, ruleVersion: Int) {
        self.code = code
        self.subject = subject
        self.record = record
        self.lastAmount = lastAmount
        self.ruleVersion = ruleVersion
    }

    /// The tie of a finding; `record` is the SHA-256 of the bytes at its evidence, read from the archive.
    package init(_ finding: ListFinding, record: Fingerprint?) {
        let stated = finding.statedBesides.map { Fingerprint(of: "\(record?.hex ?? "") \($0)".utf8) }
        self.init(
            code: finding.code, subject: finding.subject.key, record: stated ?? record, lastAmount: finding.lastAmount,
            ruleVersion: finding.version)
    }

    /// The name that a person types.
    package var id: FindingID {
        FindingID(fields: [
            code, subject, record?.hex ?? "", lastAmount?.wire ?? "", String(ruleVersion),
        ])
    }
}

/// The short name of a tied finding (anmärknings-id), for example `f-5f0c1b8e9a7d4c32`: the first 16 hex digits of the
/// SHA-256 of its tie, each field preceded by its length in bytes and a colon.
package struct FindingID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let digits: UInt64

    fileprivate init(fields: [String]) {
        let text = fields.map { "\($0.utf8.count):\($0)" }.joined()
        digits = Fingerprint.leadingBits(of: Array(text.utf8))
    }

    /// Reads `f-5f0c1b8e9a7d4c32`; nil for anything else.
    package init?(_ text: String) {
        let hex = text.dropFirst(2)
        let isHex = hex.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard text.hasPrefix("f-"), isHex, hex.utf8.count == 16, let digits = UInt64(hex, radix: 16) else { return nil }
        self.digits = digits
    }

    package var description: String {
        let hex = String(digits, radix: 16)
        return "f-" + String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    package static func < (left: FindingID, right: FindingID) -> Bool { left.digits < right.digits }
}
