package import Federation

/// A time of reporting (rapportomgång): `2023-T1` < `2023-T2` < `2023-Y`.
package struct ReportingRound: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The part of the year that is reported: after the first or second third, or the whole year (helår).
    package enum Term: String, Sendable, CaseIterable { case firstThird = "T1", secondThird = "T2", year = "Y" }

    package let year: Year
    package let term: Term

    package init(year: Year, term: Term) {
        self.year = year
        self.term = term
    }

    /// Reads `2023-T1`, `2023-T2` or `2023-Y`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let year = Year(parts[0]), let term = Term(rawValue: parts[1]) else { return nil }
        self.init(year: year, term: term)
    }

    package var description: String { "\(year)-\(term.rawValue)" }

    package static func < (left: ReportingRound, right: ReportingRound) -> Bool {
        (left.year, left.term.order) < (right.year, right.term.order)
    }
}

extension ReportingRound.Term {
    fileprivate var order: Int {
        switch self {
        case .firstThird: 1
        case .secondThird: 2
        case .year: 3
        }
    }
}
