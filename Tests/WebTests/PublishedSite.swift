import Adoption
import Federation
import Foundation
import Pipeline
import Sealing
import Storage
import Testing

@testable import Web

/// A site whose list is published and corrected: edition 1 holds from January, edition 2 from April with one price more.
struct PublishedSite: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let clock = try Clock(Site.morning)
        try await Site.run(clock: clock) { gateway in
            try await PublishedSite.publishTwice(gateway, clock)
        } _: { site in
            try await Site.$current.withValue(site) { try await function() }
        }
    }

    private static let persons: Set = ["anna", "bo"]

    static func publishTwice(_ gateway: Gateway, _ clock: Clock) async throws {
        try await openLastYear(gateway)
        try await Site.deliverAndBuild(gateway)
        let file = FileManager.default.temporaryDirectory.path + "/web-key-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = try await gateway.makeKey(file: file, outside: "/nowhere", by: "anna")
        let key = try KeyFile.read(file, outside: "/nowhere")
        try await adopt(gateway, clock, day: "2022-12-02", from: "2023-01-01", number: "SN 2022-0031", key)

        try clock.move(to: "2023-02-20T09:00:00Z")
        try await gateway.correct(
            gateway.year, edition: 1, reason: "Fel pris på vårddag", by: "anna", persons: persons)
        try await redeliver(gateway)
        try await adopt(gateway, clock, day: "2023-03-01", from: "2023-04-01", number: "SN 2023-0007", key)
    }

    /// Three prices of 2022: one that rises, one that rises twice, and one that is raised by the index.
    private static func openLastYear(_ gateway: Gateway) async throws {
        let line = { (unit: String, code: String, text: String, type: String, level: String, amount: String) in
            """
            {"region":"uppsala","provider":"akademiska","unit":"\(unit)","code":"\(code)","text":"\(text)",
             "typeOfCare":"\(type)","careLevel":"\(level)","amount":"\(amount)"}
            """
        }
        let lines = [
            line("kirurgi", "301-LB1", "Läkarbesök, nybesök, kirurgi", "01", "2", "3000.00"),
            line("psykiatri", "901-VD1", "Vårddag, vuxenpsykiatri", "02", "3", "8300.00"),
            line("kirurgi", "301-SB1", "Sjukvårdande behandling, sjuksköterska, kirurgi", "01", "2", "1000.00"),
        ]
        let file = FileManager.default.temporaryDirectory.path + "/adopted-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try #"{"priceList":"adopted-list-1","year":2022,"careServices":[\#(lines.joined(separator: ","))]}"#
            .write(toFile: file, atomically: true, encoding: .utf8)
        let decision = BoardDecision(reference: "SN 2021-0029 § 52", day: try #require(Day("2021-12-03")))
        let result = try await gateway.open(gateway.year.previous, file: file, decision: decision)
        #expect(result.findings.isEmpty)
    }

    /// Uppsala delivers again, with one price a hundred kronor higher.
    private static func redeliver(_ gateway: Gateway) async throws {
        let uppsala = try #require(RegionSlug("uppsala"))
        let delivery = try String(contentsOfFile: Site.example, encoding: .utf8)
        let file = FileManager.default.temporaryDirectory.path + "/corrected-\(UUID().uuidString).xml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try delivery.replacing("8505.00", with: "8605.00").write(toFile: file, atomically: true, encoding: .utf8)
        _ = try await gateway.submit(files: [file], region: uppsala, kind: .priceList)
        let version = try #require(try await gateway.store.currentVersion(region: uppsala, kind: .priceList)).version
        let (region, feed) = try gateway.feed(uppsala, .priceList)
        if try await gateway.examine(version, feed: feed, region: region).verdict == .held {
            _ = try await gateway.decide(
                .release, digits: version.fingerprint.hex, by: "anna", reason: "Rättad leverans")
        }
    }

    /// Acknowledges, proposes, adopts and publishes on that day at noon, a minute between each.
    private static func adopt(
        _ gateway: Gateway, _ clock: Clock, day: String, from: String, number: String, _ key: SigningKey
    ) async throws {
        try clock.move(to: day + "T11:00:00Z")
        let blocking = try await gateway.review(gateway.year, useLastGood: false).blocking
        if !blocking.isEmpty {
            _ = try await gateway.acknowledge(
                blocking.map(\.id.description), year: gateway.year, by: "anna", reason: "Stämt av med regionen")
        }
        _ = try await gateway.propose(gateway.year, useLastGood: false, by: "anna", persons: persons)
        try clock.move(to: day + "T11:30:00Z")
        let decision = ListDecision(
            number: number, paragraph: "47", day: try #require(Day(day)), validFrom: try #require(Day(from)))
        try await gateway.adopt(gateway.year, decision: decision, despiteNewer: false, by: "bo", persons: persons)
        try clock.move(to: day + "T12:00:00Z")
        let folder = FileManager.default.temporaryDirectory.path
        _ = try await gateway.publish(
            gateway.year, with: PublishingTools(keys: [key], pdf: nil, temporaryFolder: folder), withoutPDF: true,
            by: "bo", persons: persons)
    }
}

extension Trait where Self == PublishedSite {
    static var published: PublishedSite { PublishedSite() }
}

/// Everything about editions, on one site that nobody changes.
@Suite(.published) struct Published {}
