import Adoption
import Federation
import Foundation
import Pipeline
import Pricing
import Publishing
import Sealing
import Storage
import Testing

/// What the office does around a list of one region: packs, quotes, comparisons and what-ifs.
struct OfficeTests {
    private let list: Year
    private let persons: Set = ["anna", "bo"]

    init() throws { list = try year(2023) }

    /// A gateway with a draft whose prices are raised from last year's.
    private func drafted(_ bench: Bench) async throws -> Gateway {
        try await bench.openLastYear()
        let gateway = try bench.gateway()
        _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
        _ = try await gateway.build(list, useLastGood: false)
        return gateway
    }

    /// A gateway with a proposal; there is no list of the year before, which tells of all seven regions.
    private func proposed(_ bench: Bench) async throws -> Gateway {
        let gateway = try bench.gateway()
        _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
        let blocking = try await gateway.review(list, useLastGood: false).blocking
        _ = try await gateway.acknowledge(
            blocking.map(\.id.description), year: list, by: "anna", reason: "Stämt av med regionen")
        _ = try await gateway.propose(list, useLastGood: false, by: "anna", persons: persons)
        return gateway
    }

    private func published(_ bench: Bench) async throws -> (Gateway, KeptEdition, SigningKey) {
        let gateway = try await proposed(bench)
        let keyFile = bench.folder + "/../key-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: keyFile) }
        _ = try await gateway.makeKey(file: keyFile, outside: bench.folder, by: "anna")
        let key = try KeyFile.read(keyFile, outside: bench.folder)
        bench.clock.advance(days: 20)
        let decision = ListDecision(
            number: "SN 2022-0031", paragraph: "47", day: try #require(Day("2022-12-02")),
            validFrom: try #require(Day("2023-01-01")))
        try await gateway.adopt(list, decision: decision, despiteNewer: false, by: "bo", persons: persons)
        let tools = PublishingTools(keys: [key], pdf: nil, temporaryFolder: bench.folder)
        let kept = try await gateway.publish(list, with: tools, withoutPDF: true, by: "bo", persons: persons)
        return (gateway, kept, key)
    }

    private func pack(_ gateway: Gateway, _ bench: Bench, into name: String) async throws -> MadePack {
        try await gateway.committeePack(
            list, edition: nil, into: bench.folder + "/" + name, pdf: nil, temporaryFolder: bench.folder)
    }

    /// Whether every file of a folder is as its sums say, and no other file is there.
    private func sumsHold(in folder: String) throws -> Bool {
        let lines = try String(contentsOfFile: folder + "/SHA256SUMS", encoding: .utf8).split(separator: "\n")
        let named = try lines.map { line in
            let name = String(line.dropFirst(66))
            let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
            return Fingerprint(of: bytes).hex == line.prefix(64) ? name : ""
        }
        let there = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Set(named + ["SHA256SUMS"]) == Set(there)
    }

    @Test func `the pack of a proposal is whole, and says that it is a proposal`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await proposed(bench)
            let made = try await pack(gateway, bench, into: "handlingar/mote-1")
            #expect(made.standing == .proposed)
            let folder = bench.folder + "/handlingar/mote-1"
            #expect(try sumsHold(in: folder))
            #expect(made.files.contains("prislista-2023-forslag.xlsx"))
            let page = try String(contentsOfFile: folder + "/prislista-2023-forslag.html", encoding: .utf8)
            #expect(page.contains("Förslag – ej fastställt"))
            let readme = try String(contentsOfFile: folder + "/LÄS-MIG.txt", encoding: .utf8)
            #expect(readme.contains("Förslag – ej fastställt"))
            #expect(readme.contains("Ingen PDF"))
        }
    }

    @Test func `a pack never goes into a folder with something in it`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await proposed(bench)
            _ = try await pack(gateway, bench, into: "handlingar")
            let before = try FileManager.default.contentsOfDirectory(atPath: bench.folder).sorted()
            await #expect(throws: CommandError.self) { try await pack(gateway, bench, into: "handlingar") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder).sorted() == before)
            try FileManager.default.createDirectory(
                atPath: bench.folder + "/tom", withIntermediateDirectories: false)
            _ = try await pack(gateway, bench, into: "tom")
            #expect(try sumsHold(in: bench.folder + "/tom"))
        }
    }

    @Test func `the pack of an edition is its published bytes, which verify`() async throws {
        try await withRegions(["varmland"]) { bench in
            let (gateway, kept, key) = try await published(bench)
            let made = try await pack(gateway, bench, into: "handlingar")
            #expect(made.standing == .adopted(edition: 1, decision: kept.edition.decision))
            let folder = bench.folder + "/handlingar"
            #expect(try sumsHold(in: folder))
            #expect(Set(made.files) == Set(kept.files.map(\.name) + ["LÄS-MIG.txt", "SHA256SUMS"]))
            let files = made.files.map { PackageFile(path: folder + "/" + $0) }
            #expect(PackageVerification.verify(files: files, key: key.verifyingKey).verdict == .provedAndWhole)
            try Data("Annat".utf8).write(to: URL(filePath: folder + "/LÄS-MIG.txt"))
            #expect(PackageVerification.verify(files: files, key: key.verifyingKey).verdict == .broken)
        }
    }

    @Test func `a case is priced by the edition in force, as known then, and the quote says which`() async throws {
        try await withRegions(["varmland"]) { bench in
            let (gateway, kept, _) = try await published(bench)
            let moment = kept.edition.publishedAt
            let quoting = try await gateway.quotingList(list, knownAt: moment, draft: false)
            let source = try quoting.source(on: quoting.validity.lowerBound)
            let service = try #require(source.content.list.careServices.first)
            let care = CareCase(
                region: service.region, provider: service.service.provider, unit: service.service.unit,
                typeOfCare: service.service.typeOfCare, time: .day(quoting.validity.upperBound),
                careServices: [CountedService(service.id.description, count: 2)])
            let priced = try quoting.price(care)
            #expect(priced.quote.total == Amount(ore: service.amount.ore * 2))
            #expect(priced.list.fingerprint == kept.edition.fingerprint)
            #expect(priced.list.standing == .adopted(edition: 1, decision: kept.edition.decision))
            let earlier = Instant(milliseconds: moment.milliseconds - 1)
            await #expect(throws: CommandError.self) {
                try await gateway.quotingList(list, knownAt: earlier, draft: false)
            }
        }
    }

    @Test func `two years are compared, with what the changes cost where volumes tell`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await drafted(bench)
            let built = try #require(try await gateway.lastBuilt(list))
            let line = try #require(built.list.careServices.first { $0.basis != .delivered })
            let place = Place(bytes: 0..<0, line: 2, column: 1, path: "")
            let rows = [
                VolumeRow(code: line.id.description, provider: line.service.provider, cases: 10, place: place),
                VolumeRow(code: "FINNS-INTE", provider: line.service.provider, cases: 10, place: place),
            ]
            let compared = try await gateway.differences(from: try year(2022), to: list, volumes: rows)
            #expect(compared.difference.order == .effect)
            #expect(compared.volumeReport.totals == ["volume-unknown-code": 1])
            let changed = try #require(compared.difference.changed.first)
            #expect(changed.later.id == line.id && changed.cases == 10)
            await #expect(throws: CommandError.self) {
                try await gateway.differences(from: list, to: try year(2022), volumes: rows)
            }
        }
    }

    @Test func `a what-if changes prices beside the draft, and remembers nothing`() async throws {
        try await withRegions(["varmland"]) { bench in
            let gateway = try await drafted(bench)
            let before = try #require(try await gateway.lastBuilt(list)).record
            let computed = try await gateway.scenario(
                list, name: "Högre index", changes: [.indexPercent(ExactDecimal(units: 100, scale: 1))], volumes: nil,
                useLastGood: false)
            let scenario = computed.document.scenario
            #expect(scenario.difference.total.raised > 0)
            #expect(scenario.difference.total.new == 0 && scenario.difference.total.gone == 0)
            #expect(try #require(try await gateway.lastBuilt(list)).record == before)
        }
    }
}
