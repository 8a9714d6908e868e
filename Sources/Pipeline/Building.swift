package import Federation
import Harvest
package import Pricing
package import Publishing
import Registry
package import Storage

/// A computed price list with its document and what it was computed from.
package struct BuiltPriceList: Sendable {
    package let document: PriceListDocument
    package let record: BuiltList
    /// Why regions without a usable delivery have none; for the words to people.
    package let absences: [RegionSlug: Absence]

    package var list: PriceList { document.list }
}

/// Why a region has no delivery that counts.
package enum Absence: Hashable, Sendable {
    /// The last fetch failed; what was delivered earlier counts only where asked for.
    case fetchFailed(code: String, detail: String, lastSeen: Instant?)
    /// The server says that the feed is gone for good (410): a person must ask the region, and mend its descriptor.
    case gone(lastSeen: Instant?)
    /// Nothing was ever delivered.
    case neverDelivered
    /// What was delivered is for another year.
    case otherYear(Year)
}

/// What a list is computed from, and where it comes from.
struct GatheredInput: Sendable {
    let input: PriceListInput
    let previous: FoundPrevious?
    /// What is taken from each region.
    let inputs: [BuiltInput]
    let absences: [RegionSlug: Absence]
}

extension Gateway {
    /// Computes the price list of a year from what the regions have delivered, and remembers the draft.
    ///
    /// With `useLastGood` a region whose delivery cannot be used stands in with its last accepted version, marked.
    package func build(_ year: Year, useLastGood: Bool) async throws -> BuiltPriceList {
        let built = try await computeListWithInput(year, useLastGood: useLastGood).built
        try await store.record(built.record)
        return built
    }

    /// Computes the price list of a year and remembers nothing; gives what it was computed from too.
    func computeListWithInput(
        _ year: Year, useLastGood: Bool
    ) async throws -> (built: BuiltPriceList, input: PriceListInput) {
        var watch = Stopwatch(logger)
        let gathered = try await gather(year, useLastGood: useLastGood)
        watch.ended("load")
        let built = try await compute(gathered.input)
        let record = BuiltList(
            year: year, fingerprint: built.fingerprint, model: gathered.input.modelFingerprint,
            openingList: gathered.previous?.openingList, previousEdition: gathered.previous?.edition?.position,
            inputs: gathered.inputs, builtAt: now())
        return (
            BuiltPriceList(document: built.document, record: record, absences: gathered.absences), gathered.input
        )
    }

    /// What the list of a year would be made of now.
    func gather(_ year: Year, useLastGood: Bool) async throws -> GatheredInput {
        guard let rules = premises.years[year] else { throw noModel(year) }
        let previous = rules.model.purpose == .regional ? try await previousList(of: year) : nil
        var deliveries: [RegionDelivery] = []
        var inputs: [BuiltInput] = []
        var absences: [RegionSlug: Absence] = [:]
        if rules.model.purpose == .regional {
            guard year == self.year else {
                throw CommandError(
                    "Leveranser granskas mot år \(self.year); ange --year \(year).",
                    "Deliveries are examined against \(self.year); give --year \(year).")
            }
            for region in premises.regions {
                let found = try await delivery(of: region, useLastGood: useLastGood)
                deliveries.append(found.delivery)
                inputs.append(found.input)
                absences[region.region.slug] = found.absence
            }
        }
        return GatheredInput(
            input: priceListInput(rules, deliveries: deliveries, previous: previous?.list), previous: previous,
            inputs: inputs, absences: absences)
    }

    /// The last draft of a year, computed again from the very rows that it was made of; nil where there is none.
    ///
    /// Throws where the price model, a region's description or another file of ours has changed since, because then it
    /// cannot be made again.
    package func lastBuilt(_ year: Year) async throws -> BuiltPriceList? {
        try await lastBuiltWithInput(year)?.built
    }

    /// The last draft of a year, or its last one of that fingerprint, computed again, and what it was computed from; nil
    /// where there is none.
    func lastBuiltWithInput(
        _ year: Year, fingerprint: Fingerprint? = nil
    ) async throws -> (built: BuiltPriceList, input: PriceListInput)? {
        guard let record = try await store.lastBuilt(year, fingerprint: fingerprint) else { return nil }
        guard let rules = premises.years[year], rules.fingerprint == record.model else {
            throw changedSince(year)
        }
        var deliveries: [RegionDelivery] = []
        for input in record.inputs {
            var used: VersionedSubmission?
            if let examination = input.examination {
                let kept = try await store.examination(id: examination)
                used = VersionedSubmission(
                    submission: try await store.priceSubmission(examination: examination, region: input.region),
                    version: kept.version, isLastGood: input.isLastGood)
            }
            deliveries.append(RegionDelivery(region: input.region, state: input.state, used: used))
        }
        let previous = try await previousList(of: record)
        let input = priceListInput(rules, deliveries: deliveries, previous: previous)
        let built = try? await compute(input)
        guard let built, built.fingerprint == record.fingerprint else { throw changedSince(year) }
        return (BuiltPriceList(document: built.document, record: record, absences: [:]), input)
    }

    private func priceListInput(
        _ rules: YearRules, deliveries: [RegionDelivery], previous: PreviousPriceList?
    ) -> PriceListInput {
        let isRegional = rules.model.purpose == .regional
        return PriceListInput(
            model: rules.model, modelFingerprint: rules.fingerprint, weightLists: rules.weightLists,
            regions: isRegional ? premises.regions.map(\.region) : [], deliveries: deliveries,
            previous: isRegional ? previous : nil)
    }

    private func compute(
        _ input: PriceListInput
    ) async throws -> (document: PriceListDocument, fingerprint: Fingerprint) {
        let regions = input.regions
        let codes = premises.codes
        let logger = logger
        return try await OffPool.run {
            var watch = Stopwatch(logger)
            let list = try PriceList.computed(input)
            let document = PriceListDocument(list: list, regions: regions, codes: codes)
            watch.ended("compute")
            let fingerprint = Fingerprint(of: try document.json().bytes)
            watch.ended("fingerprint")
            return (document, fingerprint)
        }
    }

    private func changedSince(_ year: Year) -> CommandError {
        CommandError(
            "Prismodellen eller regionernas beskrivningar har ändrats sedan listan för \(year) byggdes. Bygg den igen.",
            "The price model or the regions' descriptions have changed since the list of \(year) was built. Build it again."
        )
    }

    func noModel(_ year: Year) -> CommandError {
        let known = premises.years.keys.sorted().map(\.description).joined(separator: ", ")
        return CommandError(
            "Det finns ingen prismodell för \(year). Skriv \(premises.contractsFolder)/price-models/\(year).json, med "
                + "en tidigare som förebild. Prismodeller finns för: \(known).",
            "There is no price model for \(year). Write \(premises.contractsFolder)/price-models/\(year).json, with an "
                + "earlier one as pattern. There are price models for: \(known).")
    }
}

extension PriceList {
    /// The list; what keeps it from being computed is told as a reason that a person can act on.
    static func computed(_ input: PriceListInput) throws -> PriceList {
        do throws(PriceListError) {
            return try compute(input)
        } catch {
            throw CommandError(error.text(.swedish), error.text(.english))
        }
    }
}
