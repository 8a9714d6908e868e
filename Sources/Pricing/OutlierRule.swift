package import Federation

/// What is paid for a case that passes a limit of its group (ytterfall). Passing means strictly more than the limit.
package struct OutlierRule: Hashable, Sendable {
    /// How the case is paid.
    package enum Payment: Hashable, Sendable {
        /// The whole case is paid by the care services given.
        case careServices
        /// The DRG price, and this amount for each day past the limit of days.
        case perDay(Amount)
    }

    /// What is paid where the limit of days is passed.
    package let payment: Payment
    /// Whether the cost limit counts at all; where it is passed the whole case is paid by care services, by either rule.
    package let costLimit: Bool

    package init(_ payment: Payment, costLimit: Bool) {
        self.payment = payment
        self.costLimit = costLimit
    }

    /// The whole case by care services, past either limit.
    package static let careServices = OutlierRule(.careServices, costLimit: true)

    /// An amount for each day past the limit of days; the cost limit has no effect.
    package static func perDay(_ amount: Amount) -> OutlierRule { OutlierRule(.perDay(amount), costLimit: false) }
}
