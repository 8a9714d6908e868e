import Sealing

/// Whether the server runs, and whether it can work; for those who watch over it.
struct Health {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    /// Under the version as every other address, and without it for those who watch over servers of many kinds.
    var routes: [Route] { ["/v1", ""].flatMap(routes) }

    private func routes(under root: String) -> [Route] {
        let holdings = holdings
        return [
            .get(root + "/health/live") { call in
                try call.query.allow([])
                return try Answer(json: ["status": "ok"], caching: .never)
            },
            .get(root + "/health/ready") { call in
                try call.query.allow([])
                guard await holdings.gateway.store.isReady() else { throw Health.notReady }
                return try Answer(json: ["status": "ok"], caching: .never)
            },
        ]
    }
    /// That the server cannot work now, and when to ask again.
    static var notReady: Problem {
        var problem = Problem(.notReady, "Databasen svarar inte.", "The database does not answer.")
        problem.headers[.retryAfter] = "10"
        return problem
    }
}
