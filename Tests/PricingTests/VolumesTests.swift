import Federation
import Testing

@testable import Pricing

/// Rows of a volume file find their lines, or say why not.
@Suite struct VolumesTests {
    let varmland: Region

    init() throws { varmland = try Fixture.varmland() }

    func list(exceptions: [DecidedException] = []) throws -> PriceList {
        let price = CareService.Price.amount(Amount(ore: 100))
        let services = [
            Fixture.service("KIR01", price: price), Fixture.service("KIR02", price: price),
            Fixture.service("KIR02", unit: "medicin", price: price),
        ]
        let tariffs = [DRGTariff(provider: "karlstad", typesOfCare: .inpatient, origin: Fixture.origin())]
        let submission = try Fixture.submission(of: varmland, careServices: services, drgTariffs: tariffs)
        return try PriceList.compute(
            Fixture.input(
                regions: [varmland], deliveries: [Fixture.delivery(submission)],
                model: .fixture(exceptions: exceptions),
                groups: [
                    Fixture.group("T10N", weight: "1"), Fixture.group("T20O", weight: "1", typeOfCare: .outpatient),
                ]))
    }

    func codes(_ rows: (String, String)..., exceptions: [DecidedException] = []) throws -> (Volumes, [String]) {
        let rows = rows.enumerated().map { index, row in
            VolumeRow(
                code: row.0, provider: row.1, cases: 5,
                place: Place(bytes: 0..<1, line: index + 2, column: 1, path: ""))
        }
        let (volumes, report) = Volumes.of(rows, in: try list(exceptions: exceptions), regions: [varmland])
        return (volumes, report.samples.map { "\($0.place?.line ?? 0) \($0.code)" })
    }

    @Test func `a code finds its line at the hospital, plain or with the region's name`() throws {
        let (volumes, told) = try codes(("KIR01", "karlstad"), ("T10N", "varmland/karlstad"))
        #expect(told.isEmpty && volumes.lineCount == 2)
        let line = try #require(try list().drg.first { $0.group.drg == "T10N" })
        #expect(volumes.entries(of: line.id).map(\.provider) == ["karlstad"])
        #expect(volumes.cases(of: line.id) == 5)
    }

    @Test func `a code of several lines is told with their ids, and a line id is one line`() throws {
        let id = try #require(try list().careServices.first { $0.service.unit == "medicin" }).id
        let (volumes, told) = try codes(("KIR02", "karlstad"), (id.description, "karlstad"))
        #expect(told == ["2 volume-ambiguous-code"])
        #expect(volumes.cases(of: id) == 5 && volumes.lineCount == 1)
    }

    @Test func `a group is no line at a hospital that the committee excepted`() throws {
        let karlstad = ProviderReference(region: varmland.slug, provider: "karlstad")
        let whole = DecidedException(provider: karlstad, unit: nil, typesOfCare: .inpatient, reason: "Beslut")
        #expect(try codes(("T10N", "karlstad"), exceptions: [whole]).1 == ["2 volume-unknown-code"])
    }

    @Test func `unknown hospitals and codes, and a row twice, are told and not counted`() throws {
        let (volumes, told) = try codes(
            ("KIR01", "falun"), ("KIR99", "karlstad"), ("KIR01", "arvika"), ("T20O", "karlstad"),
            ("KIR01", "karlstad"), ("KIR01", "varmland/karlstad"))
        #expect(
            told == [
                "2 volume-unknown-provider", "3 volume-unknown-code", "4 volume-unknown-code", "5 volume-unknown-code",
                "7 volume-row-twice",
            ])
        #expect(volumes.lineCount == 1)
    }
}
