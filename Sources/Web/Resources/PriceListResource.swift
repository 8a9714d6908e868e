import Adoption
import Federation
import Pipeline
import Pricing
import Publishing
import Sealing
import Storage

/// The lists by year: how far each has come, its editions, and what the one asked for was made of.
struct PriceListResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get("/v1/price-lists") { try await own.list($0) },
            .get("/v1/price-lists/{year}") { try await own.one($0) },
        ]
    }

    private func list(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        var items: [CanonicalValue] = []
        for year in try await holdings.years(call) {
            let record = call.isLocal ? try await holdings.gateway.store.lastBuilt(year) : nil
            let kept = try await holdings.editions(of: year)
            items.append(
                .members([
                    ("year", .integer(year.number)), ("state", try await state(year, call)),
                    ("fingerprint", .text((kept.last?.edition.fingerprint ?? record?.fingerprint)?.hex)),
                    ("builtAt", kept.isEmpty ? .instant(record?.builtAt) : nil),
                    ("edition", kept.last.map { .integer($0.edition.number) }),
                    ("href", .string("/v1/price-lists/\(year)")),
                ]))
        }
        return try Answer(json: ["items": .array(items)], caching: call.isLocal ? .askAgainPrivately : .askAgain)
    }

    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow(ListChoice.names)
        let snapshot = try await holdings.list(call)
        let year = snapshot.year
        let kept = try await holdings.editions(of: year)
        let moment = try call.query.instant("knownAt") ?? kept.last?.edition.publishedAt ?? holdings.gateway.now()
        let json = EditionJSON(among: kept, knownAt: moment)
        let known = kept.filter { $0.edition.publishedAt <= moment }
        let draft = snapshot.edition == nil ? try await holdings.draft(call) : nil
        var members: [(String, CanonicalValue?)] = [
            ("year", .integer(year.number)), ("state", try await state(year, call)),
            ("fingerprint", .string(snapshot.fingerprint.hex)), ("edition", snapshot.edition.map(json.value)),
            ("editions", .array(known.map(json.value))), ("round", try await round(year, call)),
        ]
        if let draft {
            members.append(("builtAt", .instant(draft.built.record.builtAt)))
            members.append(("files", .array(DraftFile.all(draft.year).map(value))))
        }
        // What goes on before the committee is not for everybody.
        let caching = call.isLocal ? Answer.Caching.askAgainPrivately : snapshot.caching
        var answer = try Answer(json: .members(members + content(snapshot.list)), caching: caching)
        snapshot.addLink(to: &answer)
        return answer
    }

    /// What the list itself says, but for its lines.
    private func content(_ list: PriceList) -> [(String, CanonicalValue?)] {
        [
            ("complete", .bool(list.isComplete)), ("currency", .string(list.header.currency)),
            ("counts", counts(list)), ("marks", .texts(list.header.marks.map(\.rawValue))),
            ("model", list.header.modelValue), ("previous", list.header.previousValue),
            ("submissions", .array(list.header.submissionValues)),
            ("missing", .array(list.missing.map(\.value))),
            ("completeness", .array(list.completeness.map(\.value))),
        ]
    }

    /// How far the list has come; for who may not see drafts, that it is published.
    private func state(_ year: Year, _ call: Call) async throws -> CanonicalValue {
        guard call.isLocal else { return .string(ListStage.published.rawValue) }
        return .string(try await holdings.gateway.listState(year).stage.rawValue)
    }

    /// The work on the next edition; nil for who may not see it, and where there is none.
    private func round(_ year: Year, _ call: Call) async throws -> CanonicalValue? {
        guard call.isLocal else { return nil }
        let round = try await holdings.gateway.listState(year).round
        guard round.stage != .published else { return nil }
        return .members(
            ("edition", .integer(round.edition)), ("stage", .string(round.stage.rawValue)),
            (
                "corrects",
                round.correction.map { ["edition": .integer($0.edition), "reason": .string($0.reason)] }
            ), ("proposals", .array(round.proposals.map(value))),
            ("adoption", round.adoption.map(value)))
    }

    private func value(_ proposal: StandingProposal) -> CanonicalValue {
        .members(
            ("fingerprint", .string(proposal.proposal.list.hex)), ("input", .string(proposal.proposal.input.hex)),
            ("changes", .texts(proposal.proposal.changes)), ("by", .string(proposal.by)),
            ("at", .instant(proposal.at)),
            ("returned", proposal.givenBack.map(value)))
    }

    private func value(_ back: StandingProposal.GivenBack) -> CanonicalValue {
        .members(
            ("by", .string(back.by)), ("at", .instant(back.at)), ("reason", .string(back.reason)),
            ("adoption", back.adoption.map(value)))
    }

    private func value(_ adoption: ListRound.Adoption) -> CanonicalValue {
        .members(
            ("decision", EditionJSON.value(adoption.adopted.decision)), ("by", .string(adoption.by)),
            ("at", .instant(adoption.at)), ("despiteNewer", .texts(adoption.adopted.despiteNewer.map(\.text))))
    }

    private func counts(_ list: PriceList) -> CanonicalValue {
        [
            "drg": .integer(list.drg.count), "drgFixedPrices": .integer(list.drgFixedPrices.count),
            "careServices": .integer(list.careServices.count), "surcharges": .integer(list.surcharges.count),
            "applicability": .integer(list.applicability.count), "missing": .integer(list.missing.count),
        ]
    }

    private func value(_ file: DraftFile) -> CanonicalValue {
        ["name": .string(file.name), "href": .string("/v1/price-lists/\(file.year)/draft/\(file.name)")]
    }
}

extension Holdings {
    /// The years that have a list: published ones for everybody, drafts besides for who may see them.
    func years(_ call: Call) async throws -> [Year] {
        let published = try await gateway.editions().map(\.edition.year)
        let drafts = call.isLocal ? try await gateway.store.builtYears() : []
        return Set(published + drafts).sorted()
    }
}
