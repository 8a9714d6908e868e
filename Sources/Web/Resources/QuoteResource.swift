import Adoption
import Federation
import NIOPosix
import Pipeline
import Pricing
import Publishing
import Reading
import Registry
import Sealing
import Storage

/// Prices cases of care (prisberäkning) by the editions that were in force, or by the draft where that is asked for.
struct QuoteResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [.post("/v1/price-lists/{year}/quotes") { try await own.quotes($0) }]
    }

    private func quotes(_ call: Call) async throws -> Answer {
        try call.query.allow(["knownAt", "draft"])
        let question = try QuoteResource.question(try await call.json())
        let list = try await holdings.quotingList(call)
        let gateway = holdings.gateway
        // A list may be long and the cases many: the event loops have other things to do.
        let value = try await NIOThreadPool.singleton.runIfActive {
            switch question {
            case .one(let careCase): return try CaseAnswer(careCase, list, gateway).whole()
            case .many(let cases):
                return .members([("items", .array(cases.map { CaseAnswer($0, list, gateway).value }))])
            }
        }
        return try Answer(json: value, caching: .never)
    }

    private static func question(_ bytes: [UInt8]) throws -> CareCaseReader.Question {
        do {
            return try CareCaseReader.read(bytes)
        } catch let fault as ReadingFault {
            throw Problem.body(fault)
        }
    }
}

/// What a case is answered with: its quote, or why it has none.
private struct CaseAnswer {
    private let quote: CanonicalValue?
    private let refusal: (value: CanonicalValue, swedish: String, english: String)?

    init(_ careCase: CareCase, _ list: QuotingList, _ gateway: Gateway) {
        do {
            let priced = try list.price(careCase)
            quote = QuoteJSON.value(
                priced.quote, by: priced.list, regions: gateway.premises.regions.map(\.region),
                codes: gateway.premises.codes)
            refusal = nil
        } catch let error as QuoteRefusal {
            quote = nil
            refusal = (QuoteJSON.value(error), error.text(.swedish), error.text(.english))
        } catch {
            // No list was in force that day.
            let words = error as? CommandError ?? CommandError("\(error)", "\(error)")
            quote = nil
            refusal = (
                [
                    "code": "quote-no-list-in-force", "arguments": .object([]), "sv": .string(words.swedish),
                    "en": .string(words.english),
                ], words.swedish, words.english
            )
        }
    }

    /// As one of several.
    var value: CanonicalValue { .members([("quote", quote), ("refusal", refusal?.value)]) }

    /// As the only one. Throws the refusal as a problem.
    func whole() throws(Problem) -> CanonicalValue {
        if let quote { return quote }
        var problem = Problem(.notPriced, refusal?.swedish ?? "", refusal?.english ?? "")
        if case .object(let members) = refusal?.value {
            problem.members = members.filter { ["code", "arguments"].contains($0.key) }
        }
        throw problem
    }
}

extension Holdings {
    /// What a call's cases are priced by. Throws a problem where no list is published, or the draft may not be shown.
    func quotingList(_ call: Call) async throws -> QuotingList {
        let year = try call.year()
        let choice = try ListChoice(call.query)
        if choice.draft {
            return QuotingList(draft: try await draft(call).built, at: gateway.now())
        }
        let kept = try await editions(of: year)
        let moment = choice.knownAt ?? kept.last?.edition.publishedAt ?? gateway.now()
        var read: [(content: ListContent, edition: KeptEdition)] = []
        for edition in kept where edition.edition.publishedAt <= moment {
            read.append((try await snapshot(edition).content, edition))
        }
        guard let quoting = QuotingList(year, editions: read, knownAt: moment) else {
            throw Problem.missing(
                "Ingen prislista för \(year) är publicerad. Ett utkast prissätter bara med draft=true.",
                "No price list of \(year) is published. A draft prices only with draft=true.")
        }
        return quoting
    }
}
