import Federation
import Testing

@testable import Pricing

@Suite struct WeightListTests {
    func read(_ rows: [String], headings: String = WeightList.headings.joined(separator: ";")) throws(WeightListFaults)
        -> WeightList
    {
        let rows = ([headings] + rows).enumerated().map { index, row in
            (index + 1, row.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
        }
        return try WeightList.read(id: "list", fingerprint: Fixture.weightsFingerprint, rows: rows)
    }

    /// Each fault as `code line column value`.
    func faults(_ rows: [String], headings: String = WeightList.headings.joined(separator: ";")) -> [String] {
        do {
            _ = try read(rows, headings: headings)
            return []
        } catch {
            for fault in error.faults { #expect(fault.text(.swedish) != fault.code, "has no sentence") }
            return error.faults.map { "\($0.code) \($0.line) \($0.column ?? "-") \($0.value)" }
        }
    }

    @Test func `rows are read with decimal comma and stand in order`() throws {
        let list = try read(["T10N;19;Bipolära;1,210;193861;29;02", "A01N;01;Nerv;0,5;99999999;;02", "T10N;19;x;;;;01"])
        #expect(list.weights.map(\.drg) == ["A01N", "T10N", "T10N"])
        #expect(list.weights.map(\.typeOfCare) == [.inpatient, .outpatient, .inpatient])
        #expect(list.weights.map { $0.weight?.text } == ["0.5", nil, "1.210"])
        #expect(list.weights.map { $0.costLimit?.wire } == [nil, nil, "193861.00"])
        #expect(list.weights.map(\.daysLimit) == [nil, nil, 29])
        #expect(list.weights.map(\.line) == [3, 4, 2])
    }

    @Test func `other headings make the file another file`() {
        #expect(faults(["x"], headings: "DRG;Vikt") == ["weight-list-headings 1 - DRG;Vikt"])
    }

    @Test func `what is no weight is refused`() {
        for weight in ["1.210", "1,21000", "-1", "1 210", "ett", "1,", ",5", "1,2,3", "+1"] {
            #expect(faults(["T10N;19;x;\(weight);;;02"]) == ["weight-list-not-a-weight 2 Vikt \(weight)"])
        }
    }

    @Test func `what is no limit is refused`() {
        #expect(
            faults(["T10N;19;x;1;1,5;0;02"]) == [
                "weight-list-not-a-limit 2 Kostnadsytterfallsgräns 1,5",
                "weight-list-not-a-limit 2 Vårdtidsytterfallsgräns 0",
            ])
    }

    @Test func `a group stands once for a kind of care`() {
        #expect(
            faults(["T10N;19;x;1;;;02", "T10N;19;x;1;;;01", "T10N;19;y;2;;;02"]) == [
                "weight-list-group-twice 4 DRG T10N"
            ])
    }

    @Test func `kind of care, group and number of fields are checked, all rows in one pass`() {
        #expect(
            faults(["T10N;19;x;1;;;03", "T1N;19;x;1;;;02", "T10N;19"]) == [
                "weight-list-unknown-type-of-care 2 Vårdform 03", "weight-list-not-a-group 3 DRG T1N",
                "weight-list-fields 4 - 2",
            ])
    }
}
