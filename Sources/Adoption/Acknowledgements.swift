package import Federation

/// All acknowledgements of a year's list, held against the findings of a build (kvitteringar).
package struct Acknowledgements: Sendable {
    /// By tie: the last one made.
    private let byTie: [FindingTie: Acknowledgement]

    /// The acknowledgements in the order that they were made; of two with the same tie the later counts.
    package init(_ all: [Acknowledgement]) {
        byTie = Dictionary(all.map { ($0.tie, $0) }, uniquingKeysWith: { _, later in later })
    }

    /// Which findings are acknowledged, which are not, and which acknowledgements have lapsed and why.
    package func matching(_ findings: [TiedFinding]) -> AcknowledgementReport {
        var acknowledged: [AcknowledgedFinding] = []
        var open: [TiedFinding] = []
        var unused = byTie
        for finding in findings {
            if let acknowledgement = byTie[finding.tie] {
                acknowledged.append(AcknowledgedFinding(finding: finding, acknowledgement: acknowledgement))
                unused[finding.tie] = nil
            } else {
                open.append(finding)
            }
        }
        let ties = Dictionary(
            findings.map { (FindingKey($0.tie), $0.tie) }, uniquingKeysWith: { first, _ in first })
        let lapsed = unused.values.map { acknowledgement in
            LapsedAcknowledgement(acknowledgement, now: ties[FindingKey(acknowledgement.tie)])
        }
        return AcknowledgementReport(
            acknowledged: acknowledged, open: open,
            lapsed: lapsed.sorted { $0.acknowledgement.precedes($1.acknowledgement) })
    }
}

/// What became of findings and acknowledgements in one build.
package struct AcknowledgementReport: Hashable, Sendable {
    /// In the order of the findings given; so is `open`.
    package let acknowledged: [AcknowledgedFinding]
    package let open: [TiedFinding]
    /// In the order that they were made.
    package let lapsed: [LapsedAcknowledgement]

    /// What stands in the way of a proposal: every error, and every open warning. The severity of a code stands in the
    /// finding catalogue.
    package func blocking(severity: (String) -> Severity) -> [TiedFinding] {
        let errors = acknowledged.map(\.finding).filter { severity($0.finding.code) == .error }
        return errors + open.filter { severity($0.finding.code) >= .warning }
    }
}

/// A finding and the acknowledgement that holds for it.
package struct AcknowledgedFinding: Hashable, Sendable {
    package let finding: TiedFinding
    package let acknowledgement: Acknowledgement
}

/// An acknowledgement that no longer holds, and why (förfallen kvittering).
package struct LapsedAcknowledgement: Hashable, Sendable {
    /// What changed since; in the order that it is told.
    package enum Cause: String, Sendable, CaseIterable {
        /// Nothing of the kind is found any more.
        case findingGone = "finding-gone"
        /// The region delivers the record, or the version or file, with other bytes, or the finding states something else
        /// besides.
        case recordChanged = "record-changed"
        case lastAmountChanged = "last-amount-changed"
        case ruleChanged = "rule-changed"

        /// The cause in words, to stand after a colon.
        package func word(in language: Language) -> String {
            switch self {
            case .findingGone: language.pick("anmärkningen finns inte längre", "the finding is gone")
            case .recordChanged:
                language.pick("det som anmärkningen bygger på är ett annat", "what the finding rests on is another")
            case .lastAmountChanged: language.pick("förra årets pris är ett annat", "last year's price is another")
            case .ruleChanged: language.pick("regeln har ändrats", "the rule has changed")
            }
        }
    }

    package let acknowledgement: Acknowledgement
    /// At least one.
    package let causes: [Cause]
    /// The tie of the finding that is there in its place; nil where it is gone.
    package let now: FindingTie?

    fileprivate init(_ acknowledgement: Acknowledgement, now: FindingTie?) {
        self.acknowledgement = acknowledgement
        self.now = now
        let then = acknowledgement.tie
        causes = Cause.allCases.filter { cause in
            switch cause {
            case .findingGone: now == nil
            case .recordChanged: now.map { $0.record != then.record } ?? false
            case .lastAmountChanged: now.map { $0.lastAmount != then.lastAmount } ?? false
            case .ruleChanged: now.map { $0.ruleVersion != then.ruleVersion } ?? false
            }
        }
    }
}

/// The same finding about the same thing, whatever it rests on.
private struct FindingKey: Hashable {
    let code: String
    let subject: String

    init(_ tie: FindingTie) {
        code = tie.code
        subject = tie.subject
    }
}

extension Acknowledgement {
    /// The order of making; where two were made at once, of their ids.
    fileprivate func precedes(_ other: Acknowledgement) -> Bool {
        at == other.at ? tie.id < other.tie.id : at < other.at
    }
}
