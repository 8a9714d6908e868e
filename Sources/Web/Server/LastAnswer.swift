import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// What a connection is answered that no route will answer (sista svar): the same problem document that every other
/// error gets. Nothing is said after it.
enum LastAnswer {
    /// The problem of bytes that are no request.
    static var unreadable: Problem {
        Problem(
            .unreadable, "Det som kom går inte att läsa som en begäran i HTTP/1.1. Förbindelsen stängs.",
            "What came cannot be read as a request in HTTP/1.1. The connection is closed.")
    }

    /// Writes a problem; `head` is the request where one was read. Only for a connection that has no other request open.
    static func write(
        _ problem: Problem, to head: HTTPRequestHead? = nil, _ context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        let wanted = head.map {
            HTTPFields($0.headers["Accept-Language"].map { .init(name: .acceptLanguage, value: $0) })
        }
        let path = head.map { String($0.uri.prefix { $0 != "?" }) } ?? ""
        guard let answer = try? problem.answer(path: path, in: Call.language(of: wanted ?? [:])),
            case .body(let body) = answer.content
        else { return context.eventLoop.makeSucceededVoidFuture() }
        let headers = HTTPHeaders(
            fields(answer, length: body.plain.readableBytes).map { ($0.name.canonicalName, $0.value) })
        let status = HTTPResponseStatus(statusCode: answer.status.code)
        context.write(part(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
        if head?.method != .HEAD { context.write(part(.body(.byteBuffer(body.plain))), promise: nil) }
        return context.writeAndFlush(part(.end(nil)))
    }

    private static func fields(_ answer: Answer, length: Int) -> HTTPFields {
        var fields = answer.headers
        fields[.connection] = "close"
        fields[.date] = Date.now.formatted(date)
        fields[.contentType] = answer.mediaType
        fields[.contentLength] = String(length)
        fields[.cacheControl] = answer.caching.rawValue
        Answer.secure(&fields)
        return fields
    }

    /// `Mon, 17 Oct 2022 09:46:40 GMT`, as HTTP writes dates.
    private static let date = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
            """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))

    private static func part(_ part: HTTPServerResponsePart) -> NIOAny { NIOAny(part) }
}
