import Federation
import Registry

/// The delivery came after the last day for submissions.
struct LateDelivery: Rule {
    static let code = "late-delivery"

    private let received: Day
    private let closes: Day?

    init(_ context: RuleContext) {
        received = context.receivedAt.day
        closes = context.submissionsClose
    }

    mutating func finish(_ header: Header, _ report: inout Report) {
        guard let closes, received > closes else { return }
        report.add(Finding(Self.code, ["received": received.description, "closes": closes.description]))
    }
}
