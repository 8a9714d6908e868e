/// The code lists of `Contracts/codes`: each code with its words for people.
package struct CodeLists: Hashable, Sendable {
    /// One code of a list.
    package struct Entry: Hashable, Sendable {
        package let code: String
        package let swedish: String
        package let english: String
        /// Other words that deliveries use for it.
        package let aliases: [String]

        package init(code: String, swedish: String, english: String, aliases: [String] = []) {
            self.code = code
            self.swedish = swedish
            self.english = english
            self.aliases = aliases
        }
    }

    package let measures: [Entry]
    package let typesOfCare: [Entry]
    package let careLevels: [Entry]
    package let productCategories: [Entry]

    package init(measures: [Entry], typesOfCare: [Entry], careLevels: [Entry], productCategories: [Entry]) {
        self.measures = measures
        self.typesOfCare = typesOfCare
        self.careLevels = careLevels
        self.productCategories = productCategories
    }

    /// From a measure's code, label or alias in lower case to its code.
    package var measureNames: [String: String] {
        let pairs = measures.flatMap { entry in
            ([entry.code, entry.swedish] + entry.aliases).map { ($0.lowercased(), entry.code) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
