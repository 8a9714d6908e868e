import Federation

/// A hospital of which nothing was heard.
struct MissingHospitalSilent: MissingItemRule {
    static let code = "missing-hospital-silent"
    static let reason = MissingReason.hospitalSilent

    init(_ context: ListContext) {}
}
