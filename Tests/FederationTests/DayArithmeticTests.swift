import Federation
import Testing

struct `The days around a day` {
    @Test
    func `the next day and the day before undo each other over four hundred years of leap days`() throws {
        var day = try #require(Day("1899-12-31"))
        let end = try #require(Day("2300-01-01"))
        var count = 0
        while day < end {
            #expect(day < day.next)
            #expect(day.next.previous == day)
            day = day.next
            count += 1
        }
        // 400 years of the Gregorian calendar have 146 097 days; with the last day of 1899 one more.
        #expect(count == 146_098)
    }

    @Test
    func `the calendar's ends are their own neighbours`() throws {
        let first = try #require(Day("0001-01-01"))
        let last = try #require(Day("9999-12-31"))
        #expect(first.previous == first)
        #expect(last.next == last)
    }
}
