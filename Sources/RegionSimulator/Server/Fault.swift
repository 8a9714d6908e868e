/// A way for a region's server to misbehave, by the name that `--fault REGION=NAME` takes.
package struct Fault: Sendable {
    /// What the fault changes.
    enum Behaviour: Sendable {
        /// The server behaves; what it hands out is wrong.
        case content(ContentVariant)
        /// Two contents take turns, so that two quick fetches differ.
        case alternatingContent
        /// Nobody listens at the port.
        case closedPort
        /// A connection is accepted and closed without a word.
        case closedConnection
        /// Each request is answered by these steps.
        case answer(@Sendable (Exchange) -> [Step])
    }

    /// The name in kebab-case, for example `cut-short`.
    package let name: String
    /// One sentence on what the server does.
    package let explanation: String
    let behaviour: Behaviour

    init(_ name: String, _ explanation: String, _ behaviour: Behaviour) {
        self.name = name
        self.explanation = explanation
        self.behaviour = behaviour
    }

    /// A fault of the answers, told as the steps that the server takes on the connection.
    init(_ name: String, _ explanation: String, answer: @escaping @Sendable (Exchange) -> [Step]) {
        self.init(name, explanation, .answer(answer))
    }

    /// The fault of that name; nil where the catalogue has none.
    package init?(name: String) {
        guard let fault = Fault.all.first(where: { $0.name == name }) else { return nil }
        self = fault
    }

    /// The whole catalogue: how servers misbehave, then what can be wrong with the content.
    package static let all: [Fault] =
        connection + heads + statuses + redirects + lengths + codings + mediaTypes + validators + contents

    private static let contents: [Fault] =
        [Fault("alternating", "Two different contents take turns.", .alternatingContent)]
        + ContentVariant.allCases.filter { $0 != .normal }.map { Fault($0.name, $0.explanation, .content($0)) }
}
