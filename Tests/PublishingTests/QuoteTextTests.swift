import Federation
import Foundation
import Pricing
import Publishing
import Sealing
import Testing

/// Quotes by the sample list: T10N has a fixed price of 99 000 kr at Akademiska and limits of 193 861 kr and 29 days.
struct `A quote in words` {
    private func quote(_ change: (inout Ask) -> Void = { _ in }) throws -> (Quote, PriceListDocument) {
        var ask = Ask()
        change(&ask)
        let document = try Sample.document { $0.everyRule = ask.everyRule }
        let care = CareCase(
            region: try Sample.slug("uppsala"), provider: "akademiska", unit: ask.unit, drg: ask.drg,
            typeOfCare: ask.typeOfCare, time: .day(try #require(Day("2023-03-01"))), days: ask.days,
            cost: ask.cost.map { Amount(ore: $0) }, careServices: ask.services,
            surcharges: ask.surcharges)
        return (try document.list.quote(care, regions: document.regions), document)
    }

    private struct Ask {
        var unit: String? = "kirurgi"
        var drg: String? = "T10N"
        var typeOfCare = TypeOfCare.inpatient
        var days: Int? = 10
        var cost: Int64? = 10_000_000
        var services: [CountedService] = []
        var surcharges: [CountedService] = []
        /// Whether the list is of a model with every rule.
        var everyRule = false
    }

    private func list(_ document: PriceListDocument, _ standing: Standing) throws -> QuotedList {
        QuotedList(
            year: document.list.header.model.year, standing: standing, fingerprint: Fingerprint(of: "list".utf8))
    }

    private func lines(
        _ language: Language = .swedish, standing: Standing = .draft, _ change: (inout Ask) -> Void = { _ in }
    ) throws -> [String] {
        let (quote, document) = try quote(change)
        return QuoteText(language, regions: document.regions, codes: document.codes)
            .lines(quote, by: try list(document, standing)).map { $0.replacing("\u{A0}", with: " ") }
    }

    @Test
    func `the first line says by which list, and that a draft is none to invoice by`() throws {
        #expect(try #require(try lines().first).hasPrefix("Prislista 2023, UTKAST "))
        #expect(try #require(try lines().first).hasSuffix("ej fastställd, får inte faktureras"))
        #expect(
            try lines(standing: .adopted(edition: 2, decision: Sample.decision())).first
                == "Prislista 2023, utgåva 2 (SN 2022-0031 § 47, 2022-12-02)")
    }

    @Test
    func `it says what the list must say wherever it stands`() throws {
        #expect(try lines()[1].hasPrefix("! Syntetiska DRG-vikter"))
    }

    @Test
    func `an inlier shows both limits with what the case says, and pays the DRG price`() throws {
        let lines = try lines()
        #expect(lines.contains("Region Uppsala · Akademiska sjukhuset · Kirurgkliniken · sluten vård · DRG T10N"))
        #expect(lines.contains("Inom gränserna: DRG-priset betalas."))
        #expect(lines.contains("  Kostnad 100 000 kr, gräns 193 861 kr: inte passerad"))
        #expect(lines.contains("  Vårdtid 10 dagar, gräns 29 dagar: inte passerad"))
        #expect(lines.contains { $0.hasPrefix("  Summa") && $0.hasSuffix("99 000 kr") })
        #expect(lines.contains { $0.contains("regionens eget belopp, oförändrat: 99 000 kr") })
    }

    @Test
    func `a surcharge that the price model does not let count is told and not added`() throws {
        let ask = { (ask: inout Ask) in
            ask.everyRule = true
            ask.days = 35
            ask.surcharges = [CountedService("LM-1", count: 2)]
        }
        let told =
            "LM-1 räknas inte: enligt prismodellen görs tilläggsdebitering bara vid sidan av ett DRG-pris utan ytterfall"
        let lines = try lines(.swedish, ask)
        #expect(lines.contains("  – \(told).") && lines.contains { $0.hasSuffix("  \(told)") })
        #expect(lines.contains { $0.contains("drg") && $0.contains("prismodell 2023, surcharges") })
        // 99 000 kr and six days at 9 300 kr.
        #expect(lines.contains { $0.hasPrefix("  Summa") && $0.hasSuffix("154 800 kr") })
        let (quote, document) = try quote(ask)
        let json = QuoteJSON.value(
            quote, by: try list(document, .draft), regions: document.regions, codes: document.codes)
        let text = String(decoding: try CanonicalJSON.bytes(of: json), as: UTF8.self)
        #expect(
            text.contains(#"{"code":"surcharge-not-counted","rule":"/surcharges/beside","surcharge":"LM-1"}"#))
        #expect(text.contains(#""operation":"not-counted","rule":"/surcharges/beside","surcharge":"LM-1""#))
    }

    @Test
    func `an outlier says by how much the limit is passed and what is paid instead`() throws {
        let (_, document) = try quote()
        let line = try #require(document.list.careServices.first { $0.service.code == "K1" })
        let lines = try lines {
            $0.days = 35
            $0.services = [CountedService(line.id.description, count: 3)]
        }
        #expect(
            lines.contains(
                "Ytterfall (vårdtidsgränsen): hela vårdtillfället betalas med vårdtjänster i stället för DRG."))
        #expect(lines.contains("  Vårdtid 35 dagar, gräns 29 dagar: passerad med 6 dagar"))
        #expect(lines.contains { $0.contains("Vårdtjänst") && $0.contains("3 ×") && $0.contains("2 590,01 kr") })
    }

