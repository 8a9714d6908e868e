import Sealing

/// Whether the server runs, and whether it can work; for those who watch over it.
struct Health {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let holdings = holdings
        return [
            .get("/health/live") { call in
                try call.query.allow([])
                return try Answer(json: ["status": "ok"], caching: .never)
            },
            .get("/health/ready") { call in
                try call.query.allow([])
                guard await holdings.gateway.store.isReady() else {
                    var problem = Problem(.notReady, "Databasen svarar inte.", "The database does not answer.")
                    problem.headers[.retryAfter] = "10"
                    throw problem
                }
                return try Answer(json: ["status": "ok"], caching: .never)
            },
        ]
    }
}
