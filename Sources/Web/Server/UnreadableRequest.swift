import HTTPTypes
import NIOCore
import NIOHTTP1

/// The answer to bytes that are no request (oläslig begäran): the same problem document that every other error gets.
enum UnreadableRequest {
    /// Writes the answer and closes. Only for a connection that has nothing else under way.
    static func answer(_ context: ChannelHandlerContext) {
        let problem = Problem(
            .unreadable, "Det som kom går inte att läsa som en begäran i HTTP/1.1. Förbindelsen stängs.",
            "What came cannot be read as a request in HTTP/1.1. The connection is closed.")
        guard let answer = try? problem.answer(path: "", in: .swedish), case .body(let body) = answer.content else {
            return context.close(promise: nil)
        }
        var headers = HTTPHeaders([
            ("Connection", "close"), ("Cache-Control", answer.caching.rawValue), ("Content-Type", answer.mediaType),
            ("Content-Length", String(body.plain.readableBytes)), ("X-Content-Type-Options", "nosniff"),
        ])
        for field in answer.headers { headers.add(name: field.name.canonicalName, value: field.value) }
        let head = HTTPResponseHead(version: .http1_1, status: .badRequest, headers: headers)
        context.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
        context.write(NIOAny(HTTPServerResponsePart.body(.byteBuffer(body.plain))), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(NIOAny(HTTPServerResponsePart.end(nil))).whenComplete { _ in
            bound.value.close(promise: nil)
        }
    }
}
