import Adoption
import Federation
import Pipeline
import Sealing

extension ListFindings {
    /// The findings of a draft: open ones first, then the acknowledged, then acknowledgements that have lapsed.
    init(_ review: ListReview, _ gateway: Gateway) {
        let catalogue = gateway.premises.catalogue
        let item = { (tied: TiedFinding, acknowledgement: Acknowledgement?) in
            let swedish = gateway.words(of: tied.finding, in: .swedish)
            let english = gateway.words(of: tied.finding, in: .english)
            return Item(
                id: tied.id.description, code: tied.finding.code,
                state: acknowledgement == nil ? "open" : "acknowledged",
                subject: tied.finding.subject.key, severity: catalogue[tied.finding.code].severity,
                words: (swedish.wrong, english.wrong), whatToDo: (swedish.whatToDo, english.whatToDo),
                acknowledged: acknowledgement.map { ($0.by, $0.reason, $0.at.description) }, causes: [])
        }
        let lapsed = review.report.lapsed.map { lapsed in
            let made = lapsed.acknowledgement
            return Item(
                id: made.tie.id.description, code: made.tie.code, state: "lapsed", subject: made.tie.subject,
                severity: catalogue[made.tie.code].severity, words: nil, whatToDo: nil,
                acknowledged: (made.by, made.reason, made.at.description), causes: lapsed.causes)
        }
        self.init(
            edition: nil, fingerprint: review.built.record.fingerprint,
            items: review.report.open.map { item($0, nil) }
                + review.report.acknowledged.map { item($0.finding, $0.acknowledgement) } + lapsed,
            blocking: review.blocking.count)
    }
}

/// Findings on a list as JSON.
struct ListFindingJSON {
    private let gateway: Gateway

    init(_ gateway: Gateway) { self.gateway = gateway }

    /// What stands beside the page of findings: which list, how many in each state, how many stand in the way.
    func members(of findings: ListFindings) -> [(String, CanonicalValue?)] {
        let counts = ListFindings.states.map { state in
            CanonicalValue.Member(state, .integer(findings.items.count { $0.state == state }))
        }
        return [
            ("fingerprint", .string(findings.fingerprint.hex)), ("counts", .object(counts)),
            ("blocking", findings.blocking.map { .integer($0) }),
        ] + EditionJSON.chosen(findings.edition)
    }

    func value(_ item: ListFindings.Item) -> CanonicalValue {
        .members(
            ("id", .string(item.id)), ("code", .string(item.code)), ("severity", .string(item.severity.rawValue)),
            ("state", .string(item.state)), ("subject", .string(item.subject)),
            ("words", item.words.map(value)), ("whatToDo", item.whatToDo.map(value)),
            (
                "acknowledged",
                item.acknowledged.map {
                    ["by": .string($0.by), "reason": .string($0.reason), "at": .string($0.at)]
                }
            ), ("causes", item.causes.isEmpty ? nil : .texts(item.causes.map(\.rawValue))))
    }

    private func value(_ words: (swedish: String, english: String)) -> CanonicalValue {
        ["sv": .string(words.swedish), "en": .string(words.english)]
    }
}
