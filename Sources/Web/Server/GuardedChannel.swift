import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Hummingbird's HTTP/1 connection with our guard in it.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let inner: HTTP1Channel
    private let limits: ServerLimits
    private let peers: PeerCount

    init(responder: @escaping HTTPChannelHandler.Responder, limits: ServerLimits) {
        // Hummingbird counts whole heads, not bytes, so that its idle time is also the deadline of a head.
        inner = HTTP1Channel(responder: responder, configuration: .init(idleTimeout: limits.headDeadline))
        self.limits = limits
        peers = PeerCount(limit: limits.connectionsPerPeer, countsLoopback: limits.countsLoopback)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let value = guarded(channel, logger)
        // NIO leaves a connection open that could not be set up.
        value.whenFailure { _ in channel.close(promise: nil) }
        return value
    }

    /// Sets the connection up; fails where its peer has as many as it may.
    private func guarded(_ channel: any Channel, _ logger: Logger) -> EventLoopFuture<Value> {
        guard peers.enter(channel.remoteAddress) else {
            return channel.eventLoop.makeFailedFuture(ChannelError.inputClosed)
        }
        let peers = peers
        let address = channel.remoteAddress
        channel.closeFuture.whenComplete { _ in peers.leave(address) }
        let limits = limits
        return inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(ConnectionGuard(limits: limits), position: .after(decoder))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}
