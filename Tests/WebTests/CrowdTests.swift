import Federation
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import Web

/// More connections than there is room for, and connections that end late.
@Suite struct CrowdTests {
    @Test func `one peer takes no more than its share, what is refused is closed, and the stop waits for none of it`()
        async throws
    {
        var limits = Site.quickLimits
        limits.connections = 4
        limits.connectionsPerPeer = 2
        limits.countsLoopback = true
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            var held = [try Wire(port: site.port), try Wire(port: site.port)]
            for wire in held { #expect(try await wire.ask().status == 200) }
            for _ in 1...10 { #expect(try await Wire(port: site.port).receiveAll().isEmpty) }
            #expect(try await Wire(port: site.port, from: "127.0.0.2").ask().status == 200)
            held.removeLast()
            #expect(try await firstAnswer(of: site) == 200)
            withExtendedLifetime(held) {}
        }
    }

    /// The status that a new connection gets, once the server has noticed that another is closed.
    private func firstAnswer(of site: Site) async throws -> Int? {
        for _ in 1...1000 {
            if let reply = try? await Wire(port: site.port).ask() { return reply.status }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }

    @Test func `beyond all connections the next waits its turn`() async throws {
        var limits = Site.quickLimits
        limits.connections = 2
        try await Site.run(limits: limits, prepare: { _ in }) { site in
            var held = [try Wire(port: site.port), try Wire(port: site.port)]
            for wire in held { #expect(try await wire.ask().status == 200) }
            let next = try Wire(port: site.port)
            async let answer = next.ask()
            // It would have been answered long before these.
            for _ in 1...50 { #expect(try await held[0].ask().status == 200) }
            #expect(next.isSilent)
            held.removeLast()
            #expect(try await answer.status == 200)
            withExtendedLifetime(held) {}
        }
    }

    @Test func `a reader that stops with little under way is waited for no longer than the deadline`() throws {
        let limits = ServerLimits()
        let channel = EmbeddedChannel(handler: ConnectionGuard(limits: limits))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        // What is written and not flushed is what a reader does not take.
        channel.write(HTTPServerResponsePart.end(nil), promise: nil)
        channel.close(promise: nil)
        #expect(channel.isActive && channel.isWritable)
        channel.embeddedEventLoop.advanceTime(by: limits.writeDeadline - .milliseconds(1))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!channel.isActive)
    }

    @Test func `a reader that takes what is under way is closed on at once`() throws {
        let channel = EmbeddedChannel(handler: ConnectionGuard(limits: ServerLimits()))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        channel.write(HTTPServerResponsePart.end(nil), promise: nil)
        channel.close(promise: nil)
        channel.flush()
        #expect(!channel.isActive)
    }
}
