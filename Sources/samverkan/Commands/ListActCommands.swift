import Adoption
import ArgumentParser
import Federation
import Foundation
import Pipeline
import Publishing
import Sealing

/// The year of the list that is acted on, and who acts.
struct ListActOptions: ParsableArguments {
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Listans år.") var listYear: Int
    @Option(help: "Vem som gör det: ett id ur inställningen SAMVERKAN_PERSONS.") var by: String

    /// What the act is done in: the place of work for the list's year, the person, and everybody who may act.
    func desk() throws -> (place: Workplace, person: String, persons: Set<String>) {
        var options = options
        options.year = listYear
        let place = try options.workplace()
        return (place, try place.person(by), Set(try place.settings.persons().keys))
    }
}

/// `samverkan propose`: freezes the list and lays it before the committee.
struct ProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Frys listan och lägg den fram för nämnden.")

    @OptionGroup var act: ListActOptions
    @Flag(help: "Använd senast godtagna version där den aktuella inte kan användas; listan märks.")
    var useLastGood = false

    func run() async throws {
        let (place, person, persons) = try act.desk()
        place.working("Räknar och fryser listan för \(place.year)", "Computing and freezing the list of \(place.year)")
        let proposal = try await place.gateway().propose(
            place.year, useLastGood: useLastGood, by: person, persons: persons)
        Console.say(
            place.language.pick(
                "Listan för \(place.year) är föreslagen. Fingeravtryck: \(proposal.proposal.list.hex)",
                "The list of \(place.year) is proposed. Fingerprint: \(proposal.proposal.list.hex)"))
        guard !proposal.proposal.changes.isEmpty else { return }
        let changed = PriceListCover.Correction.words(for: proposal.proposal.changes, in: place.language)
        Console.say(place.language.pick("Rättelsen ändrar: \(changed).", "The correction changes: \(changed)."))
    }
}

/// `samverkan return`: gives the proposal back to draft, also one that was adopted by mistake.
struct ReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract:
            "Återlämna förslaget, med skäl; det går att läsa också sedan. Tar också tillbaka ett fastställande som "
            + "inte är publicerat, och återkallar en påbörjad rättelse.")

    @OptionGroup var act: ListActOptions
    @Option(help: "Skälet.") var reason: String

    func run() async throws {
        let (place, person, persons) = try act.desk()
        let gateway = try place.gateway()
        let before = try await gateway.listState(place.year).stage
        try await gateway.giveBack(place.year, reason: reason, by: person, persons: persons)
        Console.say(Self.said(of: place.year, from: before, place.language))
    }

    /// What came of it, by where the list stood.
    private static func said(of year: Year, from stage: ListStage, _ language: Language) -> String {
        switch stage {
        case .proposed:
            language.pick("Förslaget för \(year) är återlämnat.", "The proposal for \(year) is returned.")
        case .adopted:
            language.pick(
                "Fastställandet av listan för \(year) är återtaget; listan är ett utkast och kan föreslås på nytt.",
                "The adoption of the list of \(year) is taken back; the list is a draft and can be proposed anew.")
        case .draft, .published:
            language.pick(
                "Rättelsen för \(year) är återkallad; utgåvan gäller som förut.",
                "The correction for \(year) is withdrawn; the edition holds as before.")
        }
    }
}

