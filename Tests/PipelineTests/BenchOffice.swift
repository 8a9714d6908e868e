import Federation
import Foundation
import Pipeline
import Sealing
import Storage
import Testing

/// The office's way from a draft to an edition, in few words.
extension Bench {
    private var persons: Set<String> { ["anna", "bo"] }

    /// Acknowledges everything, proposes, and adopts ten days later, whatever happens meanwhile.
    func adopt(
        _ gateway: Gateway, number: String, validFrom: String, meanwhile: () async throws -> Void = {}
    ) async throws {
        let list = gateway.year
        let blocking = try await gateway.review(list, useLastGood: false).blocking
        if !blocking.isEmpty {
            _ = try await gateway.acknowledge(
                blocking.map(\.id.description), year: list, by: "anna", reason: "Stämt av med regionen")
        }
        _ = try await gateway.propose(list, useLastGood: false, by: "anna", persons: persons)
        try await meanwhile()
        clock.advance(days: 10)
        let decision = ListDecision(
            number: number, paragraph: "47", day: clock.now.day, validFrom: try #require(Day(validFrom)))
        try await gateway.adopt(list, decision: decision, despiteNewer: false, by: "bo", persons: persons)
    }

    /// Publishes without PDF, signed by these keys.
    func publish(_ gateway: Gateway, with keys: [SigningKey]) async throws -> KeptEdition {
        try await gateway.publish(
            gateway.year, with: PublishingTools(keys: keys, pdf: nil, temporaryFolder: folder), withoutPDF: true,
            by: "bo", persons: persons)
    }

    /// Begins the correction of the first edition.
    func correct(_ gateway: Gateway) async throws {
        try await gateway.correct(gateway.year, edition: 1, reason: "Fel pris", by: "anna", persons: persons)
    }

    /// Värmland delivers again, with one price a krona higher.
    func redeliver(_ gateway: Gateway) async throws {
        let region = try slug("varmland")
        let file = try await redelivered(region, by: gateway, changing: "Pris")
        _ = try await gateway.submit(files: [file], region: region, kind: .priceList)
    }
}

/// Runs the body with a maker of keys, whose files are taken away afterwards.
func withKeys(
    _ gateway: Gateway, outside dataFolder: String,
    _ body: ((KeyDecision?) async throws -> SigningKey) async throws -> Void
) async throws {
    let folder = dataFolder + "-keys"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body { decision in
        let file = "\(folder)/\(UUID().uuidString).pem"
        _ = try await gateway.makeKey(file: file, outside: dataFolder, by: "anna", givingUpPrevious: decision)
        return try KeyFile.read(file, outside: dataFolder)
    }
}
