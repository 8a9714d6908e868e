import Federation

/// The files of a draft, byte for byte as the command line writes them.
struct DraftResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [.get("/v1/price-lists/{year}/draft/{file}") { try await own.file($0) }]
    }

    private func file(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let draft = try await holdings.draft(call)
        let files = DraftFile.all(draft.year)
        guard let file = files.first(where: { $0.name == call["file"] }) else {
            let known = files.map(\.name).joined(separator: ", ")
            throw Problem.missing(
                "Utkastet har ingen sådan fil. De som finns är \(known).",
                "The draft has no such file. There are \(known).")
        }
        return try await holdings.file(file, of: draft).answer(.askAgainPrivately)
    }
}
