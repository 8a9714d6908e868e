import Federation
import Testing

@testable import Intake

/// When a delivery says that it was made.
struct DeliveredInstantTests {
    @Test(arguments: [
        ("2022-11-15T09:00:00Z", "2022-11-15T09:00:00Z"), ("2022-11-15T10:00:00+01:00", "2022-11-15T09:00:00Z"),
        ("2022-11-15T09:00:00.25Z", "2022-11-15T09:00:00Z"), ("2022-11-15", "2022-11-15T00:00:00Z"),
    ])
    func `a moment or a day is read`(text: String, moment: String) {
        #expect(Instant(delivered: text)?.description == moment)
    }

    @Test(arguments: [
        "2022-11-15T09:00:00", "2022-11-15T09:00:00Z ", "2022-11-15T09:00:00Z2022", "2022-02-30T09:00:00Z",
        "2022-11-15 09:00:00Z", "2022-11-15T25:00:00Z", "2022-11-15T09:61:00Z", "15 november 2022", "",
    ])
    func `anything else is no moment`(text: String) {
        #expect(Instant(delivered: text) == nil)
    }
}
