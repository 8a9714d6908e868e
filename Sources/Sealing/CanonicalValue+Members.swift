package import Federation

extension CanonicalValue {
    /// An object of the members that have a value.
    package static func members(_ members: (String, CanonicalValue?)...) -> CanonicalValue { .members(members) }

    /// An object of the members that have a value.
    package static func members(_ members: [(String, CanonicalValue?)]) -> CanonicalValue {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// A text, or nothing.
    package static func text(_ text: String?) -> CanonicalValue? { text.map { .string($0) } }

    /// A moment in RFC 3339 and UTC, or nothing.
    package static func instant(_ instant: Instant?) -> CanonicalValue? { instant.map { .string($0.description) } }

    /// A list of texts.
    package static func texts(_ texts: [String]) -> CanonicalValue { .array(texts.map { .string($0) }) }

    /// How many findings there are of each severity, none left out.
    package static func counts(_ counts: [Severity: Int]) -> CanonicalValue {
        .object(Severity.allCases.map { Member($0.rawValue, .integer(counts[$0] ?? 0)) })
    }

    /// An object with more members; anything else as it is.
    package func adding(_ more: (String, CanonicalValue?)...) -> CanonicalValue {
        guard case .object(let own) = self else { return self }
        return .object(own + more.compactMap { name, value in value.map { Member(name, $0) } })
    }
}
