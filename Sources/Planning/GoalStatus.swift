package import Federation

/// How far an actor says that a goal or an activity has come. No report is no status: it is never `notStarted`.
package enum GoalStatus: String, Sendable, CaseIterable {
    case notStarted, onTrack, atRisk, offTrack, achieved, notMeasurable, cancelled

    /// A sign that tells the status without colour.
    package var symbol: String { shown.symbol }

    /// The status in words.
    package func word(in language: Language) -> String { language.pick(shown.swedish, shown.english) }

    /// The one table of how statuses are shown.
    private var shown: (symbol: String, swedish: String, english: String) {
        switch self {
        case .notStarted: ("○", "ej påbörjat", "not started")
        case .onTrack: ("◐", "enligt plan", "on track")
        case .atRisk: ("△", "risk för avvikelse", "at risk")
        case .offTrack: ("✕", "avviker från plan", "off track")
        case .achieved: ("●", "uppnått", "achieved")
        case .notMeasurable: ("–", "ej mätbart", "not measurable")
        case .cancelled: ("⊘", "avslutat i förtid", "cancelled")
        }
    }

    /// The sign of a cell without a report.
    package static let notReportedSymbol = "·"

    /// The words of a cell without a report: "ej rapporterat".
    package static func notReportedWord(in language: Language) -> String {
        language.pick("ej rapporterat", "not reported")
    }
}
