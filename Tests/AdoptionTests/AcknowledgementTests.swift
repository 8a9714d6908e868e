import Adoption
import Federation
import Pricing
import Testing

/// Acknowledgements follow a finding into later builds, and lapse when what they were tied to changes.
@Suite struct AcknowledgementTests {
    let record = Fingerprint(of: "record".utf8)
    let last = Amount(ore: 100_000)

    func key(_ code: String = "KIR01") throws -> ListedLineKey {
        .careService(
            CareServiceKey(
                region: try #require(RegionSlug("varmland")), provider: "karlstad", unit: "kirurgi", code: code,
                typeOfCare: .outpatient, careLevel: .county))
    }

    func finding(
        _ code: String = "change-without-reason", version: Int = 1, line: String = "KIR01", last: Amount? = nil,
        offset: Int64 = 100
    ) throws -> ListFinding {
        let key = try key(line)
        let change = PriceChange(
            amount: Amount(ore: 200_000), last: last ?? self.last, measure: .doctorVisit, reason: nil)
        let origin = RecordOrigin(part: 0, line: 1, column: 1, offset: offset, length: 80)
        return ListFinding(
            code: code, version: version, subject: .line(key.lineID, key),
            evidence: .record(version: Fingerprint(of: "version".utf8), origin: origin), facts: .change(change))
    }

    func acknowledge(_ finding: TiedFinding, at milliseconds: Int64 = 0, by: String = "anna") throws -> Acknowledgement
    {
        try #require(
            Acknowledgement(
                tie: finding.tie, by: by, reason: "Ny metod", at: Instant(milliseconds: milliseconds)))
    }

    @Test func `an acknowledgement follows its line to another place in another file`() throws {
        let seen = try acknowledge(TiedFinding(finding(), record: record))
        let moved = try TiedFinding(finding(offset: 9_000), record: record)
        let report = Acknowledgements([seen]).matching([moved])
        #expect(report.acknowledged.map(\.acknowledgement) == [seen])
        #expect(report.open.isEmpty && report.lapsed.isEmpty)
    }

    @Test func `it lapses when the record, last year's amount or the rule changes, and says which`() throws {
        let seen = try acknowledge(TiedFinding(finding(), record: record))
        let other = Fingerprint(of: "other".utf8)
        let cases: [(TiedFinding, [LapsedAcknowledgement.Cause])] = [
            (try TiedFinding(finding(), record: other), [.recordChanged]),
            (try TiedFinding(finding(last: Amount(ore: 1)), record: record), [.lastAmountChanged]),
            (try TiedFinding(finding(version: 2), record: record), [.ruleChanged]),
            (
                try TiedFinding(finding(version: 2, last: Amount(ore: 1)), record: other),
                [.recordChanged, .lastAmountChanged, .ruleChanged]
            ),
            (try TiedFinding(finding("suspicious-amount"), record: record), [.findingGone]),
            (try TiedFinding(finding(line: "KIR02"), record: record), [.findingGone]),
        ]
        for (finding, causes) in cases {
            let report = Acknowledgements([seen]).matching([finding])
            #expect(report.open == [finding])
            #expect(report.lapsed.map(\.causes) == [causes])
        }
    }

    @Test func `one of a whole point price lapses when last year's prices change`() throws {
        let moved = { (count: Int, last: Int64) in
            let change = PriceChange(
                amount: Amount(ore: 200_000), last: Amount(ore: last), measure: nil, reason: nil)
            let facts = MovedPrices(pointPrice: "region", count: count, all: 9, greatest: change, greatestCode: "T10N")
            return TiedFinding(
                ListFinding(
                    code: "drg-prices-moved", version: 1, subject: .pointPrice("region"), evidence: .whole(record),
                    facts: .moved(facts)))
        }
        let seen = Acknowledgements([try acknowledge(moved(3, 100_000))])
        #expect(seen.matching([moved(3, 100_000)]).open.isEmpty)
        #expect(seen.matching([moved(3, 100_001)]).lapsed.map(\.causes) == [[.lastAmountChanged]])
        #expect(seen.matching([moved(2, 100_000)]).lapsed.map(\.causes) == [[.recordChanged]])
    }

    @Test func `one that lapsed holds again when all is as it was`() throws {
        let first = try TiedFinding(finding(), record: record)
        let second = try TiedFinding(finding(), record: Fingerprint(of: "other".utf8))
        let both = Acknowledgements([try acknowledge(first), try acknowledge(second, at: 1)])
        #expect(both.matching([first]).open.isEmpty)
        #expect(both.matching([second]).open.isEmpty)
        #expect(both.matching([first]).lapsed.map(\.causes) == [[.recordChanged]])
    }

    @Test func `of two acknowledgements of the same the later counts`() throws {
        let finding = try TiedFinding(finding(), record: record)
        let report = Acknowledgements([
            try acknowledge(finding, by: "anna"), try acknowledge(finding, at: 1, by: "bo"),
        ]).matching([finding])
        #expect(report.acknowledged.map(\.acknowledgement.by) == ["bo"])
    }

    @Test func `errors block whether acknowledged or not, warnings only while they are open, infos never`() throws {
        let codes = ["an-error", "seen-warning", "open-warning", "an-info"]
        let findings = try codes.map { try TiedFinding(finding($0), record: record) }
        let seen = try findings.prefix(2).map { try acknowledge($0) }
        let report = Acknowledgements(seen).matching(findings)
        let blocking = report.blocking { code in
            code.hasSuffix("error") ? .error : code.hasSuffix("info") ? .info : .warning
        }
        #expect(blocking.map(\.finding.code) == ["an-error", "open-warning"])
    }

    @Test func `a finding about the whole list is tied to the file it rests on`() throws {
        let weights = ListFinding(
            code: "weights-made-up", version: 1, subject: .weightList("clinic"), evidence: .whole(record),
            facts: .name("clinic.csv"))
        #expect(TiedFinding(weights).tie.record == record)
        let seen = try acknowledge(TiedFinding(weights))
        #expect(Acknowledgements([seen]).matching([TiedFinding(weights)]).open.isEmpty)
    }

    @Test func `an acknowledgement without reason or person is none`() throws {
        let tie = try TiedFinding(finding(), record: record).tie
        let now = Instant(milliseconds: 0)
        #expect(Acknowledgement(tie: tie, by: "anna", reason: " \n", at: now) == nil)
        #expect(Acknowledgement(tie: tie, by: "", reason: "Ja", at: now) == nil)
        let long = String(repeating: "a", count: 1001)
        #expect(Acknowledgement(tie: tie, by: "anna", reason: long, at: now) == nil)
    }

    @Test func `a finding's id is short, stable and read back`() throws {
        let id = try TiedFinding(finding(), record: record).id
        #expect(FindingID(id.description) == id)
        #expect(try TiedFinding(finding(offset: 5), record: record).id == id)
        #expect(try TiedFinding(finding(version: 2), record: record).id != id)
        for text in ["f-", "f-123", "x-0123456789abcdef", "f-0123456789ABCDEF", "f-0123456789abcdef0"] {
            #expect(FindingID(text) == nil)
        }
        // Nothing of the tie runs into its neighbour.
        let one = FindingTie(code: "ab", subject: "c", record: nil, lastAmount: nil, ruleVersion: 1)
        let two = FindingTie(code: "a", subject: "bc", record: nil, lastAmount: nil, ruleVersion: 1)
        #expect(one.id != two.id)
    }
}
