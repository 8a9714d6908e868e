import Federation

/// A fixed DRG price at a hospital that declares no DRG prices for the kind of care.
struct FixedPriceUndeclared: LeftOutRule {
    static let code = "fixed-price-undeclared"

    init(_ context: ListContext) {}

    static func tells(of obstacle: LeftOutFixedPrice.Obstacle) -> Bool {
        if case .undeclared = obstacle { true } else { false }
    }
}
