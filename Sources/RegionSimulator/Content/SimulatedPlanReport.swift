import Federation

/// What a simulated region reports on the plan's goals (planrapport), before any layout.
struct SimulatedPlanReport {
    /// The plan reported on.
    static let plan = "verksamhetsplan-2021-2024"

    var region: Region
    var contact: String
    var created: Instant
    /// The rounds in order of time.
    var rounds: [SimulatedRound]
}

/// One reporting round (rapportomgång) of one region.
struct SimulatedRound {
    /// For example `2022-T2`.
    let id: String
    var goals: [SimulatedGoalReport]
}

/// What a region says on one goal in one round.
struct SimulatedGoalReport {
    let goal: String
    let status: SimulatedStatus
    /// Whole percent.
    let shareDone: Int
    let evidence: String?
    var comment: String?
    let measures: [Measure]
    let activities: [Activity]
    /// What was ended to make room.
    let stopped: [String]

    /// An effect measure (effektmått); `value` and `target` with two decimals and a point.
    struct Measure {
        let name: String
        let value: String
        let unit: String
        let target: String
    }

    /// An activity of the region's own plan.
    struct Activity {
        let title: String
        let status: SimulatedStatus
        let due: Day?
    }
}

/// How it goes with a goal or an activity; the raw value is the canonical code.
enum SimulatedStatus: String, CaseIterable {
    case notStarted, onTrack, atRisk, offTrack, achieved, notMeasurable, cancelled

    /// The words in Swedish files.
    var swedish: String {
        switch self {
        case .notStarted: "Ej påbörjat"
        case .onTrack: "Enligt plan"
        case .atRisk: "Risk för avvikelse"
        case .offTrack: "Avviker från plan"
        case .achieved: "Uppnått"
        case .notMeasurable: "Kan inte mätas"
        case .cancelled: "Avbrutet"
        }
    }
}
