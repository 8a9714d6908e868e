import Federation

/// The acts on a list (åtgärder), which are done on the command line: over HTTP they wait for accounts.
struct ActResource {
    /// What would be added, and the command that does it.
    static let acts = [
        ("acknowledgements", "acknowledge"), ("proposals", "propose"), ("returns", "return"), ("adoptions", "adopt"),
        ("publications", "publish"), ("corrections", "correct"),
    ]

    var routes: [Route] {
        ActResource.acts.map { name, command in
            .post("/v1/price-lists/{year}/\(name)") { _ in throw ActResource.noAccounts(command) }
        }
    }

    private static func noAccounts(_ command: String) -> Problem {
        var problem = Problem(
            .unauthorized,
            "Det här kräver ett konto, och konton finns inte ännu. Använd samverkan \(command) på servern.",
            "This needs an account, and there are none yet. Use samverkan \(command) on the server.")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"samverkan\""
        return problem
    }
}
