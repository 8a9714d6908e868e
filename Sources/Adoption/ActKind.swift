package import Federation

/// The five acts on a year's list (åtgärder), by the names of their commands.
package enum ActKind: String, Sendable, CaseIterable {
    case propose
    case giveBack = "return"
    case adopt
    case publish
    case correct

    /// What a person wanted to do: `föreslå`.
    package func word(in language: Language) -> String {
        switch self {
        case .propose: language.pick("föreslå", "propose")
        case .giveBack: language.pick("återlämna", "return")
        case .adopt: language.pick("fastställa", "adopt")
        case .publish: language.pick("publicera", "publish")
        case .correct: language.pick("rätta", "correct")
        }
    }
}

extension ListStage {
    /// Where a list stands, as a person says it: `föreslagen`.
    package func word(in language: Language) -> String {
        switch self {
        case .draft: language.pick("utkast", "draft")
        case .proposed: language.pick("föreslagen", "proposed")
        case .adopted: language.pick("fastställd", "adopted")
        case .published: language.pick("publicerad", "published")
        }
    }
}
