import Federation
import Pipeline
import Publishing
import Registry
import Storage

/// Puts a status in the words of its page.
struct StatusView {
    let gateway: Gateway
    let report: StatusReport
    let language: Language
    /// Whether what the deliveries say in their own words is shown.
    let showsText: Bool
    /// How many findings of a code are told.
    private static let examples = 2

    /// A region's row.
    func row(_ region: RegionDescriptor) -> StatusPage.RegionRow {
        let feeds = report.feeds.filter { $0.region == region.region.slug }
        return StatusPage.RegionRow(name: region.region.name, feeds: feeds.map(feed), notes: feeds.flatMap(notes))
    }

    private func feed(_ feed: FeedStatus) -> StatusPage.Feed {
        let failed = feed.lastArrival?.failure != nil
        let verdict = feed.examination?.verdict
        let state =
            failed
            ? language.pick("hämtningen misslyckades", "the fetch failed")
            : verdict?.word(in: language) ?? language.pick("inget levererat", "nothing delivered")
        return StatusPage.Feed(
            name: name(feed.kind), state: state, isWrong: failed || verdict != .accepted,
            delivered: feed.current?.firstSeen.day, lastSeen: feed.current?.lastSeen.day, findings: feed.findings)
    }

    /// What is wrong with a feed and what to do: a fetch that failed, and the findings that are not mere facts.
    private func notes(_ feed: FeedStatus) -> [StatusPage.Note] {
        var notes: [StatusPage.Note] = []
        if let arrival = feed.lastArrival, let failure = arrival.failure {
            notes.append(
                StatusPage.Note(
                    heading: "\(name(feed.kind)): "
                        + language.pick("senaste hämtningen misslyckades", "the last fetch failed") + " (\(failure))",
                    sentences: [
                        gateway.premises.failures.words(failure, detail: arrival.detail ?? "", in: language)
                    ]))
        }
        guard let examined = feed.examination?.report else { return notes }
        let report = showsText ? examined : examined.withoutDeliveredText
        let told = notes.count
        let catalogue = gateway.premises.catalogue
        let text = FindingText(catalogue, in: language)
        for code in report.totals.keys.sorted(by: { $0.precedes($1) }) where catalogue[code].severity != .info {
            for finding in report.samples.filter({ $0.code == code }).prefix(StatusView.examples) {
                let sentences = catalogue.sentences(of: finding, in: language)
                let place = finding.place.map { " · " + text.place($0) } ?? ""
                notes.append(
                    StatusPage.Note(
                        heading: "\(text.word(for: catalogue[code].severity)) \(code)\(place)",
                        sentences: [sentences.wrong, sentences.whatToDo].filter { !$0.isEmpty }))
            }
            let rest = (report.totals[code] ?? 0) - StatusView.examples
            let more = SwedishFormat.count(rest)
            if rest > 0 {
                notes.append(
                    StatusPage.Note(
                        heading: language.pick("… och \(more) till av \(code)", "… and \(more) more of \(code)"),
                        sentences: []))
            }
        }
        if !showsText, notes.count > told {
            notes.append(.init(heading: language.pick(WithheldText.swedish, WithheldText.english), sentences: []))
        }
        return notes
    }

    private func name(_ kind: FeedKind) -> String {
        switch kind {
        case .priceList: language.pick("Prisunderlag", "Price submission")
        case .plan: language.pick("Planrapport", "Plan report")
        }
    }
}
