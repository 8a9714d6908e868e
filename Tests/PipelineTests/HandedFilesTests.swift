import Federation
import Foundation
import Harvest
import Pipeline
import RegionSimulator
import Registry
import Testing

/// A delivery of several files, handed in by a person.
@Suite struct HandedFilesTests {
    /// Writes a region's documents under their own names; the first is the one that its address names.
    private func files(_ region: String, rows: Int = 30, in bench: Bench) throws -> [String] {
        try SimulatedRegion.documents(region: slug(region), kind: .priceList, plan: SimulationPlan(rows: rows))
            .map { try bench.file($0.path.split(separator: "/").last.map(String.init) ?? "", $0.bytes) }
    }

    private func told(_ work: () async throws -> Void) async throws -> String {
        do {
            try await work()
            return ""
        } catch let error as CommandError { return error.swedish }
    }

    @Test func `an index and its parts are the version that a fetch makes of them, in any order of the parts`()
        async throws
    {
        try await withRegions(["gavleborg"]) { bench in
            let gateway = try bench.gateway()
            let fetched = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let files = try files("gavleborg", rows: Bench.rows, in: bench)
            #expect(files.count == 4)
            let handed = [files[0]] + files.dropFirst().reversed()
            let taken = try await gateway.submit(files: handed, region: try slug("gavleborg"), kind: .priceList)
            guard case .newVersion(let version) = fetched.first?.outcome else { throw CancellationError() }
            #expect(taken.version.fingerprint == version.fingerprint)
            let checked = try await gateway.check(files: handed, region: try slug("gavleborg"), kind: .priceList)
            #expect(checked.isKnown && checked.verdict == .accepted && checked.missing.isEmpty)
        }
    }

    @Test func `pages are the version that a fetch makes of them`() async throws {
        try await withRegions(["dalarna"]) { bench in
            let dalarna = try slug("dalarna")
            let files = try files("dalarna", rows: 1100, in: bench)
            #expect(files.count == 2)
            let gateway = try bench.gateway()
            let checked = try await gateway.check(files: files, region: dalarna, kind: .priceList)
            #expect(checked.verdict == .accepted && checked.report.totals["page-twice"] == nil)
            let alone = try await told {
                _ = try await gateway.check(files: [files[0]], region: dalarna, kind: .priceList)
            }
            #expect(alone.hasPrefix("Sidan efter \(files[0]) saknas"))
            let turned = try await told {
                _ = try await gateway.check(files: files.reversed(), region: dalarna, kind: .priceList)
            }
            #expect(turned.contains("är den sista sidan, men fler filer följer"))
        }
    }

    @Test func `what an index lists and nobody gave is named, and what it does not list`() async throws {
        try await withRegions(["gavleborg"]) { bench in
            let gavleborg = try slug("gavleborg")
            let gateway = try bench.gateway()
            let files = try files("gavleborg", in: bench)
            let missing = try await told {
                _ = try await gateway.check(files: Array(files.dropLast()), region: gavleborg, kind: .priceList)
            }
            #expect(missing.contains("delar som inte angavs: hudiksvall.xml."))
            let extra = try bench.file("annan.xml", Array("<x/>".utf8))
            let unknown = try await told {
                _ = try await gateway.submit(files: files + [extra], region: gavleborg, kind: .priceList)
            }
            #expect(unknown.contains("räknar inte upp \(extra)"))
            let turned = try await told {
                _ = try await gateway.check(files: files.reversed(), region: gavleborg, kind: .priceList)
            }
            #expect(turned.contains("räknar inte upp några delar"))
            #expect(try await gateway.store.versions(region: gavleborg, kind: .priceList).isEmpty)
        }
    }

    @Test func `a feed of one file takes one file`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let files = [try bench.file("a.xml", []), try bench.file("b.xml", [])]
            let gateway = try bench.gateway()
            let words = try await told {
                _ = try await gateway.check(files: files, region: try slug("uppsala"), kind: .priceList)
            }
            #expect(words.contains("en enda fil, men 2 angavs"))
        }
    }

    @Test func `a hospital that the files say nothing about is told`() async throws {
        try await withRegions(["uppsala"]) { bench in
            let uppsala = try slug("uppsala")
            let text = """
                <priceSubmission xmlns="urn:samverkan:price-submission:1" region="uppsala"
                 organisationNumber="232100-0024" year="2023" created="2022-10-08T06:06:05Z" currency="SEK">
                <drgTariff><provider>akademiska</provider><typesOfCare>01 02</typesOfCare></drgTariff>
                </priceSubmission>
                """
            let checked = try await bench.gateway().check(
                files: [try bench.file("tyst.xml", Array(text.utf8))], region: uppsala, kind: .priceList)
            let hospitals = try #require(bench.premises.region(uppsala)).region.hospitals.map(\.id)
            #expect(checked.missing.compactMap(\.provider) == hospitals.filter { $0 != "akademiska" }.sorted())
            #expect(checked.missing.allSatisfy { $0.reason == .hospitalSilent })
        }
    }

    @Test func `checking needs no data folder and makes none, and knows an earlier list where there is one`()
        async throws
    {
        try await withRegions(["uppsala"]) { bench in
            let uppsala = try slug("uppsala")
            let bytes = SimulatedRegion.canonicalXML(region: uppsala, plan: SimulationPlan(rows: Bench.rows))
            let file = try bench.file("min.xml", bytes)
            let nowhere = bench.folder + "/finns-inte"
            let without = try await reader(nowhere, bench).check(files: [file], region: uppsala, kind: .priceList)
            #expect(without.verdict == .accepted && without.report.totals["no-previous-list"] == 1)
            #expect(!FileManager.default.fileExists(atPath: nowhere))
            try await bench.openLastYear()
            let with = try await reader(bench.folder, bench).check(files: [file], region: uppsala, kind: .priceList)
            #expect(with.report.totals["no-previous-list"] == nil)
        }
    }

    @Test(arguments: [2031, 2017]) func `a year that takes no deliveries is refused`(number: Int) async throws {
        try await withRegions(["uppsala"]) { bench in
            let file = try bench.file("min.xml", [])
            let gateway = try Gateway(
                reading: bench.folder, premises: bench.premises, year: try year(number), limits: FetchLimits(),
                logger: bench.silence, now: { bench.clock.now })
            let words = try await told {
                _ = try await gateway.check(files: [file], region: try slug("uppsala"), kind: .priceList)
            }
            #expect(words.contains("\(number)"))
        }
    }

    private func reader(_ folder: String, _ bench: Bench) throws -> Gateway {
        try Gateway(
            reading: folder, premises: bench.premises, year: try year(2023), limits: FetchLimits(),
            logger: bench.silence, now: { bench.clock.now })
    }
}
