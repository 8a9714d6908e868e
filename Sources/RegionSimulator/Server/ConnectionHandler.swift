import Glibc
import NIOCore
import NIOHTTP1

/// One connection to a region's server: answers the requests in turn by playing the steps of each answer.
/// It writes raw bytes, since an encoder that knows HTTP could not misbehave.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let server: RegionServer
    private var head: HTTPRequestHead?
    private var waiting: [Request] = []
    private var isBusy = false

    init(server: RegionServer) {
        self.server = server
    }

    func channelActive(context: ChannelHandlerContext) {
        if server.closesConnections { context.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
        case .body:
            break
        case .end:
            guard let head else { return }
            waiting.append(
                Request(
                    method: head.method.rawValue, target: head.uri, fields: head.headers,
                    wantsClose: !head.isKeepAlive))
            answerNext(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answerNext(_ context: ChannelHandlerContext) {
        guard !isBusy, !waiting.isEmpty else { return }
        isBusy = true
        play(server.answer(waiting.removeFirst())[...], context)
    }

    private func play(_ steps: ArraySlice<Step>, _ context: ChannelHandlerContext) {
        guard let step = steps.first else {
            isBusy = false
            return answerNext(context)
        }
        let rest = steps.dropFirst()
        switch step {
        case .send(let bytes):
            send(bytes, then: rest, context)
        case .sendAgain(_, let times) where times <= 0:
            play(rest, context)
        case .sendAgain(let bytes, let times):
            send(bytes, then: [.sendAgain(bytes, times: times - 1)] + rest, context)
        case .drip(let bytes, let pause):
            drip(bytes, pause, then: rest, context)
        case .hold:
            break
        case .close:
            context.close(promise: nil)
        case .reset:
            reset(context)
        }
    }

    /// Goes on when the bytes have left; where the client is gone, the steps end here.
    private func send(_ bytes: ByteBuffer, then rest: ArraySlice<Step>, _ context: ChannelHandlerContext) {
        let loop = context.eventLoop.assumeIsolated()
        context.writeAndFlush(wrapOutboundOut(bytes)).assumeIsolated().whenSuccess {
            // By way of the loop, so that an endless answer lets the other connections in between.
            loop.execute { self.play(rest, context) }
        }
    }

    private func drip(
        _ bytes: ByteBuffer, _ pause: TimeAmount, then rest: ArraySlice<Step>, _ context: ChannelHandlerContext
    ) {
        var remaining = bytes
        guard let first = remaining.readSlice(length: 1) else { return play(rest, context) }
        let next: ArraySlice<Step> = [.drip(remaining, pause: pause)] + rest
        let loop = context.eventLoop.assumeIsolated()
        context.writeAndFlush(wrapOutboundOut(first)).assumeIsolated().whenSuccess {
            loop.scheduleTask(in: pause) { self.play(next, context) }
        }
    }

    private func reset(_ context: ChannelHandlerContext) {
        guard let socket = context.channel as? any SocketOptionProvider else { return context.close(promise: nil) }
        // Lingering for no time at all makes the kernel break the connection.
        socket.setSoLinger(Glibc.linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
