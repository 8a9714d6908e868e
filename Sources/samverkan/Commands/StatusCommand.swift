import ArgumentParser
import Federation
import Pipeline
import Publishing
import Storage

/// `samverkan status`: who has delivered what, and what is owed.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Visa vad regionerna har levererat och vad som saknas för året.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let place = try options.workplace()
        let language = place.language
        if place.premises.years[place.year]?.model.purpose == .reference {
            Console.say(
                language.pick(
                    "Prislista \(place.year) är en referenstabell: den tar inte emot leveranser och har inget läge.",
                    "Price list \(place.year) is a reference table: it takes no deliveries and has no status."))
            return
        }
        let report = try await place.gateway().status()
        Console.say(
            language.pick("Läget för \(report.year), ", "Status for \(report.year), ") + place.now().description)
        let words = Words(language: language, failures: place.premises.failures)
        for line in table(report, words) { Console.say(line) }
        for line in StageLines(state: report.state, newer: report.newerDeliveries, language: language).lines {
            Console.say(line)
        }
        Console.say("complete: \(report.complete)")
        for line in PriceListDocument.missingLines(
            report.missing, regions: place.premises.regions.map(\.region), codes: place.premises.codes, in: language,
            causes: words.causes(report.absences))
        { Console.say(line) }
        if !report.complete { throw Failure.findings }
    }

    private func table(_ report: StatusReport, _ words: Words) -> [String] {
        let language = words.language
        var table = TextTable([.left, .left, .left, .left, .right, .left, .left, .right, .right, .right])
        table.add([
            "Region", language.pick("Flöde", "Feed"), "Version", language.pick("Levererad", "Delivered"),
            language.pick("Dagar", "Days"), language.pick("Senast sedd", "Last seen"),
            language.pick("Utfall", "Outcome"), language.pick("Fel", "Errors"),
            language.pick("Varningar", "Warnings"), language.pick("Upplysningar", "Infos"),
        ])
        for feed in report.feeds {
            let count = { feed.examination == nil ? "–" : SwedishFormat.count(feed.findings[$0] ?? 0) }
            let failure = feed.lastArrival?.failure.map { language.pick("misslyckades: ", "failed: ") + $0 }
            table.add([
                feed.region.text, words.name(feed.kind), feed.current?.version.fingerprint.short ?? "–",
                feed.current.map { $0.firstSeen.day.description } ?? "–", feed.ageDays.map(String.init) ?? "–",
                feed.current.map { $0.lastSeen.day.description } ?? "–",
                failure ?? feed.examination?.verdict.word(in: language)
                    ?? language.pick("inget levererat", "nothing delivered"),
                count(.error), count(.warning), count(.info),
            ])
        }
        return table.lines
    }
}
