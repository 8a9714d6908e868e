import Adoption
import Federation
import Foundation
import Pricing
import Publishing
import RegionSimulator
import Storage
import Testing

@testable import Pipeline

/// What the office can answer for: why a price may stand, what stood before the committee, and what it knew.
struct DefenceTests {
    private let list: Year
    private let persons: Set = ["anna", "bo"]

    init() throws { list = try year(2023) }

    private func fetched(_ bench: Bench) async throws -> Gateway {
        try await bench.openLastYear()
        let gateway = try bench.gateway()
        _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
        return gateway
    }

    private func acknowledgeAll(_ gateway: Gateway, useLastGood: Bool = false) async throws {
        let blocking = try await gateway.review(list, useLastGood: useLastGood).blocking
        _ = try await gateway.acknowledge(
            blocking.map(\.id.description), year: list, by: "anna", reason: "Stämt av med regionen")
    }

    private func propose(_ gateway: Gateway, useLastGood: Bool = false) async throws -> StandingProposal {
        try await gateway.propose(list, useLastGood: useLastGood, by: "anna", persons: persons)
    }

    /// Hands in a file and, where it is held, lets it count.
    private func deliver(_ file: String, _ gateway: Gateway, _ region: RegionSlug) async throws {
        let handed = try await gateway.submit(files: [file], region: region, kind: .priceList)
        guard handed.examination.verdict == .held else { return }
        _ = try await gateway.decide(
            .release, digits: handed.version.fingerprint.hex, by: "anna", reason: "Rättad leverans")
    }

