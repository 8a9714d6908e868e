import Adoption
import Federation
import Testing

struct `Two clocks` {
    private let year = Year.of(2023)

    /// Edition 1 holds the whole year; edition 2 corrects it from April, edition 3 from February.
    private var editions: [PriceListEdition] {
        [
            .sample(1, validFrom: "2023-01-01", publishedAt: "2022-12-05T10:00:00Z"),
            .sample(2, validFrom: "2023-04-01", publishedAt: "2023-03-10T10:00:00Z"),
        ]
    }

    private func number(on day: String, knownAt moment: String, _ editions: [PriceListEdition]) -> Int? {
        EditionCalendar(editions).inForce(on: .of(day), knownAt: .of(moment))?.number
    }

    @Test
    func `nothing is in force before it is published`() {
        #expect(number(on: "2023-02-01", knownAt: "2022-12-05T09:59:59Z", editions) == nil)
        #expect(number(on: "2023-02-01", knownAt: "2022-12-05T10:00:00Z", editions) == 1)
    }

    @Test
    func `a correction from April leaves January to March with the first edition`() {
        let late = "2023-06-01T00:00:00Z"
        #expect(number(on: "2023-03-31", knownAt: late, editions) == 1)
        #expect(number(on: "2023-04-01", knownAt: late, editions) == 2)
        #expect(number(on: "2023-12-31", knownAt: late, editions) == 2)
    }

    @Test
    func `what was known before the correction stays what was known`() {
        #expect(number(on: "2023-05-01", knownAt: "2023-03-10T09:59:59Z", editions) == 1)
        #expect(number(on: "2023-05-01", knownAt: "2023-03-10T10:00:00Z", editions) == 2)
    }

    @Test
    func `a day outside every validity has no edition`() {
        let late = "2024-06-01T00:00:00Z"
        #expect(number(on: "2022-12-31", knownAt: late, editions) == nil)
        #expect(number(on: "2024-01-01", knownAt: late, editions) == nil)
    }

    @Test
    func `the order in which editions are given does not matter`() {
        for day in ["2023-01-01", "2023-03-31", "2023-04-01"] {
            let known = "2023-12-01T00:00:00Z"
            #expect(number(on: day, knownAt: known, editions) == number(on: day, knownAt: known, editions.reversed()))
        }
    }

    @Test
    func `editions of several years are told apart by the days that they cover`() {
        let next = PriceListEdition.sample(
            1, year: 2024, validFrom: "2024-01-01", publishedAt: "2023-12-04T10:00:00Z")
        let calendar = EditionCalendar(editions + [next])
        let known = Instant.of("2024-02-01T00:00:00Z")
        #expect(calendar.inForce(on: .of("2024-01-01"), knownAt: known) == next)
        #expect(calendar.inForce(on: .of("2023-12-31"), knownAt: known)?.number == 2)
        #expect(calendar.latest(of: year, knownAt: known)?.number == 2)
    }

    @Test
    func `an edition is superseded from the day that the later one holds, and only once that is known`() {
        let calendar = EditionCalendar(editions)
        #expect(calendar.supersessions(of: editions[0], knownAt: .of("2023-03-10T09:59:59Z")).isEmpty)
        let found = calendar.supersessions(of: editions[0], knownAt: .of("2023-03-10T10:00:00Z"))
        #expect(found.map(\.number) == [2])
        #expect(found.map(\.from) == [.of("2023-04-01")])
        #expect(found.map(\.publishedAt) == [.of("2023-03-10T10:00:00Z")])
        #expect(calendar.supersessions(of: editions[1], knownAt: .of("2023-12-31T00:00:00Z")).isEmpty)
    }

    @Test
    func `a third edition from February takes April too, since it was published last`() {
        let third = PriceListEdition.sample(3, validFrom: "2023-02-01", publishedAt: "2023-05-02T10:00:00Z")
        let calendar = EditionCalendar(editions + [third])
        let known = Instant.of("2023-06-01T00:00:00Z")
        #expect(calendar.inForce(on: .of("2023-04-15"), knownAt: known)?.number == 3)
        #expect(calendar.supersessions(of: editions[0], knownAt: known).map(\.number) == [2, 3])
        #expect(calendar.supersessions(of: editions[1], knownAt: known).map(\.from) == [.of("2023-04-01")])
    }

    @Test
    func `the periods of a year say which edition holds on which days`() {
        let calendar = EditionCalendar(editions)
        let first = calendar.periods(of: year, knownAt: .of("2023-01-01T00:00:00Z"))
        #expect(first.map(\.text) == ["1: 2023-01-01–2023-12-31"])
        let both = calendar.periods(of: year, knownAt: .of("2023-06-01T00:00:00Z"))
        #expect(both.map(\.text) == ["1: 2023-01-01–2023-03-31", "2: 2023-04-01–2023-12-31"])
        #expect(calendar.periods(of: year, knownAt: .of("2022-12-01T00:00:00Z")).isEmpty)
    }

    @Test
    func `the periods agree with what is in force on every day of the year`() {
        let third = PriceListEdition.sample(3, validFrom: "2023-02-15", publishedAt: "2023-05-02T10:00:00Z")
        let calendar = EditionCalendar(editions + [third])
        for known in ["2022-12-06T00:00:00Z", "2023-04-01T00:00:00Z", "2023-12-31T00:00:00Z"].map(Instant.of) {
            let periods = calendar.periods(of: year, knownAt: known)
            var day = Day.of("2022-12-30")
            while day < .of("2024-01-03") {
                let period = periods.filter { $0.from <= day && day <= $0.to }
                #expect(period.map(\.edition) == [calendar.inForce(on: day, knownAt: known)].compactMap { $0 })
                day = day.next
            }
        }
    }
}

extension EditionCalendar.Period {
    fileprivate var text: String { "\(edition.number): \(from)–\(to)" }
}
