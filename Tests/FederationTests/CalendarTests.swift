import Federation
import Testing

struct CalendarTests {
    @Test(arguments: ["2023-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "20230101", "2023-01-01Z"])
    func `what the calendar does not have is no day`(text: String) { #expect(Day(text) == nil) }

    @Test func `leap days and compact days are read`() {
        #expect(Day("2024-02-29")?.description == "2024-02-29")
        #expect(Day(compact: "20230101")?.description == "2023-01-01")
        #expect(Day("1900-02-29") == nil)
    }

    @Test func `an instant late in the evening in UTC is the next day in Sweden`() throws {
        #expect(try #require(Instant("2022-12-31T23:30:00Z")).day == Day("2023-01-01"))
        #expect(try #require(Instant("2022-06-30T22:30:00Z")).day == Day("2022-07-01"))
        #expect(try #require(Instant("2022-12-31T22:30:00Z")).day == Day("2022-12-31"))
    }

    @Test func `an instant is read in any time zone and written in UTC`() throws {
        #expect(try #require(Instant("2022-11-15T10:00:00+01:00")).description == "2022-11-15T09:00:00Z")
        #expect(Instant("2022-11-15") == nil)
    }

    @Test(arguments: [
        "2022-11-15T25:00:00Z", "2022-11-15T09:61:00Z", "2022-11-15T09:00:00Z ", "2022-11-15T09:00:00Zoo",
        "2022-02-30T09:00:00Z", "2022-11-15T09:00:00", "2022-11-15 09:00:00Z",
    ])
    func `what is not a whole moment of RFC 3339 is none`(text: String) { #expect(Instant(text) == nil) }
}
