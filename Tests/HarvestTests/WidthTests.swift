import Foundation
import Testing

@testable import Harvest

/// How many requests are under way at once, counted by the server that gets them.
struct WidthTests {
    @Test func `an origin gets as many requests at once as allowed and no more, and the others wait for nothing`()
        async throws
    {
        let gate = Gate(width: 2)
        let (slow, quick) = (try gate.server(), try ScriptedServer { _ in [.ok("x")] })
        let bench = try Bench(
            .test {
                $0.perHost = 2
                $0.width = 7
            })
        try await withThrowingTaskGroup { group in
            for number in 0..<6 { group.addTask { _ = try await bench.download(slow.url("/\(number)")) } }
            for number in 0..<20 { _ = try await bench.download(quick.url("/\(number)")) }
            #expect(gate.most <= 2)
            gate.open()
            try await group.waitForAll()
        }
        #expect(gate.most == 2)
        #expect(slow.requests.count == 6 && quick.requests.count == 20)
    }

    @Test func `as many feeds are fetched at once as allowed and no more`() async throws {
        let gate = Gate(width: 3)
        let servers = try (0..<6).map { _ in try gate.server() }
        let (bench, others) = (try Bench(.test { $0.width = 3 }), try Bench())
        let quick = try ScriptedServer { _ in [.ok("x")] }
        try await withThrowingTaskGroup { group in
            for server in servers { group.addTask { _ = try await bench.download(server.url()) } }
            while gate.most < 3 { await Task.yield() }
            // A fourth would come while somebody else is served many times.
            for number in 0..<20 { _ = try await others.download(quick.url("/\(number)")) }
            gate.open()
            try await group.waitForAll()
        }
        #expect(gate.most == 3)
    }
}

/// Holds requests until so many of them are inside, and a test lets them go on. Counts how many were inside at most.
// The condition protects all that changes.
private final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private let width: Int
    private var isOpen = false
    private var inside = 0
    /// Those who have come in, in batches of the width.
    private var arrived = 0
    private var mostInside = 0

    init(width: Int) { self.width = width }

    var most: Int { condition.withLock { mostInside } }

    /// Lets those go on who are as many as the width.
    func open() {
        condition.withLock {
            isOpen = true
            condition.broadcast()
        }
    }

    /// A server whose every request passes here.
    func server() throws -> ScriptedServer {
        try ScriptedServer { _ in
            self.pass()
            return [.ok("x")]
        }
    }

    private func pass() {
        condition.withLock {
            inside += 1
            arrived += 1
            mostInside = max(mostInside, inside)
            // Who comes as number 1 of a batch of two waits for number 2.
            let wanted = (arrived + width - 1) / width * width
            condition.broadcast()
            let limit = Date(timeIntervalSinceNow: 10)
            while !isOpen || arrived < wanted, condition.wait(until: limit) {}
            inside -= 1
        }
    }
}
