import Federation
import Planning
import Testing

struct `Reporting rounds` {
    @Test
    func `the thirds come before the whole year, and years in order`() throws {
        let rounds = ["2023-T1", "2022-Y", "2023-Y", "2022-T1", "2023-T2"].compactMap { ReportingRound($0) }
        #expect(rounds.sorted().map(\.description) == ["2022-T1", "2022-Y", "2023-T1", "2023-T2", "2023-Y"])
    }

    @Test(arguments: ["", "2023", "2023-T3", "2023-t1", "23-T1", "2023-T1-", "2023--T1", " 2023-T1", "1800-Y"])
    func `anything else is no round`(text: String) {
        #expect(ReportingRound(text) == nil)
    }
}

struct `The table of statuses` {
    @Test
    func `each status has its own symbol and its own word in both languages`() {
        let all = GoalStatus.allCases
        #expect(Set(all.map(\.symbol) + [GoalStatus.notReportedSymbol]).count == all.count + 1)
        for language in Language.allCases {
            let words = all.map { $0.word(in: language) } + [GoalStatus.notReportedWord(in: language)]
            #expect(Set(words).count == all.count + 1)
        }
        #expect(GoalStatus.notReportedWord(in: .swedish) == "ej rapporterat")
        #expect(GoalStatus.onTrack.word(in: .swedish) == "enligt plan")
        #expect(GoalStatus.onTrack.word(in: .english) == "on track")
    }
}
