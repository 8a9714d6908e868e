import Adoption
import Federation
import Publishing

/// Where a year's list stands on its way to the committee, as lines (läge).
struct StageLines {
    let state: ListState
    /// Regions that delivered after the list was proposed, or published.
    let newer: [RegionSlug]
    let language: Language

    /// The stage with who, when and by which decision; a correction that is under way; and newer deliveries.
    var lines: [String] {
        [language.pick("Listan för ", "The list of ") + "\(state.year): " + stage] + correction + deliveries
    }

    private var stage: String {
        let round = state.round
        switch round.stage {
        case .draft:
            guard let back = round.proposals.last?.givenBack else { return language.pick("utkast", "draft") }
            return language.pick(
                "utkast; förslaget \(returned) återlämnades \(back.at.day) av \(back.by): \(back.reason)",
                "draft; the proposal \(returned) was returned on \(back.at.day) by \(back.by): \(back.reason)")
        case .proposed: return language.pick("förslag", "proposed") + proposed
        case .adopted: return language.pick("fastställd", "adopted") + adopted
        case .published:
            let at = round.publishing.map { language.pick(" \($0.at.day)", " on \($0.at.day)") } ?? ""
            return language.pick("utgåva \(round.edition), publicerad", "edition \(round.edition), published") + at
                + adopted
        }
    }

    /// The fingerprint by which the proposal that was given back is read again.
    private var returned: String { state.round.proposals.last?.proposal.list.short ?? "" }

    private var proposed: String {
        guard let proposal = state.proposal else { return "" }
        return language.pick(
            ", av \(proposal.by) \(proposal.at.day), fingeravtryck \(proposal.proposal.list.short)",
            ", by \(proposal.by) on \(proposal.at.day), fingerprint \(proposal.proposal.list.short)")
    }

    private var adopted: String {
        guard let decision = state.round.adoption?.adopted.decision else { return "" }
        return language.pick(
            ", \(decision.board.reference), \(decision.day), gäller från \(decision.validFrom)",
            ", \(decision.board.reference), \(decision.day), valid from \(decision.validFrom)")
    }

    private var correction: [String] {
        guard let correction = state.round.correction, state.stage != .published else { return [] }
        return [
            language.pick(
                "  Rättelse av utgåva \(correction.edition), som fortsätter att gälla tills nästa är publicerad: "
                    + correction.reason,
                "  Correction of edition \(correction.edition), which holds until the next is published: "
                    + correction.reason)
        ]
    }

    private var deliveries: [String] {
        guard !newer.isEmpty else { return [] }
        let names = newer.map(\.text).joined(separator: ", ")
        if state.stage == .published {
            let (edition, year) = (state.round.edition, state.year)
            return [
                language.pick(
                    "  Nyare leverans än utgåva \(edition): \(names). Är utgåvan fel rättas den, med samverkan correct "
                        + "\(year); annars behöver inget göras.",
                    "  A delivery newer than edition \(edition): \(names). Where the edition is wrong it is corrected, by "
                        + "samverkan correct \(year); else there is nothing to do.")
            ]
        }
        return [
            language.pick(
                "  ! Nyare leveranser än förslaget: \(names). De är inte med i det; fastställ med --despite-newer, eller "
                    + "återlämna det.",
                "  ! Deliveries newer than the proposal: \(names). They are not in it; adopt with --despite-newer, or "
                    + "return it.")
        ]
    }
}
