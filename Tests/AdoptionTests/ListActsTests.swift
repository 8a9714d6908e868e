import Adoption
import Federation
import Testing

struct `Acts on a year's list` {
    @Test
    func `a list goes from draft to published by two persons`() throws {
        var walk = Walk()
        #expect(walk.state.stage == .draft)
        try walk.propose(by: "anna")
        #expect(walk.state.stage == .proposed)
        try walk.adopt(by: "bo")
        #expect(walk.state.stage == .adopted)
        try walk.publish(by: "anna")
        #expect(walk.state.stage == .published)
        #expect(walk.state.round.adoption?.adopted.decision.board.reference == "SN 2022-0031 § 47")
        #expect(walk.state.round.publishing?.published.manifest == Walk.manifest)
        #expect(walk.state.actCount == 3)
    }

    @Test
    func `the state is derived from the acts alone, at every step of the way`() throws {
        var walk = Walk()
        try walk.propose(by: "anna")
        try walk.giveBack(by: "bo", reason: "Fel enhet på två rader")
        try walk.propose(by: "anna")
        try walk.adopt(by: "bo")
        try walk.publish(by: "bo")
        try walk.correct(by: "anna", reason: "Fel vikt")
        for count in 0...walk.acts.count {
            #expect(throws: Never.self) {
                let state = try ListState(year: Walk.year, acts: Array(walk.acts.prefix(count)))
                #expect(state.actCount == count)
            }
        }
        #expect(try ListState(year: Walk.year, acts: walk.acts) == walk.state)
    }

    @Test
    func `a proposal given back stays readable, with who, when and why`() throws {
        var walk = Walk()
        try walk.propose(by: "anna")
        try walk.giveBack(by: "bo", reason: "Fel enhet")
        #expect(walk.state.stage == .draft)
        #expect(walk.state.proposal == nil)
        try walk.propose(by: "cecilia")
        let proposals = walk.state.round.proposals
        #expect(proposals.map(\.by) == ["anna", "cecilia"])
        #expect(proposals[0].givenBack?.reason == "Fel enhet")
        #expect(proposals[0].givenBack?.by == "bo")
        #expect(proposals[1].givenBack == nil)
        #expect(walk.state.proposal?.by == "cecilia")
    }

    @Test
    func `a correction is a round of its own, and the first edition stays as it was`() throws {
        var walk = Walk()
        try walk.walkToPublished()
        let first = walk.state.round
        try walk.correct(by: "anna", reason: "Fel vikt för T10N")
        #expect(walk.state.stage == .draft)
        #expect(walk.state.round.edition == 2)
        #expect(walk.state.round.correction == Correction(edition: 1, reason: "Fel vikt för T10N"))
        try walk.propose(by: "anna", changes: ["drg-0000000000000001"])
        try walk.adopt(by: "bo", paragraph: "12", validFrom: "2023-04-01")
        try walk.publish(by: "anna")
        #expect(walk.state.rounds.map(\.edition) == [1, 2])
        #expect(walk.state.rounds[0] == first)
        #expect(walk.state.rounds[1].proposals[0].proposal.changes == ["drg-0000000000000001"])
    }

    @Test
    func `every act but the next one is refused at every stage`() throws {
        let steps: [(ListStage, (inout Walk) throws -> Void)] = [
            (.draft, { _ in }), (.proposed, { try $0.propose(by: "anna") }), (.adopted, { try $0.adopt(by: "bo") }),
            (.published, { try $0.publish(by: "anna") }),
        ]
        let begins: [ActKind: [ListStage]] = [
            .propose: [.draft], .giveBack: [.proposed, .adopted], .adopt: [.proposed], .publish: [.adopted],
            .correct: [.published],
        ]
        var walk = Walk()
        for (stage, step) in steps {
            try step(&walk)
            #expect(walk.state.stage == stage)
            for kind in ActKind.allCases {
                let needed = try #require(begins[kind])
                guard !needed.contains(stage) else { continue }
                #expect(throws: ActRefusal.wrongStage(kind, stage: stage, needed: needed[0])) {
                    var other = walk
                    try other.attempt(kind)
                }
            }
        }
    }

    @Test
    func `a log whose acts cannot follow each other is refused`() throws {
        var walk = Walk()
        try walk.walkToPublished()
        let acts = walk.acts
        #expect(throws: ActRefusal.self) { try ListState(year: Walk.year, acts: [acts[1]]) }
        #expect(throws: ActRefusal.self) { try ListState(year: Walk.year, acts: [acts[0], acts[2]]) }
        #expect(throws: ActRefusal.self) { try ListState(year: Walk.year, acts: [acts[0], acts[0]]) }
        #expect(throws: ActRefusal.otherYear(Walk.year, not: .of(2024))) {
            try ListState(year: .of(2024), acts: acts)
        }
    }

    @Test
    func `a person who is not in the list, and a clock behind the last act, are refused`() throws {
        var walk = Walk()
        #expect(throws: ActRefusal.unknownPerson("david")) { try walk.propose(by: "david") }
        try walk.propose(by: "anna")
        walk.now = .of("2022-11-01T00:00:00Z")
        #expect(throws: ActRefusal.clockBehind(walk.now, last: Walk.start)) { try walk.adopt(by: "bo") }
    }
}