/// `samverkan adopt`: adopts the proposal by a decision of the committee.
struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Fastställ förslaget med nämndens beslut.")

    @OptionGroup var act: ListActOptions
    @Option(help: "Beslutets diarienummer, till exempel \"SN 2022-0031\".") var number: String
    @Option(help: "Paragrafen i protokollet, utan tecken: 47.") var paragraph: String
    @Option(help: "Beslutets dag, till exempel 2022-12-02.") var date: String
    @Option(help: "Första dag som listan gäller (standard: prismodellens första dag; en rättelses måste anges).")
    var validFrom: String?
    @Flag(help: "Fastställ fast någon region har levererat efter förslaget.") var despiteNewer = false

    func run() async throws {
        let (place, person, persons) = try act.desk()
        guard let model = place.premises.years[place.year]?.model else {
            throw CommandError(
                "Det finns ingen prismodell för \(place.year).", "There is no price model for \(place.year).")
        }
        let gateway = try place.gateway()
        // The first day of a correction says what has been invoiced wrongly: nobody should choose it by forgetting it.
        let isCorrection = try await gateway.listState(place.year).round.correction != nil
        guard validFrom != nil || !isCorrection else {
            throw CommandError(
                "Ange med --valid-from första dagen som rättelsen gäller; till dess gäller den förra utgåvan.",
                "Give by --valid-from the first day that the correction holds; until then the edition before holds.")
        }
        let decision = ListDecision(
            number: number, paragraph: paragraph, day: try DayOption.day(date, "--date"),
            validFrom: try validFrom.map { try DayOption.day($0, "--valid-from") } ?? model.validFrom)
        try await gateway.adopt(
            place.year, decision: decision, despiteNewer: despiteNewer, by: person, persons: persons)
        Console.say(
            place.language.pick(
                "Listan för \(place.year) är fastställd: \(decision.board.reference), \(decision.day), gäller från "
                    + "\(decision.validFrom).",
                "The list of \(place.year) is adopted: \(decision.board.reference), \(decision.day), valid from "
                    + "\(decision.validFrom)."))
    }
}

/// `samverkan publish`: publishes the adopted list for good, signed.
struct PublishCommand: AsyncParsableCommand {
    /// A rendering that a person may do without.
    enum Left: String, ExpressibleByArgument { case pdf }

    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publicera den fastställda listan för gott, undertecknad.")

    @OptionGroup var act: ListActOptions
    @Option(help: "Publicera utan en form (pdf); manifestet säger det.") var without: Left?
    @Option(help: "Den privata nyckelns fil (standard: SAMVERKAN_SIGNING_KEY).") var key: String?
    @Option(help: "Filen med nyckeln före, när nyckeln är ny: den första utgåvan därefter undertecknas med båda.")
    var previousKey: String?

    func run() async throws {
        let (place, person, persons) = try act.desk()
        let gateway = try place.gateway()
        let pdf = without == .pdf ? nil : try? PDFMaker(searchPath: place.settings.searchPath)
        // What stands in the way of the list itself is told before what is wrong with a key.
        try await gateway.checkPublishing(
            place.year, hasPDF: pdf != nil, withoutPDF: without == .pdf, by: person, persons: persons)
        guard let key = key ?? place.settings.text("SAMVERKAN_SIGNING_KEY") else {
            throw CommandError(
                "Ange den privata nyckelns fil med --key eller SAMVERKAN_SIGNING_KEY.",
                "Give the private key's file by --key or SAMVERKAN_SIGNING_KEY.")
        }
        let keys = try [key, previousKey].compactMap { $0 }.map {
            try KeyFile.read($0, outside: place.dataFolder)
        }
        let tools = PublishingTools(
            keys: keys, pdf: pdf, temporaryFolder: FileManager.default.temporaryDirectory.path,
            names: try place.names())
        place.working("Gör alla former av listan och undertecknar", "Making every form of the list and signing")
        let kept = try await gateway.publish(
            place.year, with: tools, withoutPDF: without == .pdf, by: person, persons: persons)
        Console.say(
            place.language.pick(
                "Utgåva \(kept.edition.number) av listan för \(place.year) är publicerad.",
                "Edition \(kept.edition.number) of the list of \(place.year) is published."))
        for file in kept.files { Console.say("  \(file.sha256.short)  \(file.name)") }
        Console.say("Manifest: \(kept.manifest.hex)")
    }
}

/// `samverkan correct`: begins the correction of a published edition.
struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Börja rätta en publicerad utgåva; den ligger kvar, och nästa får ett eget beslut.")

    @OptionGroup var act: ListActOptions
    @Option(help: "Utgåvan som har felet (standard: den senaste).") var edition: Int?
    @Option(help: "Vad som är fel och varför.") var reason: String

    func run() async throws {
        let (place, person, persons) = try act.desk()
        let gateway = try place.gateway()
        let last = try await gateway.listState(place.year).round.edition
        try await gateway.correct(
            place.year, edition: edition ?? last, reason: reason, by: person, persons: persons)
        Console.say(
            place.language.pick(
                "Rättelsen är påbörjad. Rätta underlaget, bygg listan och föreslå den som utgåva \(last + 1).",
                "The correction has begun. Mend what the list is made from, build it, and propose it as edition \(last + 1)."
            ))
    }
}
