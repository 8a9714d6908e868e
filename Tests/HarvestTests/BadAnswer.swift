import Testing

/// An answer as its bytes, and the code of the failure that it must become.
struct BadAnswer: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let code: String

    private init(_ name: String, _ lines: String..., body: String = "", code: String) {
        testDescription = name
        text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        self.code = code
    }

    static let all = lengths + codings + statuses + headers

    private static let ok = "HTTP/1.1 200 OK"

    private static let lengths = [
        BadAnswer("length too large", ok, "Content-Length: 9", body: "abc", code: "body-cut-short"),
        BadAnswer(
            "two lengths, the last too large", ok, "Content-Length: 3", "Content-Length: 9", body: "abc",
            code: "length-contradiction"),
        BadAnswer(
            "two lengths, the last too small", ok, "Content-Length: 9", "Content-Length: 3", body: "abcdefghi",
            code: "length-contradiction"),
        BadAnswer(
            "length and chunks", ok, "Content-Length: 3", "Transfer-Encoding: chunked",
            body: "3\r\nabc\r\n0\r\n\r\n", code: "length-contradiction"),
        BadAnswer("negative length", ok, "Content-Length: -3", body: "abc", code: "answer-malformed"),
        BadAnswer(
            "length past every number", ok, "Content-Length: 99999999999999999999", body: "abc",
            code: "length-malformed"),
        BadAnswer("ten gigabytes announced", ok, "Content-Length: 10000000000", body: "abc", code: "body-too-large"),
        BadAnswer(
            "chunk cut off", ok, "Transfer-Encoding: chunked", body: "3\r\nabc\r\n9\r\nab", code: "body-cut-short"),
        BadAnswer(
            "chunks without the last", ok, "Transfer-Encoding: chunked", body: "3\r\nabc\r\n", code: "body-cut-short"),
        BadAnswer(
            "bad chunk size", ok, "Transfer-Encoding: chunked", body: "zz\r\nabc\r\n0\r\n\r\n",
            code: "connection-broken"),
    ]

    private static let codings = [
        BadAnswer(
            "gzip as transfer coding", ok, "Transfer-Encoding: gzip, chunked", body: "0\r\n\r\n",
            code: "coding-unsupported")
    ]

    private static let statuses = [
        BadAnswer(
            "204 with a body", "HTTP/1.1 204 No Content", "Content-Length: 3", body: "abc", code: "http-status"),
        BadAnswer(
            "206 unasked", "HTTP/1.1 206 Partial", "Content-Range: bytes 0-2/9", "Content-Length: 3", body: "abc",
            code: "http-status"),
        BadAnswer("304 unasked", "HTTP/1.1 304 Not Modified", code: "not-modified-unasked"),
        BadAnswer("300", "HTTP/1.1 300 Choices", "Content-Length: 0", code: "http-status"),
        BadAnswer("101 and nothing after", "HTTP/1.1 101 Switching", "Upgrade: x", code: "connection-closed"),
        BadAnswer("401", "HTTP/1.1 401 Who", "Content-Length: 0", code: "http-status"),
        BadAnswer("404 with a page", "HTTP/1.1 404 None", "Content-Length: 3", body: "abc", code: "http-status"),
        BadAnswer("503 cut short", "HTTP/1.1 503 Busy", "Content-Length: 9", body: "abc", code: "http-status"),
    ]

    private static let headers = [
        BadAnswer("garbage", "garbage garbage", code: "answer-malformed"),
        BadAnswer(
            "a header of 70 kB", ok, "X: " + String(repeating: "x", count: 70_000), code: "header-too-large"),
        BadAnswer(
            "a header of 1 MiB", ok, "X: " + String(repeating: "x", count: 1 << 20), code: "header-too-large"),
        BadAnswer(
            "2 000 headers", ok, Array(repeating: "X: y", count: 2_000).joined(separator: "\r\n"),
            code: "header-too-large"),
    ]
}
