import Federation
import Testing

@testable import Harvest

/// What can pass is tried again, with waits; what cannot is not.
struct RetryTests {
    @Test(arguments: [408, 429, 500, 502, 503, 504])
    func `a status that can pass is tried again, and both attempts are recorded`(status: Int) async throws {
        let server = try ScriptedServer { request in
            request.earlier == 0 ? [.status(status, "Content-Length: 0")] : [.ok("<a/>")]
        }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url()).parts.first)
        #expect(try bench.content(part) == "<a/>")
        #expect(bench.attempts.map(\.status) == [status, 200])
        #expect(bench.attempts.map(\.failure) == ["http-status", nil])
    }

    @Test func `a body cut short is tried again`() async throws {
        let server = try ScriptedServer { request in
            request.earlier == 0 ? [.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")] : [.ok("abcdefghi")]
        }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url()).parts.first)
        #expect(try bench.content(part) == "abcdefghi")
        #expect(bench.attempts.map(\.failure) == ["body-cut-short", nil])
        #expect(try bench.leftovers().isEmpty)
    }

    @Test(arguments: [400, 401, 403, 404, 410])
    func `a status that cannot pass is asked once`(status: Int) async throws {
        let server = try ScriptedServer { _ in [.status(status, "Content-Length: 0")] }
        _ = try await Bench().failure(server.url())
        #expect(server.requests.count == 1)
    }

    @Test func `after the last retry the failure stands`() async throws {
        let server = try ScriptedServer { _ in [.status(503, "Retry-After: 0", "Content-Length: 0")] }
        let failure = try await Bench(.test { $0.retries = 2 }).failure(server.url())
        #expect(failure.status == 503)
        #expect(server.requests.count == 3)
    }

    @Test func `the server's wish to wait is honoured`() async throws {
        let server = try ScriptedServer { request in
            request.earlier == 0 ? [.status(429, "Retry-After: 1", "Content-Length: 0")] : [.ok("x")]
        }
        let began = ContinuousClock.now
        _ = try await Bench().download(server.url())
        #expect(ContinuousClock.now - began >= .seconds(1))
    }

    @Test(arguments: ["86400", "99999999999999999999", "Wed, 16 Nov 2022 09:00:00 GMT"])
    func `a wish beyond the cap ends the fetch at once`(wish: String) async throws {
        let server = try ScriptedServer { _ in
            [.status(503, "Retry-After: \(wish)", "Date: Tue, 15 Nov 2022 09:00:00 GMT", "Content-Length: 0")]
        }
        #expect(try await Bench().failure(server.url()).code == "retry-after-too-long")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["-1", "soon", "", "Tue, 15 Nov 2022 08:00:00 GMT"])
    func `a wish that means nothing leaves our own wait`(wish: String) async throws {
        let server = try ScriptedServer { request in
            request.earlier == 0 ? [.status(503, "Retry-After: \(wish)", "Content-Length: 0")] : [.ok("x")]
        }
        _ = try await Bench().download(server.url())
        #expect(server.requests.count == 2)
    }

    @Test func `waits double up to the longest, half of each by lot, and are no shorter than the server asks`() {
        let limits = FetchLimits.test {
            $0.retryBaseMilliseconds = 500
            $0.longestWaitMilliseconds = 5_000
        }
        let waits = { (lot: @escaping (Int) -> Int, asked: Int) in
            (1...6).map { RetryWait(limits: limits, jitter: lot).milliseconds(before: $0, asked: asked) }
        }
        #expect(waits({ _ in 0 }, 0) == [250, 500, 1_000, 2_000, 2_500, 2_500])
        #expect(waits({ $0 - 1 }, 0) == [500, 1_000, 2_000, 4_000, 5_000, 5_000])
        #expect(waits({ _ in 0 }, 1_500) == [1_500, 1_500, 1_500, 2_000, 2_500, 2_500])
        #expect(waits({ _ in 0 }, 5_001).allSatisfy { $0 == nil })
        #expect(RetryWait(limits: limits) { _ in 0 }.milliseconds(before: 100, asked: 0) == 2_500)
    }

    @Test func `a date counts from the server's own clock, else from ours`() throws {
        let now = try #require(Instant("1994-11-06T08:49:00Z"))
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(RetryAfter.milliseconds(date, serverDate: nil, now: now) == 37_000)
        #expect(RetryAfter.milliseconds(date, serverDate: "Sun, 06 Nov 1994 08:49:30 GMT", now: now) == 7_000)
        #expect(RetryAfter.milliseconds("120", serverDate: nil, now: now) == 120_000)
        #expect(RetryAfter.milliseconds("1994-11-06", serverDate: nil, now: now) == nil)
    }
}
