import Federation
import Pipeline
import Publishing
import Registry

/// Lines for a person about what the pipeline did.
struct Words {
    let language: Language
    /// What the codes of failed fetches mean.
    let failures: FailureCatalogue

    /// The name of a kind of feed.
    func name(_ kind: FeedKind) -> String {
        switch kind {
        case .priceList: language.pick("prisunderlag", "price submission")
        case .plan: language.pick("planrapport", "plan report")
        }
    }

    /// One line as a feed is done.
    func progress(_ result: FeedResult) -> String {
        let head = "  \(result.region) · \(name(result.kind)): "
        switch result.outcome {
        case .newVersion(let version):
            return head + language.pick("ny version ", "new version ") + version.fingerprint.short + " · "
                + (result.examination?.verdict.word(in: language) ?? "")
        case .unchanged: return head + language.pick("oförändrad", "unchanged")
        case .failed(let code, let detail):
            return head + language.pick("HÄMTNINGEN MISSLYCKADES: ", "FETCH FAILED: ")
                + failures.words(code, detail: detail, in: language)
        }
    }

    /// The table of a fetch: a row per feed.
    func table(_ results: [FeedResult], gateway: Gateway) -> [String] {
        var table = TextTable([.left, .left, .left, .right, .right, .right, .left, .right, .right, .right])
        table.add([
            "Region", language.pick("Flöde", "Feed"), "Version", language.pick("Svar", "Answers"), "Byte",
            language.pick("Poster", "Records"), language.pick("Utfall", "Outcome"), language.pick("Fel", "Errors"),
            language.pick("Varningar", "Warnings"), language.pick("Uppgifter", "Infos"),
        ])
        for result in results {
            let severities = result.examination.map { gateway.severities(of: $0.report) } ?? [:]
            let count = { (severity: Severity) in
                result.examination == nil ? "–" : SwedishFormat.count(severities[severity] ?? 0)
            }
            table.add([
                result.region.text, name(result.kind), version(result), SwedishFormat.count(result.requests),
                SwedishFormat.count(result.wireBytes),
                result.examination.map { SwedishFormat.count($0.recordCount) } ?? "–",
                result.examination?.verdict.word(in: language) ?? language.pick("misslyckades", "failed"),
                count(.error), count(.warning), count(.info),
            ])
        }
        return table.lines
    }

    /// The findings of what was not accepted, with what to do.
    func faults(_ results: [FeedResult], catalogue: FindingCatalogue) -> [String] {
        let text = FindingText(catalogue, in: language)
        return results.flatMap { result -> [String] in
            guard let examination = result.examination, examination.verdict != .accepted else { return [] }
            return text.lines(examination.report, region: result.region, examples: 3)
        }
    }

    private func version(_ result: FeedResult) -> String {
        switch result.outcome {
        case .newVersion(let version): language.pick("ny ", "new ") + version.fingerprint.short
        case .unchanged(let version): language.pick("samma ", "same ") + version.fingerprint.short
        case .failed(let code, _): code
        }
    }

    /// Why a region has no delivery that counts.
    func line(_ absence: Absence, of region: RegionSlug) -> String {
        switch absence {
        case .neverDelivered:
            return language.pick("\(region): inget har levererats", "\(region): nothing has been delivered")
        case .fetchFailed(let code, let detail, let lastSeen):
            return language.pick("\(region): senaste hämtningen misslyckades", "\(region): the last fetch failed")
                + ". " + failures.words(code, detail: detail, in: language) + earlier(lastSeen)
        case .gone(let lastSeen):
            return "\(region): " + failures.words("gone", detail: "HTTP 410", in: language) + earlier(lastSeen)
        }
    }

    private func earlier(_ lastSeen: Instant?) -> String {
        lastSeen.map {
            language.pick(
                " En tidigare leverans, sedd \($0.day), används bara med --use-last-good.",
                " An earlier delivery, seen \($0.day), is used only with --use-last-good.")
        } ?? ""
    }
}