struct `Refused proposals` {
    private func refusal(_ facts: ProposalFacts, changes: [String] = []) -> ActRefusal? {
        var walk = Walk()
        do {
            try walk.propose(by: "anna", changes: changes, facts: facts)
            return nil
        } catch {
            return error as? ActRefusal
        }
    }

    @Test
    func `a reference, a year read in, errors and what nobody acknowledged stop a proposal`() {
        #expect(refusal(.fit()) == nil)
        #expect(refusal(.fit(purpose: .reference)) == .referenceModel(Walk.year))
        #expect(refusal(.fit(isYearImported: true)) == .importedYear(Walk.year))
        #expect(refusal(.fit(errors: 2)) == .errors(2))
        #expect(refusal(.fit(unacknowledgedWarnings: 3)) == .unacknowledgedWarnings(3))
        #expect(refusal(.fit(unacknowledgedMissing: 4)) == .unacknowledgedMissing(4))
    }

    @Test
    func `one of a kind is told as one, several as several`() {
        let refusals = [ActRefusal.errors, ActRefusal.unacknowledgedWarnings, ActRefusal.unacknowledgedMissing]
        let texts = { (count: Int, language: Language) in
            refusals.map { String($0(count).text(language).prefix { $0 != "." }) }
        }
        #expect(
            texts(1, .swedish) == [
                "Listan har 1 fel", "1 varning är inte kvitterad", "1 saknad post är inte kvitterad",
            ])
        #expect(
            texts(2, .swedish) == [
                "Listan har 2 fel", "2 varningar är inte kvitterade", "2 saknade poster är inte kvitterade",
            ])
        #expect(
            texts(1, .english) == [
                "The list has 1 error", "1 warning is not acknowledged", "1 missing item is not acknowledged",
            ])
        #expect(texts(2, .english)[1] == "2 warnings are not acknowledged")
    }

    @Test
    func `only a correction changes lines, and a correction changes at least one`() throws {
        #expect(refusal(.fit(), changes: ["drg-0000000000000001"]) == .changesWithoutCorrection)
        var walk = Walk()
        try walk.walkToPublished()
        try walk.correct(by: "anna", reason: "Fel vikt")
        #expect(throws: ActRefusal.nothingChanged(edition: 1)) { try walk.propose(by: "anna") }
    }

    @Test
    func `a return and a correction need a reason that can be read`() throws {
        var walk = Walk()
        try walk.propose(by: "anna")
        for reason in ["", "  \n ", String(repeating: "x", count: ListActs.longestReason + 1)] {
            #expect(throws: ActRefusal.reason(.giveBack, longest: ListActs.longestReason)) {
                try walk.giveBack(by: "bo", reason: reason)
            }
        }
        try walk.adopt(by: "bo")
        try walk.publish(by: "bo")
        #expect(throws: ActRefusal.reason(.correct, longest: ListActs.longestReason)) {
            try walk.correct(by: "anna", reason: "")
        }
        #expect(throws: ActRefusal.notTheLastEdition(1)) { try walk.correct(by: "anna", edition: 2, reason: "Fel") }
    }

    @Test
    func `a correction that was begun by mistake is withdrawn, and another can be begun`() throws {
        var walk = Walk()
        try walk.walkToPublished()
        try walk.correct(by: "anna", reason: "Fel vikt")
        try walk.giveBack(by: "bo", reason: "Vikten var rätt")
        #expect(walk.state.stage == .published && walk.state.round.edition == 1)
        #expect(walk.state.rounds.last?.withdrawal?.reason == "Vikten var rätt")
        #expect(throws: ActRefusal.self) { try walk.giveBack(by: "bo", reason: "Igen") }
        try walk.correct(by: "anna", reason: "Fel pris")
        #expect(walk.state.stage == .draft && walk.state.round.edition == 2)
        #expect(try ListState(year: Walk.year, acts: walk.acts) == walk.state)
    }
}
