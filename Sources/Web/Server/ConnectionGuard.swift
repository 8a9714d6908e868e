import NIOCore
import NIOHTTP1

/// Watches one connection where Hummingbird does not: hosts, slow and large bodies, slow readers.
///
/// It stands between the HTTP decoder and what Hummingbird adds, because behind it the second of two hosts is gone.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ServerLimits
    private var bodyBytes = 0
    private var bodyTimer: Scheduled<Void>?
    private var writeTimer: Scheduled<Void>?
    /// Responses whose last byte has not left yet.
    private var unsentResponses = 0
    /// What becomes of the connection when they have.
    private var ending = Ending.none
    /// Requests that came and are not answered to their end.
    private var openRequests = 0

    /// How a connection ends.
    private enum Ending {
        /// Not yet.
        case none
        /// Nothing more is said, and what still comes is thrown away: a peer that is closed on while it sends is reset,
        /// and may lose what it was answered.
        case silence
        case close
    }

    init(limits: ServerLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard ending == .none else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            // Behind an earlier request the answer would come out of turn; there the body is cut off as it comes.
            if announcedBytes(head) > limits.bodyBytes, openRequests == 0 {
                return answerLast(.tooLarge, to: head, context)
            }
            openRequests += 1
            bodyBytes = 0
            bodyTimer = schedule(limits.bodyDeadline, context)
            context.fireChannelRead(wrapInboundOut(.head(RequestTarget.plain(ConnectionGuard.withOneHost(head)))))
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            if bodyBytes > limits.bodyBytes { return context.close(promise: nil) }
            context.fireChannelRead(data)
        case .end:
            stop(&bodyTimer)
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let sent = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
        unsentResponses += 1
        openRequests -= 1
        sent.futureResult.whenComplete { _ in bound.value.guard.responseLeft(bound.value.context) }
        context.write(data, promise: sent)
    }

    /// NIO answers a request that it cannot read without a word. Behind an earlier request the answer would come out
    /// of turn, so there it stays NIO's.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError, openRequests == 0, ending == .none else {
            return context.fireErrorCaught(error)
        }
        answerLast(LastAnswer.unreadable, to: nil, context)
    }

    /// Answers what no route will, and ends the connection when that has left.
    private func answerLast(_ problem: Problem, to head: HTTPRequestHead?, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
        unsentResponses += 1
        end(by: .silence, context)
        LastAnswer.write(problem, to: head, context).whenComplete { _ in
            bound.value.guard.responseLeft(bound.value.context)
        }
    }

    /// Hummingbird closes as soon as a response is written, when it stops: what has not left yet would be lost.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, unsentResponses > 0 else { return context.close(mode: mode, promise: promise) }
        end(by: .close, context)
        if let promise { context.channel.closeFuture.cascade(to: promise) }
    }

    /// Ends the connection when every response has left, and however that goes when the deadline has passed: a peer that
    /// stopped reading leaves the channel writable where less than 64 KiB are under way.
    private func end(by ending: Ending, _ context: ChannelHandlerContext) {
        self.ending = ending
        if writeTimer == nil { writeTimer = schedule(limits.writeDeadline, context) }
    }

    private func responseLeft(_ context: ChannelHandlerContext) {
        unsentResponses -= 1
        guard unsentResponses == 0 else { return }
        switch ending {
        case .none: break
        case .silence: context.close(mode: .output, promise: nil)
        case .close: context.close(promise: nil)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stop(&writeTimer)
        if ending != .none || !context.channel.isWritable { writeTimer = schedule(limits.writeDeadline, context) }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop(&bodyTimer)
        stop(&writeTimer)
        context.fireChannelInactive()
    }

    /// The head with its host, or with none where it does not name exactly one or could be read in two ways: a request
    /// without host is refused with words further in.
    static func withOneHost(_ head: HTTPRequestHead) -> HTTPRequestHead {
        let isAmbiguous = head.version != .http1_1 && head.headers.contains(name: "Transfer-Encoding")
        guard head.headers["Host"].count != 1 || isAmbiguous else { return head }
        var head = head
        head.headers.remove(name: "Host")
        return head
    }

    /// How long a body the head announces; none where it comes in chunks.
    private func announcedBytes(_ head: HTTPRequestHead) -> Int {
        head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    }

    private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
    }

    private func stop(_ timer: inout Scheduled<Void>?) {
        timer?.cancel()
        timer = nil
    }
}
