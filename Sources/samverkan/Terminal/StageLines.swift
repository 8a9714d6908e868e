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
            return language.pick("utkast", "draft") + returned
        case .proposed: return language.pick("förslag", "proposed") + proposed
        case .adopted: return language.pick("fastställd", "adopted") + adopted
        case .published:
            let at = round.publishing.map { language.pick(" \($0.at.day)", " on \($0.at.day)") } ?? ""
            return language.pick("utgåva \(round.edition), publicerad", "edition \(round.edition), published") + at
                + adopted
        }
    }

    /// What became of the proposal that was given back, with the fingerprint by which it is read again.
    private var returned: String {
        guard let proposal = state.round.proposals.last, let back = proposal.givenBack else { return "" }
        let name = proposal.proposal.list.short
        let why = language.pick(" \(back.at.day) av \(back.by): ", " on \(back.at.day) by \(back.by): ") + back.reason
        guard let board = back.adoption?.adopted.decision.board else {
            return language.pick("; förslaget \(name) återlämnades", "; the proposal \(name) was returned") + why
        }
        return language.pick(
            "; fastställandet av förslaget \(name) (\(board.reference), \(board.day)) återtogs",
            "; the adoption of the proposal \(name) (\(board.reference), \(board.day)) was taken back") + why
    }

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
