import Adoption
package import Federation
package import Pricing
import Registry

extension Gateway {
    /// A finding on a list in a language: what is noteworthy and what to do.
    package func words(of finding: ListFinding, in language: Language) -> (wrong: String, whatToDo: String) {
        let sentences = premises.catalogue.sentences(of: finding, in: language, names: premises.names(in: language))
        return (sentences.wrong, sentences.whatToDo)
    }

    /// Every finding of a review as the committee has it before it: acknowledged ones first, then those that need nobody.
    func deviations(of review: ListReview) -> [FrozenInput.Deviation] {
        review.report.acknowledged.map { deviation($0.finding, $0.acknowledgement) }
            + review.report.open.map { deviation($0, nil) }
    }

    private func deviation(_ tied: TiedFinding, _ acknowledgement: Acknowledgement?) -> FrozenInput.Deviation {
        let finding = tied.finding
        return FrozenInput.Deviation(
            id: tied.id.description, code: finding.code,
            severity: premises.catalogue[finding.code].severity.rawValue, subject: finding.subject.key,
            about: finding.subject.words(premises.names(in: .swedish), in: .swedish), reason: finding.regionsReason,
            sv: words(of: finding, in: .swedish).wrong, en: words(of: finding, in: .english).wrong,
            acknowledged: acknowledgement.map { .init(by: $0.by, reason: $0.reason, at: $0.at.description) })
    }
}

extension ListFinding {
    /// Why a price changed, in the words of whoever set it.
    fileprivate var regionsReason: String? {
        if case .change(let change) = facts { change.reason } else { nil }
    }
}
