import Federation
import Testing

@testable import Harvest

/// An unchanged feed costs one 304.
struct ConditionalTests {
    @Test func `validators are sent, and a 304 reuses what is kept`() async throws {
        let date = "Tue, 15 Nov 2022 09:00:00 GMT"
        let server = try ScriptedServer { request in
            request.earlier == 0 ? [.ok("<a/>", "ETag: \"1\"", "Last-Modified: \(date)")] : [.status(304)]
        }
        let bench = try Bench()
        let first = try await bench.download(server.url())
        guard case .fetched(let parts) = first else { throw FeedFailure(.notModifiedUnasked) }
        let second = try await bench.download(server.url(), unless: parts)
        guard case .unchanged(let again) = second else { throw FeedFailure(.httpStatus) }
        #expect(again == parts)
        #expect(server.requests.first?.value("If-None-Match") == nil)
        #expect(server.requests.last?.value("If-None-Match") == "\"1\"")
        #expect(server.requests.last?.value("If-Modified-Since") == date)
        #expect(bench.attempts.map(\.status) == [200, 304])
    }

    @Test func `the same bytes under a new ETag are unchanged, with the new ETag`() async throws {
        let server = try ScriptedServer { request in [.ok("<a/>", "ETag: \"\(request.earlier)\"")] }
        let bench = try Bench()
        let parts = try await bench.download(server.url()).parts
        guard case .unchanged(let again) = try await bench.download(server.url(), unless: parts) else {
            throw FeedFailure(.httpStatus)
        }
        #expect(again.first?.etag == "\"1\"")
    }

    @Test func `other bytes are a new download`() async throws {
        let server = try ScriptedServer { request in [.ok("<a>\(request.earlier)</a>")] }
        let bench = try Bench()
        let parts = try await bench.download(server.url()).parts
        guard case .fetched = try await bench.download(server.url(), unless: parts) else {
            throw FeedFailure(.httpStatus)
        }
    }

    @Test func `nothing is asked conditionally that the archive does not hold`() async throws {
        let server = try ScriptedServer { _ in [.ok("<a/>", "ETag: \"1\"")] }
        let parts = try await Bench().download(server.url()).parts
        _ = try await Bench().download(server.url(), unless: parts)
        #expect(server.requests.last?.value("If-None-Match") == nil)
    }

    @Test func `a full fetch finds out a server whose 304 lies`() async throws {
        let server = try ScriptedServer { request in
            request.value("If-None-Match") == nil ? [.ok("<a>\(request.earlier)</a>", "ETag: \"1\"")] : [.status(304)]
        }
        let bench = try Bench()
        let parts = try await bench.download(server.url()).parts
        guard case .unchanged = try await bench.download(server.url(), unless: parts),
            case .fetched = try await bench.download(server.url(), unless: parts, conditionally: false)
        else { throw FeedFailure(.httpStatus) }
    }

    @Test func `a validator with control characters is neither kept nor sent back`() async throws {
        let server = try ScriptedServer { _ in
            [.ok("<a/>", "ETag: \"å\"", "Last-Modified: \(String(repeating: "x", count: 600))")]
        }
        let part = try #require(try await Bench().download(server.url()).parts.first)
        #expect(part.etag == nil && part.lastModified == nil)
    }
}
