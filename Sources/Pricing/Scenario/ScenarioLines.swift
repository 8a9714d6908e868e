package import Federation

/// One line of the proposal and of the scenario (scenariorad).
package struct ScenarioLine: Hashable, Sendable {
    /// The line as the proposal has it, or as the scenario does where the proposal has none.
    package let line: ListedLine
    /// Nil where only the scenario has the line.
    package let proposed: Amount?
    /// Nil where the line gets no price in the scenario.
    package let scenario: Amount?
    /// The cases of a year; nil without volumes for the line.
    package let cases: Int64?

    /// From the proposal to the scenario; nil where one of them has no price.
    package var change: AmountSum? {
        guard let proposed, let scenario else { return nil }
        return AmountSum(from: proposed, to: scenario)
    }

    /// The change times the cases.
    package var effect: AmountSum? { cases.flatMap { cases in change?.times(cases) } }
}

/// Every line of a proposal beside the scenario's, in the order of the proposal; lines of the scenario alone come last.
/// Lines are made when they are asked for, since there may be seven hundred thousand.
package struct ScenarioLines: RandomAccessCollection, Sendable {
    private struct Pair: Sendable {
        var proposal: Int32?
        var scenario: Int32?
    }

    private let proposal: ComparedList
    private let scenario: ComparedList
    private let volumes: Volumes?
    private let pairs: [Pair]

    init(proposal: ComparedList, scenario: ComparedList, volumes: Volumes?) {
        self.proposal = proposal
        self.scenario = scenario
        self.volumes = volumes
        var matches = [Int32?](repeating: nil, count: proposal.count)
        var new: [Int] = []
        for section in LineID.Section.allCases {
            let left = proposal.positions(of: section)
            let right = scenario.positions(of: section)
            let pairing = LinePairing(earlier: left.map(proposal.digits), later: right.map(scenario.digits))
            for (one, other) in pairing.both { matches[left[one]] = Int32(right[other]) }
            new += pairing.new.map { right[$0] }
        }
        pairs =
            matches.enumerated().map { Pair(proposal: Int32($0.offset), scenario: $0.element) }
            + new.sorted().map { Pair(proposal: nil, scenario: Int32($0)) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { pairs.count }

    package subscript(position: Int) -> ScenarioLine {
        let pair = pairs[position]
        let before = pair.proposal.map { proposal.line(at: Int($0)) }
        let after = pair.scenario.map { scenario.line(at: Int($0)) }
        guard let line = before ?? after else { preconditionFailure("a pair has at least one line") }
        return ScenarioLine(
            line: line, proposed: before?.amount, scenario: after?.amount, cases: volumes?.cases(of: line.id))
    }
}

extension ScenarioLines {
    /// The lines that have cases; the others are not even made.
    var withCases: [ScenarioLine] {
        guard let volumes else { return [] }
        return indices.filter { position in
            let pair = pairs[position]
            let id = pair.proposal.map { proposal.id(at: Int($0)) } ?? pair.scenario.map { scenario.id(at: Int($0)) }
            return id.map { volumes.cases(of: $0) != nil } ?? false
        }.map { self[$0] }
    }
}

extension ComparedList {
    fileprivate func id(at position: Int) -> LineID {
        position < otherLines.count
            ? otherLines[position].id : LineID(section: .careService, digits: digits(at: position))
    }

    /// All lines: those of the other sections first, then the care services.
    fileprivate var count: Int { otherLines.count + careServiceCount }

    fileprivate func line(at position: Int) -> ListedLine {
        position < otherLines.count ? otherLines[position] : careService(position - otherLines.count)
    }

    fileprivate func digits(at position: Int) -> UInt64 {
        position < otherLines.count
            ? otherLines[position].id.digits : careServiceDigits(position - otherLines.count)
    }

    fileprivate func positions(of section: LineID.Section) -> [Int] {
        section == .careService
            ? Array(otherLines.count..<count) : otherLines.indices.filter { otherLines[$0].key.section == section }
    }
}
