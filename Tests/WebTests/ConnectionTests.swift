import Federation
import NIOCore
import Testing

@testable import Web

/// Peers that dawdle, shout or hang on, and a server that stops.
@Suite struct ConnectionTests {
    @Test func `a graceful stop finishes the request in flight`() async throws {
        try await Site.run { site in
            let wire = try Wire(port: site.port, isSlow: true)
            wire.send("GET /v1/price-lists/2023/draft/prislista-2023.excel.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let start = try await wire.receive(atMost: 512)
            await site.stop()
            // Once nobody new is let in, the stop is under way, and most of the response is still to come.
            while (try? Wire(port: site.port)) != nil { try await Task.sleep(for: .milliseconds(10)) }
            let reply = try Reply(start + (try await wire.receiveAll()))
            #expect(reply.status == 200)
            #expect(reply.body.count == Int(reply["content-length"] ?? ""))
        }
    }

    @Test func `a head that does not come is not waited for`() async throws {
        var limits = Site.quickLimits
        limits.headDeadline = .milliseconds(200)
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            let wire = try Wire(port: site.port)
            wire.send("GET /v1/api-info HTTP/1.1\r\nHost: local")
            #expect(try await wire.receiveAll().isEmpty)
        }
    }

    @Test func `a body that does not come is not waited for`() async throws {
        var limits = Site.quickLimits
        limits.bodyDeadline = .milliseconds(200)
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            let wire = try Wire(port: site.port)
            wire.send("GET /v1/api-info HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc")
            // The connection ends though most of the body never came.
            _ = try await wire.receiveAll()
        }
    }

    @Test(arguments: [false, true], ["X-Slow: ", "Content-Length: 100000\r\n\r\n"])
    func `a head or a body that trickles is not waited for, though the connection is never idle`(
        isSecond: Bool, start: String
    ) async throws {
        var limits = Site.quickLimits
        limits.headDeadline = .milliseconds(200)
        limits.bodyDeadline = .milliseconds(200)
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            let wire = try Wire(port: site.port)
            if isSecond { #expect(try await wire.ask().status == 200) }
            wire.send("POST /v1/price-lists/2023/quotes HTTP/1.1\r\nHost: localhost\r\n")
            wire.send("Content-Type: application/json\r\n\(start)")
            var bytes = 0
            while wire.isSilent, bytes < 250 {
                wire.send("1")
                bytes += 1
                try await Task.sleep(for: .milliseconds(40))
            }
            // Ten seconds of bytes are fifty deadlines.
            #expect(bytes < 250)
        }
    }

    @Test func `a body that turns out too large is cut off`() async throws {
        var limits = Site.quickLimits
        limits.bodyBytes = 1000
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            let wire = try Wire(port: site.port)
            wire.send("GET /v1/api-info HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n")
            wire.send(String(repeating: "x", count: 2000))
            // The connection ends though most of the body never came.
            _ = try await wire.receiveAll()
        }
    }

    @Test(arguments: [("sv", "högst"), ("en", "at most")])
    func `a body that says itself that it is too large is refused in words before it comes, and the rest thrown away`(
        language: String, word: String
    ) async throws {
        var limits = Site.quickLimits
        limits.connections = 1
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            let reply = try await tooLarge(site, language: language)
            #expect(reply.status == 413 && reply["content-type"] == "application/problem+json")
            #expect(reply["connection"] == "close" && reply.isDated)
            let problem = try reply.json()
            #expect(problem["type"] as? String == "urn:samverkan:problem:content-too-large")
            #expect(problem["instance"] as? String == "/v1/price-lists/2023/quotes")
            #expect((problem["detail"] as? String)?.contains(word) == true)
            // Its connection ended when the peer had read that, long before the deadline: there is room for another.
            #expect(try await Wire(port: site.port).ask().status == 200)
        }
    }

    /// Announces and sends more than any route reads, and closes when the answer is read.
    private func tooLarge(_ site: Site, language: String) async throws -> Reply {
        let wire = try Wire(port: site.port)
        let length = ServerLimits().bodyBytes + 1
        wire.send(
            "POST /v1/price-lists/2023/quotes?a=b HTTP/1.1\r\nHost: localhost\r\nAccept-Language: \(language)\r\n"
                + "Content-Length: \(length)\r\n\r\n")
        wire.send(String(repeating: "x", count: length))
        return try Reply(try await wire.receiveAll())
    }

    @Test func `a reader that hardly reads is cut off`() async throws {
        var limits = Site.quickLimits
        limits.writeDeadline = .milliseconds(200)
        try await Site.run(limits: limits) { site in
            let wire = try Wire(port: site.port, isSlow: true)
            wire.send("GET /v1/price-lists/2023/draft/prislista-2023.xml HTTP/1.1\r\nHost: localhost\r\n\r\n")
            var bytes: [UInt8] = []
            // At most 68 KiB a second, far slower than 32 KiB in 200 ms, however slow the machine is.
            for _ in 1...12 {
                try await Task.sleep(for: .milliseconds(60))
                bytes += try await wire.receive(atMost: 4096)
            }
            wire.hurry()
            bytes += try await wire.receiveAll()
            let reply = try Reply(bytes)
            #expect(reply.body.count < (Int(reply["content-length"] ?? "") ?? 0))
        }
    }

    @Test func `one peer may not take all connections, but a proxy on loopback may`() throws {
        let peers = PeerCount(limit: 2)
        let peer = try SocketAddress(ipAddress: "192.0.2.7", port: 1)
        let other = try SocketAddress(ipAddress: "192.0.2.8", port: 1)
        #expect(peers.enter(peer))
        #expect(peers.enter(peer))
        #expect(!peers.enter(peer))
        #expect(peers.enter(other))
        peers.leave(peer)
        #expect(peers.enter(peer))
        let proxy = try SocketAddress(ipAddress: "127.0.0.1", port: 1)
        #expect((1...5).allSatisfy { _ in peers.enter(proxy) })
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
        ("2001:db8::1", false),
    ])
    func `only this machine's own addresses are loopback`(address: String, isLoopback: Bool) throws {
        #expect(try SocketAddress(ipAddress: address, port: 1).isLoopback == isLoopback)
    }

    @Test func `a value is made once however many ask at the same time`() async throws {
        let shelf = Shelf<String, Int, Int>()
        let made = Counter()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...20 {
                group.addTask { try await shelf.value("list", stamp: 1) { await made.next() } }
            }
            for try await value in group { #expect(value == 1) }
        }
        #expect(try await shelf.value("list", stamp: 2) { await made.next() } == 2)
    }

    private actor Counter {
        private var count = 0
        func next() async -> Int {
            await Task.yield()
            count += 1
            return count
        }
    }
}
