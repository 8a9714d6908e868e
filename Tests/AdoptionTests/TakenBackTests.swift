import Adoption
import Federation
import Testing

/// A decision that was entered wrongly can be mended as long as nothing is published.
struct `Adoptions taken back` {
    /// Adopted by a paragraph that was mistyped, and taken back.
    private func takenBack() throws -> Walk {
        var walk = Walk()
        try walk.propose(by: "anna")
        walk.now = .of("2022-12-05T10:00:00Z")
        try walk.adopt(by: "bo", paragraph: "74", day: "2022-12-02")
        try walk.giveBack(by: "anna", reason: "Paragrafen är 47")
        return walk
    }

    @Test
    func `the list is a draft again, and proposal and mistaken adoption are readable`() throws {
        let walk = try takenBack()
        #expect(walk.state.stage == .draft && walk.state.proposal == nil && walk.state.round.adoption == nil)
        let back = try #require(walk.state.round.proposals.first?.givenBack)
        #expect(back.reason == "Paragrafen är 47" && back.by == "anna")
        #expect(back.adoption?.by == "bo" && back.adoption?.adopted.decision.paragraph == "74")
        #expect(try ListState(year: Walk.year, acts: walk.acts) == walk.state)
    }

    @Test
    func `the same list is adopted anew by the committee's decision of then, also by the same one`() throws {
        for paragraph in ["47", "74"] {
            var walk = try takenBack()
            try walk.propose(by: "anna")
            try walk.adopt(by: "bo", paragraph: paragraph, day: "2022-12-02", validFrom: "2023-02-01")
            try walk.publish(by: "bo")
            #expect(walk.state.round.adoption?.adopted.decision.paragraph == paragraph)
            #expect(walk.state.round.proposals.map { $0.givenBack != nil } == [true, false])
        }
    }

    @Test
    func `another list was not before the committee until it was proposed`() throws {
        var walk = try takenBack()
        try walk.propose(by: "anna", list: Fingerprint(of: [2]))
        let today = Day.of("2022-12-05")
        #expect(throws: ActRefusal.decisionDay(.of("2022-12-02"), earliest: today, latest: today)) {
            try walk.adopt(by: "bo", day: "2022-12-02")
        }
    }

    @Test
    func `a published list is not taken back, and the refusal says what can be`() throws {
        var walk = try takenBack()
        try walk.propose(by: "anna")
        try walk.adopt(by: "bo")
        try walk.publish(by: "bo")
        let refusal = ActRefusal.wrongStage(.giveBack, stage: .published, needed: .proposed)
        #expect(throws: refusal) { try walk.giveBack(by: "anna", reason: "Fel") }
        #expect(
            refusal.text(.swedish)
                == "Det går inte att återlämna: listan är publicerad, den måste vara föreslagen eller fastställd.")
        #expect(refusal.text(.english).hasSuffix("it must be proposed or adopted."))
    }

    @Test
    func `a correction that was adopted is a draft again, and can be withdrawn then`() throws {
        var walk = Walk()
        try walk.walkToPublished()
        try walk.correct(by: "anna", reason: "Fel vikt")
        try walk.propose(by: "anna", changes: ["model"])
        try walk.adopt(by: "bo", paragraph: "48")
        try walk.giveBack(by: "bo", reason: "Fel dag")
        #expect(walk.state.stage == .draft && walk.state.round.edition == 2)
        try walk.giveBack(by: "bo", reason: "Vikten var rätt")
        #expect(walk.state.stage == .published && walk.state.round.edition == 1)
    }
}
