import Foundation
import Synchronization
import Testing

@testable import Harvest

/// Trouble on the way to an answer.
struct ConnectionTests {
    @Test func `a closed port is told as such, after the retries`() async throws {
        let bench = try Bench()
        let port = try ScriptedServer.closedPort()
        let failure = try await bench.failure("http://127.0.0.1:\(port)/feed")
        #expect(failure.code == "connect-refused")
        #expect(bench.attempts.map(\.failure) == Array(repeating: "connect-refused", count: 4))
        #expect(bench.attempts.allSatisfy { $0.status == nil })
    }

    @Test func `https to a server that speaks plain is told as such, and not tried again`() async throws {
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\n\r\n<a/>")] }
        let failure = try await Bench().failure(server.url().replacingOccurrences(of: "http:", with: "https:"))
        #expect(failure.code == "tls-failed")
        #expect(server.requests.count == 1)
    }

    @Test func `a connection that is closed at once is told as such`() async throws {
        let server = try ScriptedServer { _ in [] }
        let bench = try Bench(.test { $0.retries = 0 })
        #expect(try await bench.failure(server.url()).code == "connection-closed")
    }

    @Test func `a connection that breaks in the body is told as such`() async throws {
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), .reset] }
        let bench = try Bench(.test { $0.retries = 0 })
        // Whether the reset overtakes the bytes is up to the system.
        #expect(["connection-broken", "body-cut-short"].contains(try await bench.failure(server.url()).code))
    }

    @Test(arguments: [
        [ScriptedServer.Act.hang],
        [.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcdefgh"), .hang],
        [.text("HTTP/1.1 200 OK\r\nX: "), .drip(milliseconds: 20)],
        [.text("HTTP/1.1 200 OK\r\n\r\n"), .drip(milliseconds: 20)],
    ])
    func `a server that stalls or drips is left, and not asked again`(acts: [ScriptedServer.Act]) async throws {
        let server = try ScriptedServer { _ in acts }
        let bench = try Bench(
            .test {
                $0.stallMilliseconds = 200
                $0.lowSpeedBytes = 1_000
            })
        #expect(try await bench.failure(server.url()).code == "stalled")
        #expect(server.requests.count == 1)
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `a request ends at its time limit though bytes keep coming`() async throws {
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\n\r\n"), .drip(milliseconds: 5)] }
        let bench = try Bench(.test { $0.requestMilliseconds = 200 })
        #expect(try await bench.failure(server.url()).code == "total-timeout")
    }

    @Test func `a connection that does not come to stand ends at its own time limit`() async throws {
        // A listener whose queue is full leaves further connections hanging.
        let queue = try FullQueue()
        let bench = try Bench(
            .test {
                $0.connectMilliseconds = 200
                $0.retries = 0
            })
        #expect(try await bench.failure("http://127.0.0.1:\(queue.port)/feed").code == "connect-timeout")
    }

    @Test func `a feed ends at its time limit, waits and retries included`() async throws {
        let server = try ScriptedServer { _ in [.status(503, "Content-Length: 0")] }
        let bench = try Bench(
            .test {
                $0.retryBaseMilliseconds = 60_000
                $0.longestWaitMilliseconds = 60_000
                $0.feedMilliseconds = 10_000
            })
        #expect(try await bench.failure(server.url()).code == "feed-timeout")
        #expect(server.requests.count == 1)
    }

    @Test func `an address outside the allowed networks is refused before anything is sent`() async throws {
        let server = try ScriptedServer { _ in [.ok("x")] }
        let bench = try Bench(networks: "")
        let failure = try await bench.failure(server.url())
        #expect(failure.code == "address-refused" && failure.detail.contains("127.0.0.1"))
        let byName = try await bench.failure("http://localhost:\(server.port)/feed")
        #expect(byName.code == "address-refused")
        #expect(server.requests.isEmpty)
        #expect(bench.attempts.map(\.failure) == ["address-refused", "address-refused"])
    }

    @Test func `an unknown name is told as such`() async throws {
        let bench = try Bench()
        #expect(try await bench.failure("http://prislista.invalid/feed").code == "name-not-found")
    }

    @Test func `a slow feed slows no other, and one that is cancelled ends at once`() async throws {
        let server = try ScriptedServer { request in request.path == "/slow" ? [.hang] : [.ok(request.path)] }
        let bench = try Bench(.test { $0.perHost = 3 })
        let slow = Task { try await bench.download(server.url("/slow")) }
        try await withThrowingTaskGroup { group in
            for number in 0..<6 { group.addTask { try await bench.download(server.url("/\(number)")) } }
            try await group.waitForAll()
        }
        while !server.requests.contains(where: { $0.path == "/slow" }) { await Task.yield() }
        slow.cancel()
        await #expect(throws: CancellationError.self) { try await slow.value }
        #expect(bench.attempts.last?.failure == "cancelled")
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `no more requests than allowed are under way at one origin`() async throws {
        let turnstile = Turnstile(width: 2)
        let inside = Occupancy()
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    try await turnstile.pass("a") {
                        inside.enter()
                        for _ in 0..<20 { await Task.yield() }
                        inside.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(inside.most == 2)
    }

    @Test func `who is cancelled in line gives up the place`() async throws {
        let turnstile = Turnstile(width: 1)
        let (entered, enter) = AsyncStream<Void>.makeStream()
        let (gate, open) = AsyncStream<Void>.makeStream()
        let inside = Task {
            try await turnstile.pass {
                enter.finish()
                for await _ in gate {}
            }
        }
        for await _ in entered {}
        let waiting = Task { try await turnstile.pass { 1 } }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        open.finish()
        try await inside.value
        #expect(try await turnstile.pass { 2 } == 2)
    }
}

/// Counts how many are inside, and how many at most.
private final class Occupancy: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }
    func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func leave() { state.withLock { $0.now -= 1 } }
}

/// A listener that accepts nobody and has no room left in its queue.
private final class FullQueue {
    let port: UInt16
    private var sockets: [Int32] = []

    init() throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var sockets = [listener]
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bare in
                _ = bind(listener, bare, length)
                _ = listen(listener, 0)
                _ = getsockname(listener, bare, &length)
                for _ in 0..<3 {
                    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
                    _ = connect(client, bare, length)
                    sockets.append(client)
                }
            }
        }
        self.sockets = sockets
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { for socket in sockets { close(socket) } }
}
