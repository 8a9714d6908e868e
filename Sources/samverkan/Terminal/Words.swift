import Federation
import Pipeline
import Pricing
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
            language.pick("Varningar", "Warnings"), language.pick("Upplysningar", "Infos"),
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

    /// Why regions have no delivery that counts, in a sentence or two each.
    func causes(_ absences: [RegionSlug: Absence]) -> [RegionSlug: String] { absences.mapValues(sentence) }

    /// The same, as lines, for regions that the list does not miss: an earlier delivery stands in for theirs.
    func lines(_ absences: [RegionSlug: Absence], besides missing: [MissingItem]) -> [String] {
        let told = Set(missing.filter { [.notDelivered, .fetchFailed].contains($0.reason) }.compactMap(\.region))
        return absences.filter { !told.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "  ! \($0.key): " + sentence($0.value) }
    }

    private func sentence(_ absence: Absence) -> String {
        switch absence {
        case .neverDelivered:
            return language.pick(
                "Inget prisunderlag har hämtats eller lämnats in.", "No price submission was fetched or handed in.")
        case .otherYear(let year):
            return language.pick("Det som har levererats gäller \(year).", "What was delivered is for \(year).")
        case .fetchFailed(let code, let detail, let lastSeen):
            return language.pick("Senaste hämtningen misslyckades. ", "The last fetch failed. ")
                + failures.words(code, detail: detail, in: language) + earlier(lastSeen)
        case .gone(let lastSeen):
            return failures.words("gone", detail: "HTTP 410", in: language) + earlier(lastSeen)
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