    @Test
    func `what could not be known is told as a reservation`() throws {
        let lines = try lines {
            $0.unit = nil
            $0.typeOfCare = .inpatient
            $0.days = nil
        }
        #expect(lines.contains("  Vårdtid, gräns 29 dagar: inte prövad, eftersom uppgiften saknas"))
        #expect(lines.contains { $0.hasPrefix("  – Vårdtidsgränsen är inte prövad.") })
    }

    @Test
    func `in English it says the same`() throws {
        let lines = try lines(.english)
        #expect(lines.contains("Within the limits: the DRG price is paid."))
        #expect(lines.contains("  Cost SEK 100,000, limit SEK 193,861: not passed"))
    }

    @Test
    func `as JSON it has the same numbers, and the words in both languages`() throws {
        let (quote, document) = try quote { $0.surcharges = [CountedService("LM-1", count: 2)] }
        let value = QuoteJSON.value(
            quote, by: try list(document, .draft), regions: document.regions, codes: document.codes)
        let text = String(decoding: try CanonicalJSON.bytes(of: value), as: UTF8.self)
        #expect(text.contains(#""total":"2568135.78""#))
        #expect(text.contains(#""outcome":"inlier""#))
        #expect(text.contains(#""priceList":{"fingerprint":""#))
        #expect(text.contains(#""standing":"draft""#))
        #expect(text.contains(#"{"given":"10","kind":"days","limit":"29","outcome":"within"}"#))
        #expect(text.contains("Inom gränserna"))
        #expect(text.contains("Within the limits"))
    }
}

struct `A refused case` {
    private static let day = Day(year: 2024, month: 1, day: 2)

    private func refusals() throws -> [QuoteRefusal] {
        let day = try #require(Self.day)
        let region = try Sample.slug("varmland")
        return [
            .referenceList, .unknownProvider(region: region, provider: "storstad"),
            .unknownUnit(provider: "karlstad", unit: "x"), .outsideValidity(day: day, from: day, to: day),
            .daysReversed(admission: day, discharge: day), .daysBeyondStay(days: 9, stay: 8),
            .numberOutside(field: "days", value: "-1", least: "0", most: "36600"),
            .tooManyServices(count: 1001, most: 1000), .drgNotDeclared(provider: "torsby", typeOfCare: .inpatient),
            .drgExcepted(provider: "karlstad", unit: "psykiatri", typeOfCare: .outpatient, reason: "Psykiatri"),
            .unknownGroup(drg: "Z99Z", typeOfCare: .inpatient), .careServicesNeeded(passed: []),
            .careServicesNeeded(passed: [.cost, .days]), .unknownService(reference: "K9", provider: "karlstad"),
            .ambiguousService(reference: "K9", lines: [LineID(.careService, key: ["a"])]), .amountTooLarge,
        ]
    }

    @Test
    func `every refusal says what is wrong and what to do, in both languages`() throws {
        let refusals = try refusals()
        #expect(Set(refusals.map(\.code)).count == 15)
        for refusal in refusals {
            for language in Language.allCases {
                let text = refusal.text(language)
                #expect(text.count > 30 && text.hasSuffix("."), "\(refusal.code): \(text)")
            }
            #expect(refusal.text(.swedish) != refusal.text(.english))
            // Whatever the refusal is about is named; reasons of limits are put into words.
            for (name, value) in refusal.arguments where !["typeOfCare", "limits"].contains(name) {
                #expect(refusal.text(.swedish).contains(value), "\(refusal.code): \(name)")
            }
        }
    }

    @Test
    func `one day is told as one`() {
        let refusal = QuoteRefusal.daysBeyondStay(days: 1, stay: 0)
        #expect(refusal.text(.swedish).hasPrefix("1 vårddag ryms inte i ett vårdtillfälle på 0 dagar."))
        #expect(refusal.text(.english).hasPrefix("1 day in care does not fit in a stay of 0 days."))
    }

    @Test
    func `as JSON it has its code, its values and its words`() throws {
        let value = QuoteJSON.value(QuoteRefusal.daysBeyondStay(days: 9, stay: 8))
        let text = String(decoding: try CanonicalJSON.bytes(of: value), as: UTF8.self)
        #expect(text.hasPrefix(#"{"arguments":{"days":"9","stay":"8"},"code":"quote-days-beyond-stay","en":"9 days"#))
    }
}
