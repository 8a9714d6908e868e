import Federation

/// A fixed DRG price at a hospital that the committee excepted wholly for the kind of care.
struct FixedPriceExcepted: LeftOutRule {
    static let code = "fixed-price-excepted"

    init(_ context: ListContext) {}

    static func tells(of obstacle: LeftOutFixedPrice.Obstacle) -> Bool {
        if case .excepted = obstacle { true } else { false }
    }
}
