import Adoption
import Federation
import Foundation
import Pipeline
import Pricing
import Publishing
import RegionSimulator
import Sealing
import Storage
import Testing

/// From seven deliveries to a published list and its correction, as the office goes.
struct AdoptionWalkTests {
    private let list: Year
    private let persons: Set = ["anna", "bo"]

    init() throws { list = try year(2023) }

    private func decision(_ number: String, validFrom: String) throws -> ListDecision {
        ListDecision(
            number: number, paragraph: "47", day: try #require(Day("2022-12-02")),
            validFrom: try #require(Day(validFrom)))
    }

    /// A gateway after the fetch of every price list.
    private func fetched(_ bench: Bench) async throws -> Gateway {
        try await bench.openLastYear()
        let gateway = try bench.gateway()
        _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
        return gateway
    }

    /// Acknowledges everything that stands in the way of a proposal.
    private func acknowledgeAll(_ gateway: Gateway) async throws {
        let blocking = try await gateway.review(list, useLastGood: false).blocking
        guard !blocking.isEmpty else { return }
        _ = try await gateway.acknowledge(
            blocking.map(\.id.description), year: list, by: "anna", reason: "Stämt av med regionen")
        #expect(try await gateway.review(list, useLastGood: false).blocking.isEmpty)
    }

    private func propose(_ gateway: Gateway) async throws -> StandingProposal {
        try await gateway.propose(list, useLastGood: false, by: "anna", persons: persons)
    }

    /// Publishes without PDF, with these keys.
    private func publish(_ gateway: Gateway, _ keys: [SigningKey], _ bench: Bench) async throws -> KeptEdition {
        try await gateway.publish(
            list, with: PublishingTools(keys: keys, pdf: nil, temporaryFolder: bench.folder), withoutPDF: true,
            by: "bo", persons: persons)
    }

    /// The files of editions as somebody else has them.
    private func package(_ gateway: Gateway, _ editions: [KeptEdition]) async throws -> [PackageFile] {
        var files: [PackageFile] = []
        for file in editions.flatMap(\.files) {
            files.append(PackageFile(name: file.name, bytes: try await gateway.bytes(of: file)))
        }
        return files
    }

    @Test
    func `seven deliveries become a list that is proposed, returned, adopted by another, published and corrected`()
        async throws
    {
        try await withRegions { bench in
            let gateway = try await fetched(bench)
            let keyFile = bench.folder + "/../key-" + UUID().uuidString
            defer { try? FileManager.default.removeItem(atPath: keyFile) }
            _ = try await gateway.makeKey(file: keyFile, outside: bench.folder, by: "anna")
            let key = try KeyFile.read(keyFile, outside: bench.folder)

            let second = try await proposeReturnAndProposeAgain(gateway, bench)
            bench.clock.advance(days: 20)
            let decided = try decision("SN 2022-0031", validFrom: "2023-01-01")
            await #expect(throws: ActRefusal.sameProposer("anna")) {
                try await gateway.adopt(
                    list, decision: decided, despiteNewer: false, by: "anna", persons: persons)
            }
            try await gateway.adopt(list, decision: decided, despiteNewer: false, by: "bo", persons: persons)
            let published = try await publish(gateway, [key], bench)
            #expect(published.edition.number == 1 && published.edition.fingerprint == second.proposal.list)
            #expect(
                PackageVerification.verify(files: try await package(gateway, [published]), key: key.verifyingKey)
                    .verdict == .provedAndWhole)

            let corrected = try await correct(gateway, bench, key)
            #expect(
                PackageVerification.verify(
                    files: try await package(gateway, [published, corrected]), key: key.verifyingKey
                ).verdict == .provedAndWhole)
            try await expectTwoClocks(gateway, published, corrected)
            try await expectClocksInExplanations(gateway, published, corrected)
        }
    }

    /// The way to a proposal: warnings first, a return, and the same list again.
    private func proposeReturnAndProposeAgain(_ gateway: Gateway, _ bench: Bench) async throws -> StandingProposal {
        let early = try await gateway.review(list, useLastGood: false).blocking
        #expect(!early.isEmpty)
        await #expect(throws: ActRefusal.unacknowledgedWarnings(early.count)) { try await propose(gateway) }
        try await acknowledgeAll(gateway)

        let first = try await propose(gateway)
        bench.clock.advance(days: 1)
        try await gateway.giveBack(list, reason: "Kontrollera Torsby", by: "bo", persons: persons)
        bench.clock.advance(days: 1)
        let second = try await propose(gateway)
        #expect(second.proposal == first.proposal)
        #expect(try await gateway.listState(list).round.proposals.first?.givenBack?.reason == "Kontrollera Torsby")
        return second
    }

    /// Värmland redelivers one price, and the list is corrected from the first of April.
    private func correct(_ gateway: Gateway, _ bench: Bench, _ key: SigningKey) async throws -> KeptEdition {
        bench.clock.advance(days: 60)
        // One begun by mistake and withdrawn leaves no trace in what follows.
        try await gateway.correct(list, edition: 1, reason: "Fel år", by: "bo", persons: persons)
        try await gateway.giveBack(list, reason: "Det var rätt", by: "bo", persons: persons)
        #expect(try await gateway.listState(list).stage == .published)
        try await gateway.correct(list, edition: 1, reason: "Fel pris i Karlstad", by: "anna", persons: persons)
        await #expect(throws: ActRefusal.nothingChanged(edition: 1)) { try await propose(gateway) }
        let region = try slug("varmland")
        let file = try await bench.redelivered(region, by: gateway, changing: "Pris")
        _ = try await gateway.submit(files: [file], region: region, kind: .priceList)
        try await releaseIfHeld(gateway, region)
        try await acknowledgeAll(gateway)
        let proposal = try await propose(gateway)
        #expect(proposal.proposal.changes.count == 1)
        bench.clock.advance(days: 10)
        let decided = ListDecision(
            number: "SN 2023-0007", paragraph: "3", day: bench.clock.now.day, validFrom: try #require(Day("2023-04-01"))
        )
        try await gateway.adopt(list, decision: decided, despiteNewer: false, by: "bo", persons: persons)
        let edition = try await publish(gateway, [key], bench)
        #expect(edition.edition.number == 2 && edition.edition.corrects == 1)
        #expect(try await !gateway.deviations(of: edition).isEmpty)
        return edition
    }

    private func releaseIfHeld(_ gateway: Gateway, _ region: RegionSlug) async throws {
        let version = try #require(try await gateway.store.currentVersion(region: region, kind: .priceList))
        let (descriptor, feed) = try gateway.feed(region, .priceList)
        guard try await gateway.examine(version.version, feed: feed, region: descriptor).verdict == .held else {
            return
        }
        _ = try await gateway.decide(
            .release, digits: version.version.fingerprint.hex, by: "anna", reason: "Rättad leverans")
    }

    private func expectTwoClocks(_ gateway: Gateway, _ one: KeptEdition, _ two: KeptEdition) async throws {
        let before = one.edition.publishedAt
        let after = two.edition.publishedAt
        let march = try #require(Day("2023-03-31"))
        let april = try #require(Day("2023-04-01"))
        #expect(try await gateway.edition(inForce: april, knownAt: before)?.edition.number == 1)
        #expect(try await gateway.edition(inForce: march, knownAt: after)?.edition.number == 1)
        #expect(try await gateway.edition(inForce: april, knownAt: after)?.edition.number == 2)
        let early = Instant(milliseconds: before.milliseconds - 1000)
        #expect(try await gateway.edition(inForce: march, knownAt: early) == nil)
        // The bytes of the first never change; what surrounds it tells that it is superseded.
        let calendar = EditionCalendar(try await gateway.editions().map(\.edition))
        #expect(calendar.supersessions(of: one.edition, knownAt: after).map(\.from) == [april])
        #expect(calendar.supersessions(of: one.edition, knownAt: before).isEmpty)
        let earlier = try await gateway.content(of: one).list
        let later = try await gateway.content(of: two).list
        #expect(
            PriceListDifference.between(ComparedList(earlier), ComparedList(later)).total.changed == 1)
        try await expectPriceDate(gateway, later, knownAt: after)
    }

    /// A line that the correction changes is explained as it was, and the two editions are compared, by the clocks.
    private func expectClocksInExplanations(_ gateway: Gateway, _ one: KeptEdition, _ two: KeptEdition) async throws {
        let compared = try await gateway.differences(from: list, to: list, editions: (1, 2), volumes: nil).difference
        let changed = try #require(compared.changed.first)
        #expect(compared.total.changed == 1 && changed.earlier.amount != changed.later.amount)
        let march = EditionClocks(validOn: Day("2023-03-31"), knownAt: nil)
        let april = EditionClocks(validOn: Day("2023-04-01"), knownAt: nil)
        let then = EditionClocks(validOn: Day("2023-04-01"), knownAt: one.edition.publishedAt)
        for (clocks, line) in [(march, changed.earlier), (april, changed.later), (then, changed.earlier)] {
            #expect(try await gateway.explain(line.id, clocks: clocks)?.explanation.result == line.amount)
        }
        let before = EditionClocks(
            validOn: nil, knownAt: Instant(milliseconds: one.edition.publishedAt.milliseconds - 1))
        #expect(try await gateway.explain(changed.later.id, clocks: before) == nil)
    }

    /// A stay over the day on which the correction comes into force is priced by the edition of its discharge, as the
    /// model says, and a stay that ends before by the first.
    private func expectPriceDate(_ gateway: Gateway, _ later: PriceList, knownAt: Instant) async throws {
        let quoting = try await gateway.quotingList(list, knownAt: knownAt, draft: false)
        #expect(quoting.priceDate == .discharge)
        let line = try #require(later.careServices.first)
        for (days, number) in [("2023-03-29", "2023-03-31", 1), ("2023-03-30", "2023-04-01", 2)].map({
            (($0.0, $0.1), $0.2)
        }) {
            let stay = CareCase.Time.stay(
                admission: try #require(Day(days.0)), discharge: try #require(Day(days.1)))
            let careCase = CareCase(
                region: line.region, provider: line.service.provider, unit: line.service.unit,
                typeOfCare: line.service.typeOfCare, time: stay,
                careServices: [CountedService(line.id.description, count: 2)])
            #expect(try quoting.price(careCase).edition?.edition.number == number)
        }
    }

    @Test func `what is proposed stays as it is, whatever is delivered after; adopting then asks for a word`()
        async throws
    {
        try await withRegions { bench in
            let gateway = try await fetched(bench)
            try await acknowledgeAll(gateway)
            let proposal = try await propose(gateway)
            bench.clock.advance(days: 1)
            let region = try slug("varmland")
            let file = try await bench.redelivered(region, by: gateway, changing: "Pris")
            _ = try await gateway.submit(files: [file], region: region, kind: .priceList)
            #expect(try await gateway.newerDeliveries(than: proposal, of: gateway.year) == [region])
            bench.clock.advance(days: 20)
            let decided = try decision("SN 2022-0031", validFrom: "2023-01-01")
            await #expect(throws: ActRefusal.newerDeliveries([region])) {
                try await gateway.adopt(list, decision: decided, despiteNewer: false, by: "bo", persons: persons)
            }
            try await gateway.adopt(list, decision: decided, despiteNewer: true, by: "bo", persons: persons)
            let adopted = try await gateway.listState(list)
            #expect(adopted.round.adoption?.adopted.despiteNewer == [region])
            #expect(adopted.proposal?.proposal == proposal.proposal)
        }
    }
}
