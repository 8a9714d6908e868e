import Adoption
import Federation
import Testing

struct `Refused adoptions and publishings` {
    private func proposed() throws -> Walk {
        var walk = Walk()
        try walk.propose(by: "anna")
        walk.now = .of("2022-12-05T10:00:00Z")
        return walk
    }

    @Test
    func `whoever proposed cannot adopt`() throws {
        var walk = try proposed()
        #expect(throws: ActRefusal.sameProposer("anna")) { try walk.adopt(by: "anna") }
        try walk.adopt(by: "bo")
    }

    @Test
    func `only who made the standing proposal is barred, not who made one given back`() throws {
        var walk = try proposed()
        try walk.giveBack(by: "bo", reason: "Fel enhet")
        try walk.propose(by: "bo")
        #expect(throws: ActRefusal.sameProposer("bo")) { try walk.adopt(by: "bo", day: "2022-12-05") }
        try walk.adopt(by: "anna", day: "2022-12-05")
    }

    @Test
    func `a decision needs number and paragraph, in one line each`() throws {
        var walk = try proposed()
        let longest = ListDecision.longestText
        for text in ["", " ", "a\nb", String(repeating: "x", count: longest + 1)] {
            #expect(throws: ActRefusal.decisionText(field: .number, longest: longest)) {
                try walk.adopt(by: "bo", number: text)
            }
            #expect(throws: ActRefusal.decisionText(field: .paragraph, longest: longest)) {
                try walk.adopt(by: "bo", paragraph: text)
            }
        }
    }

    @Test
    func `a decision's day is neither before the proposal nor after today, by the clock in Sweden`() throws {
        var walk = try proposed()
        let days = (Day.of("2022-11-25"), Day.of("2022-12-05"))
        for day in ["2022-11-24", "2022-12-06"] {
            #expect(throws: ActRefusal.decisionDay(.of(day), earliest: days.0, latest: days.1)) {
                try walk.adopt(by: "bo", day: day)
            }
        }
        // 23:30 UTC on the fifth is the sixth in Sweden.
        walk.now = .of("2022-12-05T23:30:00Z")
        try walk.adopt(by: "bo", day: "2022-12-06")
    }

    @Test
    func `a list holds from a day of its model`() throws {
        var walk = try proposed()
        for day in ["2022-12-31", "2024-01-01"] {
            #expect(
                throws: ActRefusal.validFrom(
                    .of(day), first: Walk.validity.lowerBound, last: Walk.validity.upperBound)
            ) { try walk.adopt(by: "bo", validFrom: day) }
        }
        try walk.adopt(by: "bo", validFrom: "2023-12-31")
    }

    @Test
    func `a newer delivery is adopted past only where that is said, and the act keeps which`() throws {
        var walk = try proposed()
        let newer = [RegionSlug.of("varmland"), .of("dalarna")]
        #expect(throws: ActRefusal.newerDeliveries(newer.sorted())) { try walk.adopt(by: "bo", newer: newer) }
        try walk.adopt(by: "bo", newer: newer, despiteNewer: true)
        #expect(walk.state.round.adoption?.adopted.despiteNewer == newer.sorted())
    }

    @Test
    func `a correction needs a decision of its own`() throws {
        var walk = Walk()
        try walk.walkToPublished()
        try walk.correct(by: "anna", reason: "Fel vikt")
        try walk.propose(by: "anna", changes: ["applicability"])
        #expect(throws: ActRefusal.sameDecision("SN 2022-0031 § 47")) { try walk.adopt(by: "bo") }
        try walk.adopt(by: "bo", paragraph: "48")
    }

    @Test
    func `without PDF only where that is said`() throws {
        var walk = try proposed()
        try walk.adopt(by: "bo")
        let acts = try walk.acts(by: "anna")
        #expect(throws: ActRefusal.pdfMissing) { try acts.checkPublishing(hasPDF: false, withoutPDF: false) }
        #expect(throws: Never.self) { try acts.checkPublishing(hasPDF: false, withoutPDF: true) }
        #expect(throws: Never.self) { try acts.checkPublishing(hasPDF: true, withoutPDF: false) }
    }

    @Test
    func `nothing but the adopted list is published`() throws {
        var walk = try proposed()
        try walk.adopt(by: "bo")
        let other = Fingerprint(of: Array("other".utf8))
        #expect(throws: ActRefusal.notTheAdoptedList(adopted: Walk.list, given: other)) {
            try walk.publish(by: "anna", edition: other)
        }
    }

    @Test
    func `every refusal has a code of its own and words in both languages`() {
        let day = Day.of("2023-01-01")
        let print = Walk.list
        let all: [ActRefusal] = [
            .unknownPerson("x"), .wrongStage(.adopt, stage: .draft, needed: .proposed),
            .clockBehind(Walk.start, last: Walk.start), .otherYear(Walk.year, not: Walk.year),
            .referenceModel(Walk.year), .importedYear(Walk.year), .errors(1), .unacknowledgedWarnings(1),
            .unacknowledgedMissing(1), .reason(.correct, longest: 1), .nothingChanged(edition: 1),
            .changesWithoutCorrection, .sameProposer("x"), .decisionText(field: .number, longest: 1),
            .sameDecision("x"), .decisionDay(day, earliest: day, latest: day),
            .validFrom(day, first: day, last: day), .newerDeliveries([]), .pdfMissing, .notTheLastEdition(1),
            .notTheAdoptedList(adopted: print, given: print),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for refusal in all {
            #expect(refusal.text(.swedish) != refusal.text(.english))
            #expect(refusal.text(.swedish) != refusal.code)
        }
    }
}
