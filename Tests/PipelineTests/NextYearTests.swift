import Adoption
import Federation
import Foundation
import Pipeline
import Pricing
import RegionSimulator
import Registry
import Sealing
import Storage
import Testing

/// The year after: its prices are raised from what was published here, and its edition continues the chain.
struct NextYearTests {
    private let persons: Set = ["anna", "bo"]

    @Test
    func `next year's list is raised from this year's latest edition, down to its bytes, and continues the chain`()
        async throws
    {
        try await withRegions(["varmland", "dalarna"]) { bench in
            try await bench.openLastYear()
            let premises = try bench.withNextYear()
            let office = try bench.gateway(premises: premises.at(bench.servers.addresses))
            let keyFile = bench.folder + "-key"
            defer { try? FileManager.default.removeItem(atPath: keyFile) }
            _ = try await office.makeKey(file: keyFile, outside: bench.folder, by: "anna")
            let key = try KeyFile.read(keyFile, outside: bench.folder)
            let first = try await published(2023, office, bench, key)
            bench.clock.advance(days: 340)

            let plan = SimulationPlan(year: 2024, rows: Bench.rows)
            try await bench.anew(plan, premises) { gateway in
                _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
                let built = try await gateway.build(try year(2024), useLastGood: false)
                let named = try #require(built.list.header.previous)
                #expect(named.basis == .published && named.year == first.edition.year && named.number == 1)
                try await expectRaised(built.list, from: first, gateway)
                let compared = try await gateway.differences(from: try year(2023), to: try year(2024))
                #expect(compared.earlier == ListName(year: first.edition.year, edition: 1))
                #expect(compared.comparedSections == LineID.Section.allCases)

                let second = try await published(2024, gateway, bench, key)
                #expect(second.position == first.position + 1 && second.previousManifest == first.manifest)
                try await expectWhole([first, second], gateway, key)
                // Each year is explained by its own edition.
                let line = try #require(built.list.careServices.first)
                #expect(try await gateway.explain(line.id)?.year == built.list.header.model.year)
                #expect(try await gateway.explain(line.id, in: first.edition.year)?.year == first.edition.year)
                #expect(try await gateway.explain(line.id, in: try year(2022)) == nil)
                let before = EditionClocks(validOn: Day("2023-06-01"), knownAt: nil)
                #expect(try await gateway.explain(line.id, clocks: before)?.year == first.edition.year)
            }
        }
    }

    /// Every line as last year is last year's published price raised, and its explanation holds the very bytes of it.
    private func expectRaised(_ list: PriceList, from kept: KeptEdition, _ gateway: Gateway) async throws {
        let earlier = try await gateway.content(of: kept).list.careServices
        let amounts = Dictionary(uniqueKeysWithValues: earlier.map { ($0.id, $0.amount) })
        let published = try #require(try gateway.archive.document(kept.edition.fingerprint))
        var raised = 0
        for line in list.careServices {
            guard case .indexed(let last) = line.basis else { continue }
            raised += 1
            #expect(last == amounts[line.id])
            let inputs = try #require(try await gateway.explain(line.id, draft: true)).explanation.steps[0].inputs
            let excerpt = try #require(inputs.first { $0.value == .previousAmount(last) }?.excerpt)
            let found = try #require(excerpt.foundAt)
            #expect(found.file == kept.edition.fingerprint && found.place.line == 1)
            let start = Int(found.place.offset)
            let bytes = published[start..<start + Int(found.place.length)]
            #expect(String(decoding: bytes, as: UTF8.self) == excerpt.text)
            #expect(excerpt.text.contains(#""id":"\#(line.id)""#) && excerpt.text.contains(last.wire))
            #expect(excerpt.path?.hasPrefix("/careServices/") == true)
        }
        #expect(raised > 0)
    }

    private func expectWhole(_ editions: [KeptEdition], _ gateway: Gateway, _ key: SigningKey) async throws {
        var files: [PackageFile] = []
        for file in editions.flatMap(\.files) {
            files.append(PackageFile(name: file.name, bytes: try await gateway.bytes(of: file)))
        }
        #expect(PackageVerification.verify(files: files, key: key.verifyingKey).verdict == .provedAndWhole)
    }

    /// From deliveries to an edition, with every warning acknowledged.
    private func published(
        _ number: Int, _ gateway: Gateway, _ bench: Bench, _ key: SigningKey
    ) async throws -> KeptEdition {
        let list = try year(number)
        _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
        let blocking = try await gateway.review(list, useLastGood: false).blocking
        if !blocking.isEmpty {
            _ = try await gateway.acknowledge(
                blocking.map(\.id.description), year: list, by: "anna", reason: "Stämt av med regionen")
        }
        _ = try await gateway.propose(list, useLastGood: false, by: "anna", persons: persons)
        bench.clock.advance(days: 18)
        let day = bench.clock.now.day
        let decision = ListDecision(
            number: "SN \(number)", paragraph: "47", day: day, validFrom: try #require(Day("\(number)-01-01")))
        try await gateway.adopt(list, decision: decision, despiteNewer: false, by: "bo", persons: persons)
        return try await gateway.publish(
            list, with: PublishingTools(keys: [key], pdf: nil, temporaryFolder: bench.folder), withoutPDF: true,
            by: "bo", persons: persons)
    }
}

extension Bench {
    /// The premises with a price model of 2024 too, as the office would write it: the model of 2023 with other days.
    func withNextYear() throws -> Premises {
        let contracts = folder + "/Contracts"
        try FileManager.default.copyItem(atPath: premises.contractsFolder, toPath: contracts)
        let model = try String(contentsOfFile: contracts + "/price-models/2023.json", encoding: .utf8)
        let next = model.replacing(#""year": 2023"#, with: #""year": 2024"#)
            .replacing(#""2023-"#, with: #""2024-"#).replacing(#""2022-"#, with: #""2023-"#)
        try Data(next.utf8).write(to: URL(filePath: contracts + "/price-models/2024.json"))
        let ours = URL(filePath: premises.contractsFolder).deletingLastPathComponent().path
        return try Premises.load(regionsFolder: ours + "/Regions", contractsFolder: contracts, setting: { _ in nil })
    }

    /// The same data folder with regions that deliver by another plan, of its year.
    func anew(_ plan: SimulationPlan, _ premises: Premises, _ body: (Gateway) async throws -> Void) async throws {
        let servers = try await RegionServers.start(plan: plan, regions: Array(self.servers.addresses.keys))
        do {
            try await body(gateway(premises: premises.at(servers.addresses), year: try year(plan.year)))
        } catch {
            try await servers.stop()
            throw error
        }
        try await servers.stop()
    }
}
