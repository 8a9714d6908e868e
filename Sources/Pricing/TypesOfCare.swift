/// A set of kinds of care (vårdformer).
package struct TypesOfCare: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let outpatient = TypesOfCare(rawValue: 1)
    package static let inpatient = TypesOfCare(rawValue: 2)
    package static let all: TypesOfCare = [.outpatient, .inpatient]

    /// The set of these kinds.
    package init(_ kinds: some Sequence<TypeOfCare>) {
        self = kinds.reduce(into: []) { $0.insert(TypesOfCare($1)) }
    }

    /// The set of one kind.
    package init(_ kind: TypeOfCare) { self = kind == .outpatient ? .outpatient : .inpatient }

    /// Whether the kind belongs to the set.
    package func contains(_ kind: TypeOfCare) -> Bool { contains(TypesOfCare(kind)) }

    /// The kinds in order of their codes.
    package var ordered: [TypeOfCare] { TypeOfCare.allCases.filter { contains($0) } }
}
