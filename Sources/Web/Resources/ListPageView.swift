import Adoption
import Federation
import Publishing
import Storage

/// Puts a list's state and editions in the words of its page.
struct ListPageView {
    let call: Call
    let year: Year
    let language: Language
    let kept: [KeptEdition]

    private var calendar: EditionCalendar { EditionCalendar(kept.map(\.edition)) }

    /// The sentence under the title.
    func lead(_ state: ListState) -> String {
        guard let last = kept.last?.edition else {
            return language.pick(
                "Listan är \(state.stage.word(in: language)).", "The list: \(state.stage.word(in: language)).")
        }
        let periods = calendar.periods(of: year, knownAt: last.publishedAt)
        return periods.map { period in
            language.pick(
                "Utgåva \(period.edition.number) gäller \(period.from) – \(period.to).",
                "Edition \(period.edition.number) holds \(period.from) – \(period.to).")
        }.joined(separator: " ")
    }

    /// The ways to what else is known about the list.
    func ways(hasDraft: Bool, hasComparison: Bool) -> [SiteLink] {
        let base = "/prislistor/\(year)"
        var ways: [(String, String)] = []
        if let last = kept.last?.edition {
            ways.append((language.pick("Läs listan", "Read the list"), "\(base)/utgavor/\(last.number)"))
        }
        if hasDraft { ways.append((language.pick("Läs utkastet", "Read the draft"), base + "/utkast")) }
        if hasComparison {
            ways.append((language.pick("Jämför med året före", "Compare with the year before"), base + "/jamforelse"))
        }
        ways.append((language.pick("Anmärkningar på listan", "Findings on the list"), base + "/anmarkningar"))
        return ways.map { SiteLink(name: $0.0, href: $0.1 + call.languageChoice) }
    }

    /// What goes on with the next edition: the correction, each proposal and what became of it, the adoption.
    func notices(_ state: ListState) -> [ListPage.Notice] {
        let round = state.round
        guard round.stage != .published else { return [] }
        var notices: [ListPage.Notice] = []
        if let correction = round.correction {
            notices.append(
                .init(
                    language.pick(
                        "Utgåva \(correction.edition) rättas: \(correction.reason)",
                        "Edition \(correction.edition) is being corrected: \(correction.reason)"), isStrong: true))
        }
        for proposal in round.proposals { notices.append(notice(proposal)) }
        if let adoption = round.adoption {
            let decision = adoption.adopted.decision
            notices.append(
                .init(
                    language.pick(
                        "Fastställd \(decision.day), \(decision.board.reference); ännu inte publicerad.",
                        "Adopted \(decision.day), \(decision.board.reference); not yet published.")))
        }
        return notices
    }

    private func notice(_ proposal: StandingProposal) -> ListPage.Notice {
        let proposed = language.pick(
            "Förslag \(proposal.proposal.list.short), lagt \(proposal.at.minute) av \(proposal.by).",
            "Proposal \(proposal.proposal.list.short), made \(proposal.at.minute) by \(proposal.by).")
        let returned = proposal.givenBack.map { back in
            adopted(back.adoption)
                + language.pick(
                    " Återlämnat \(back.at.minute) av \(back.by): \(back.reason)",
                    " Returned \(back.at.minute) by \(back.by): \(back.reason)")
        }
        return .init(proposed + (returned ?? ""))
    }

    /// An adoption that was taken back with its proposal; nothing where there was none.
    private func adopted(_ adoption: ListRound.Adoption?) -> String {
        guard let adoption else { return "" }
        let board = adoption.adopted.decision.board
        return language.pick(
            " Infört som fastställt \(adoption.at.minute) av \(adoption.by): \(board.reference), \(board.day).",
            " Entered as adopted \(adoption.at.minute) by \(adoption.by): \(board.reference), \(board.day).")
    }

    /// An edition as its page shows it.
    func edition(_ kept: KeptEdition, _ state: ListState) -> ListPage.Edition {
        let edition = kept.edition
        let path = EditionJSON.path(edition.year, edition.number)
        let moment = self.kept.last?.edition.publishedAt ?? edition.publishedAt
        let later = calendar.supersessions(of: edition, knownAt: moment)
        return ListPage.Edition(
            number: edition.number, decision: edition.decision, validTo: edition.validTo,
            publishedAt: edition.publishedAt,
            correction: state.rounds.first { $0.edition == edition.number }?.correction?.reason,
            supersededBy: later.map { ($0.number, $0.from) },
            files: kept.files.map { file in
                ListPage.File(
                    name: file.name, href: "\(path).\(file.ending(in: edition))", bytes: file.length,
                    sha256: file.sha256)
            }, href: "/prislistor/\(edition.year)/utgavor/\(edition.number)" + call.languageChoice)
    }
}
