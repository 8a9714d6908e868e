import Federation

/// A region's own fixed DRG price where the committee decided one for the hospital.
struct FixedPriceOverruled: LeftOutRule {
    static let code = "fixed-price-overruled"

    init(_ context: ListContext) {}

    static func tells(of obstacle: LeftOutFixedPrice.Obstacle) -> Bool {
        if case .decided = obstacle { true } else { false }
    }
}
