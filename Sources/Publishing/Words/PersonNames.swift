/// What the persons who act are called, by their ids (personers namn).
package struct PersonNames: Hashable, Sendable {
    private let names: [String: String]

    /// The names by id, as the settings know them.
    package init(_ names: [String: String] = [:]) { self.names = names }

    /// A person for people to read: `Anna Andersson (anna)`; the id alone where the settings no longer know it.
    package func words(for id: String) -> String { names[id].map { "\($0) (\(id))" } ?? id }
}
