import Federation

/// A rule that tells of the fixed DRG prices that one kind of obstacle keeps out of the list.
protocol LeftOutRule: ListRule {
    static func tells(of obstacle: LeftOutFixedPrice.Obstacle) -> Bool
}

extension LeftOutRule {
    mutating func finish(_ list: PriceList, _ findings: inout [ListFinding]) {
        for price in list.leftOut where Self.tells(of: price.obstacle) {
            findings.append(
                finding(
                    .line(price.line.id, ListedLine(price.line).key), list.evidence(of: price.line), .leftOut(price)))
        }
    }
}