    @Test func `an acknowledgement follows its line into later builds, and lapses when the record changes`()
        async throws
    {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            let region = try slug("varmland")
            // One price half as high again, without a reason.
            let line = try await changeable(gateway)
            try await deliver(
                bench.redelivered(region, by: gateway, line: line, price: { $0 * 3 / 2 }), gateway, region)
            try await acknowledgeAll(gateway)
            let before = try await gateway.review(list, useLastGood: false).report
            let finding = try #require(before.acknowledged.first { $0.finding.finding.code == "change-without-reason" })
            #expect(finding.finding.tie.record != nil && before.lapsed.isEmpty)
            // The same records at other places in the file: nothing has changed for the person.
            try await deliver(bench.redelivered(region, by: gateway, changing: nil), gateway, region)
            let moved = try await gateway.review(list, useLastGood: false).report
            #expect(moved.acknowledged.contains { $0.finding.id == finding.finding.id })
            #expect(!moved.lapsed.contains { $0.acknowledgement.tie == finding.finding.tie })
            // One krona more in the same record: the finding is the same and the person has not seen it so.
            let now = try await changeable(gateway)
            #expect(now.id == line.id)
            try await deliver(
                bench.redelivered(region, by: gateway, line: now, price: { $0 + 1 }), gateway, region)
            let changed = try await gateway.review(list, useLastGood: false).report
            let lapsed = try #require(changed.lapsed.first { $0.acknowledgement.tie == finding.finding.tie })
            #expect(lapsed.causes == [.recordChanged])
            #expect(changed.open.contains { $0.tie == lapsed.now })
        }
    }

    @Test func `a list in which an older version stands in can be acknowledged and proposed`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            let region = try slug("varmland")
            let broken = try bench.file("trasig.xml", Array("<Prislista>".utf8))
            _ = try await gateway.submit(files: [broken], region: region, kind: .priceList)
            try await acknowledgeAll(gateway, useLastGood: true)
            let proposal = try await propose(gateway, useLastGood: true)
            let content = try await gateway.frozenList(proposal.proposal.list)
            #expect(content.list.header.marks.contains(.lastGoodUsed))
        }
    }

    @Test func `only the draft that was looked at is proposed`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            try await acknowledgeAll(gateway)
            let seen = try #require(try await gateway.store.lastBuilt(list))
            let region = try slug("varmland")
            let line = try await changeable(gateway)
            try await deliver(
                bench.redelivered(region, by: gateway, line: line, price: { $0 + 1 }), gateway, region)
            do {
                _ = try await propose(gateway)
                Issue.record("proposed unseen")
            } catch ActRefusal.draftOutdated(let named, let now) {
                #expect(named == seen.fingerprint && now != named)
            }
            // Refused, it is not remembered either: the draft is still the one that was seen.
            #expect(try await gateway.store.lastBuilt(list) == seen)
            try await acknowledgeAll(gateway)
            #expect(try await propose(gateway).proposal.list != seen.fingerprint)
        }
    }

    @Test func `a what-if stands beside the proposal, whatever is delivered after it`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            try await acknowledgeAll(gateway)
            let proposal = try await propose(gateway)
            let before = try await gateway.frozenList(proposal.proposal.list).list
            let region = try slug("varmland")
            let line = try #require(before.careServices.first { $0.basis == .delivered })
            try await deliver(
                bench.redelivered(region, by: gateway, line: line, price: { $0 + 7 }), gateway, region)
            let change = ScenarioChange.indexPercent(ExactDecimal(units: 100, scale: 1))
            let computed = try await gateway.scenario(
                list, name: "Högre index", changes: [change], volumes: nil, useLastGood: false)
            #expect(computed.document.proposal == proposal.proposal.list)
            #expect(computed.document.lines(in: .swedish, limit: 1)[1].contains(proposal.proposal.list.short))
            #expect(!computed.document.scenario.difference.changed.contains { $0.later.id == line.id })
        }
    }

    @Test func `nothing is acknowledged before there is a draft to look at`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            await #expect(throws: CommandError.self) {
                try await gateway.acknowledge(["weights-made-up"], year: list, by: "anna", reason: "Prov")
            }
        }
    }

    @Test func `a proposal that was given back is read again, byte for byte`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            try await acknowledgeAll(gateway)
            let proposal = try await propose(gateway)
            try await gateway.giveBack(list, reason: "Kontrollera Torsby", by: "bo", persons: persons)
            let folder = bench.folder + "/aterlamnat"
            _ = try await gateway.committeePack(
                list, proposal: String(proposal.proposal.list.hex.prefix(12)), into: folder, pdf: nil,
                temporaryFolder: bench.folder)
            let name = "prislista-2023-forslag-\(proposal.proposal.list.short).json"
            let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
            #expect(Fingerprint(of: bytes) == proposal.proposal.list)
            await #expect(throws: CommandError.self) {
                try await gateway.committeePack(
                    list, proposal: "00", into: bench.folder + "/annat", pdf: nil, temporaryFolder: bench.folder)
            }
        }
    }

    @Test func `the region's reason for a great change is in the list and before the committee`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let gateway = try await fetched(bench)
            let region = try slug("uppsala")
            let line = try await changeable(gateway)
            let file = try await bench.redelivered(region, by: gateway) { text in
                let record = text.index(text.startIndex, offsetBy: Int(line.service.origin.offset))
                let amount = try #require(text[record...].firstMatch(of: /<amount>([0-9]+)\.00<\/amount>/))
                let raised = try #require(Int(amount.1)) * 3 / 2
                text.replaceSubrange(
                    amount.range, with: "<amount>\(raised).00</amount><reason>Ny metod sedan 2021</reason>")
            }
            try await deliver(file, gateway, region)
            try await acknowledgeAll(gateway)
            let proposal = try await propose(gateway)
            let round = try await gateway.listState(list).round
            let minutes = try await gateway.minutes(
                of: proposal, adoption: nil, in: round, names: PersonNames())
            let deviation = try #require(minutes.deviations.first { $0.reason == "Ny metod sedan 2021" })
            #expect(deviation.by == "regionen" && deviation.subject.hasPrefix("Region Uppsala, "))
            let frozen = try await gateway.frozenList(proposal.proposal.list).list
            #expect(frozen.careServices.contains { $0.service.reason == "Ny metod sedan 2021" })
        }
    }

    @Test func `a version that a person decides about after the proposal is told before adopting`() async throws {
        try await withRegions(["varmland", "uppsala"]) { bench in
            let gateway = try await fetched(bench)
            let region = try slug("varmland")
            let file = try await bench.redelivered(region, by: gateway) {
                $0 = $0.replacingOccurrences(of: "år=\"2023\"", with: "år=\"2022\"")
            }
            let handed = try await gateway.submit(files: [file], region: region, kind: .priceList)
            _ = try await gateway.decide(
                .refuse, digits: handed.version.fingerprint.hex, by: "anna", reason: "Fel pris")
            try await acknowledgeAll(gateway)
            let proposal = try await propose(gateway)
            #expect(try await gateway.newerDeliveries(than: proposal, of: gateway.year).isEmpty)
            bench.clock.advance(days: 1)
            _ = try await gateway.decide(
                .release, digits: handed.version.fingerprint.hex, by: "bo", reason: "Priset är rätt")
            #expect(try await gateway.newerDeliveries(than: proposal, of: gateway.year) == [region])
        }
    }

    @Test func `a list of a year that was proposed here is not taken in from elsewhere`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await fetched(bench)
            try await acknowledgeAll(gateway)
            _ = try await propose(gateway)
            let file = try bench.file("annan.json", SimulatedPriceList.adopted2022(plan: SimulationPlan(rows: 21)))
            let decision = BoardDecision(reference: "SN 1", day: try #require(Day("2022-12-02")))
            await #expect(throws: CommandError.self) { try await gateway.open(list, file: file, decision: decision) }
        }
    }

    /// A care service of the list as it would be now, whose region set its price and which was there last year.
    private func changeable(_ gateway: Gateway) async throws -> CareServiceLine {
        let last = try #require(try await gateway.store.openingList(try year(2022))).list.careServices
        let known = Set(last.map(\.id))
        let built = try await gateway.build(list, useLastGood: false).list
        return try #require(built.careServices.first { $0.basis == .delivered && known.contains($0.id) })
    }
}
