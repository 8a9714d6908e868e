import Federation
import Planning
import Testing

struct `The matrix of goals` {
    @Test
    func `the newest round that any region reported is shown`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan,
            reports: [
                Sample.report("varmland", ["2021-Y": ["1": .achieved], "2022-T1": ["1": .onTrack]]),
                Sample.report("uppsala", ["2022-T2": ["1": .atRisk]]),
            ],
            regions: Sample.regions, gateway: Sample.gateway())
        #expect(matrix.round == ReportingRound("2022-T2"))
        #expect(matrix.reportedRounds.map(\.description) == ["2021-Y", "2022-T1", "2022-T2"])
        #expect(matrix.rows.map(\.goal.id) == ["1", "10", "A1"])
        #expect(matrix.rows[0].cells.map(\.region.text) == ["uppsala", "varmland", "orebro"])
        #expect(matrix.rows[0].cells.map(\.progress?.status) == [.atRisk, nil, nil])
    }

    @Test
    func `a chosen round is shown as it was`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan,
            reports: [Sample.report("varmland", ["2021-Y": ["1": .achieved], "2022-T1": ["1": .onTrack]])],
            regions: Sample.regions, gateway: Sample.gateway(), round: ReportingRound("2021-Y"))
        #expect(matrix.round == ReportingRound("2021-Y"))
        #expect(matrix.rows[0].cells.map(\.progress?.status) == [nil, .achieved, nil])
    }

    @Test
    func `what is missing is named per region, and never called not started`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan,
            reports: [
                Sample.report("uppsala", ["2022-T2": ["1": .onTrack]]),
                Sample.report("varmland", ["2022-T2": ["1": .notStarted, "A1": .achieved]]),
            ],
            regions: Sample.regions, gateway: Sample.gateway())
        #expect(matrix.missing.map(\.region.text) == ["uppsala", "orebro"])
        #expect(matrix.missing.map(\.goals) == [["A1"], ["1", "A1"]])
        #expect(matrix.missing.map(\.wholeRound) == [false, true])
        #expect(matrix.rows[0].cells.map(\.progress?.status) == [.onTrack, .notStarted, nil])
    }

    @Test
    func `share, evidence and comment come along from the report`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan, reports: [Sample.report("uppsala", ["2022-T2": ["1": .onTrack]])],
            regions: Sample.regions, gateway: Sample.gateway())
        let progress = try #require(matrix.rows[0].cells[0].progress)
        #expect(progress.shareDone == 60)
        #expect(progress.evidence == "protokoll")
        #expect(progress.comment == "kommentar")
        #expect(progress.source == .reports)
    }

    @Test
    func `the goal of the gateway is the same for all regions, whatever they report on it`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan, reports: [Sample.report("uppsala", ["2022-T2": ["10": .offTrack]])],
            regions: Sample.regions, gateway: Sample.gateway(published: [2023]))
        #expect(matrix.rows[1].cells.map(\.progress?.status) == [.achieved, .achieved, .achieved])
        #expect(matrix.rows[1].cells.map(\.progress?.source) == [.gateway, .gateway, .gateway])
        #expect(matrix.missing.allSatisfy { !$0.goals.contains("10") })
    }

    @Test
    func `the report created last counts, in whatever order they come`() throws {
        let older = try Sample.report("uppsala", ["2022-T2": ["1": .offTrack]], created: "2022-09-01T08:00:00Z")
        let newer = try Sample.report("uppsala", ["2022-T2": ["1": .achieved]], created: "2022-09-02T08:00:00Z")
        for reports in [[older, newer], [newer, older]] {
            let matrix = try GoalMatrix.rollUp(
                plan: Sample.plan, reports: reports, regions: Sample.regions, gateway: Sample.gateway())
            #expect(matrix.rows[0].cells[0].progress?.status == .achieved)
        }
    }

    @Test
    func `reports on other plans and from strangers are left out`() throws {
        let matrix = try GoalMatrix.rollUp(
            plan: Sample.plan,
            reports: [
                Sample.report("uppsala", ["2022-T2": ["1": .onTrack]], plan: "strategi-hsvo-2024-2026"),
                Sample.report("skane", ["2023-Y": ["1": .onTrack]]),
            ],
            regions: Sample.regions, gateway: Sample.gateway(published: [2023]))
        #expect(matrix.round == nil)
        #expect(matrix.rows.allSatisfy { $0.cells.allSatisfy { $0.progress == nil } })
        #expect(matrix.missing.map(\.wholeRound) == [true, true, true])
    }
}

struct `The goal that is the price list` {
    private func status(_ gateway: GatewayStatus) throws -> GoalStatus {
        gateway.priceListGoal(in: try #require(ReportingRound("2022-T2")))
    }

    @Test
    func `it is achieved when the list for the year after the round's is published`() throws {
        #expect(try status(Sample.gateway(published: [2023])) == .achieved)
        #expect(try status(Sample.gateway(published: [2022])) == .atRisk)
    }

    @Test
    func `it is on track while a draft exists before the decision day`() throws {
        #expect(try status(Sample.gateway(drafts: [2023], today: "2022-12-01")) == .onTrack)
        #expect(try status(Sample.gateway(drafts: [2022], today: "2022-12-01")) == .atRisk)
    }

    @Test
    func `it is at risk from the decision day on, and without a draft`() throws {
        #expect(try status(Sample.gateway(drafts: [2023], today: "2022-12-02")) == .atRisk)
        #expect(try status(Sample.gateway(today: "2022-10-01")) == .atRisk)
    }
}
