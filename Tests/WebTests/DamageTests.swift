import Federation
import Foundation
import Logging
import Pipeline
import Storage
import Synchronization
import Testing

@testable import Web

extension Published {
    /// What happens to files of the archive that are not as they were published.
    @Suite struct DamageTests {
        private static let path = "/v1/price-lists/2023/editions/1"

        /// Runs the body with a published site, the files of its first edition by ending, and what the server logs.
        private func withFiles(_ body: (Site, [String: EditionFile], Heard) async throws -> Void) async throws {
            let clock = try Clock(Site.morning)
            let heard = Heard()
            try await Site.run(clock: clock, log: heard) {
                try await PublishedSite.publishTwice($0, clock)
            } _: { site in
                let kept = try #require(try await site.gateway.edition(site.gateway.year, number: 1))
                let files = kept.files.map { ($0.ending(in: kept.edition), $0) }
                try await body(site, Dictionary(uniqueKeysWithValues: files), heard)
            }
        }

        /// Changes a byte of a file of the archive.
        private func damage(_ path: String) throws {
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            bytes[bytes.count - 20] ^= 1
            try FileManager.default.removeItem(atPath: path)
            try Data(bytes).write(to: URL(filePath: path))
        }

        @Test func `of a file that is damaged or gone no byte is sent, and the log says which it is`() async throws {
            try await withFiles { site, files, heard in
                for ending in ["xml", "json", "manifest.json"] {
                    let file = try #require(files[ending])
                    let place = site.gateway.archive.path(of: file.sha256)
                    // Found whole once, so that it is known by what it looks like.
                    #expect(try await site.get("\(Self.path).\(ending)").status == 200)
                    try damage(place)
                    let asked = [
                        try await site.get("\(Self.path).\(ending)"),
                        try await site.get("\(Self.path).\(ending)", ["Accept-Encoding": "gzip"]),
                        try await site.get("\(Self.path).\(ending)", ["If-None-Match": "\"\(file.sha256.hex)\""]),
                    ]
                    for reply in asked {
                        #expect(reply.status == 500, "\(ending)")
                        #expect(reply["content-type"] == "application/problem+json")
                        #expect(reply.text.contains(file.sha256.hex))
                    }
                    #expect(try await site.get("\(Self.path).\(ending)", method: "HEAD").status == 500)
                    #expect(heard.errors.contains { $0.contains(file.sha256.hex) })
                    try FileManager.default.removeItem(atPath: place)
                    #expect(try await site.get("\(Self.path).\(ending)").status == 500)
                }
            }
        }

        @Test func `the page of an edition and its lines are not given from damaged files either`() async throws {
            try await withFiles { site, files, heard in
                let (page, list) = (try #require(files["html"]), try #require(files["json"]))
                for file in [page, list] { try damage(site.gateway.archive.path(of: file.sha256)) }
                #expect(try await site.get("/prislistor/2023/utgavor/1").status == 500)
                #expect(try await site.get("/v1/price-lists/2023/lines?validOn=2023-02-01").status == 500)
                for file in [page, list] { #expect(heard.errors.contains { $0.contains(file.sha256.hex) }) }
            }
        }

        @Test func `a file that was found whole is read again only when it looks different`() async throws {
            try await withFiles { site, files, _ in
                let file = try #require(files["xml"])
                let place = site.gateway.archive.path(of: file.sha256)
                let holdings = Holdings(
                    gateway: site.gateway, limits: ServerLimits(), logger: Logger(label: "web-tests"))
                try await holdings.requireWhole(file.sha256)
                // Changed in its place, with the time of change put back: only reading would tell.
                let day = Date(timeIntervalSince1970: 1_000_000_000)
                let touch = { try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: place) }
                try touch()
                try await holdings.requireWhole(file.sha256)
                try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: place)
                let handle = try #require(FileHandle(forUpdatingAtPath: place))
                try handle.write(contentsOf: [0])
                try handle.close()
                try touch()
                try await holdings.requireWhole(file.sha256)
                try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: place)
                await #expect(throws: DamagedFile(file.sha256)) { try await holdings.requireWhole(file.sha256) }
            }
        }
    }
}

/// Remembers the errors in the log.
private final class Heard: LogHandler {
    private let lines = Mutex<[String]>([])

    var errors: [String] { lines.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .error }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
