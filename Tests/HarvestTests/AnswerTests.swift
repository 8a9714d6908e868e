import Federation
import Testing

@testable import Harvest

/// Answers that are not what they say they are.
struct AnswerTests {
    typealias Act = ScriptedServer.Act

    @Test func `a whole body is kept and its attempt recorded`() async throws {
        let server = try ScriptedServer { _ in [.ok("<a/>", "Content-Type: text/xml", "ETag: \"1\"")] }
        let bench = try Bench()
        let parts = try await bench.download(server.url()).parts
        #expect(parts.count == 1)
        #expect(parts.first?.etag == "\"1\"")
        #expect(parts.first?.part.mediaType == "text/xml")
        #expect(parts.first?.part.role == "body")
        #expect(parts.first?.part.content == Fingerprint(of: "<a/>".utf8))
        #expect(try bench.content(#require(parts.first)) == "<a/>")
        let attempt = try #require(bench.attempts.first)
        #expect(bench.attempts.count == 1)
        #expect(attempt.status == 200 && attempt.wireBytes == 4 && attempt.failure == nil)
        #expect(attempt.url == server.url())
        #expect(try bench.leftovers().isEmpty)
    }

    @Test(arguments: BadAnswer.all)
    func `an answer that cannot be trusted is a failed fetch`(answer: BadAnswer) async throws {
        let server = try ScriptedServer { _ in [.text(answer.text)] }
        let bench = try Bench(.test { $0.retries = 0 })
        #expect(try await bench.failure(server.url()).code == answer.code)
        #expect(bench.attempts.map(\.failure) == [answer.code])
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `a body without length that ends with the connection is kept, for its parser to judge`() async throws {
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\n\r\n<a><b/>")] }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url()).parts.first)
        #expect(try bench.content(part) == "<a><b/>")
    }

    @Test func `a length too small gives what was announced, for its parser to refuse, and no more`() async throws {
        let server = try ScriptedServer { _ in
            [.text("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<a></a>HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")]
        }
        let bench = try Bench()
        for _ in 0..<2 {
            let part = try #require(try await bench.download(server.url()).parts.first)
            #expect(try bench.content(part) == "<a>")
        }
    }

    @Test func `an interim answer and a trailer are not taken for the header`() async throws {
        let answer = """
            HTTP/1.1 103 Early\r\nContent-Length: 99\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r
            3\r\nabc\r\n0\r\nContent-Length: 7\r\n\r\n
            """
        let server = try ScriptedServer { _ in [.text(answer)] }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url()).parts.first)
        #expect(try bench.content(part) == "abc")
    }

    @Test func `an empty body is kept`() async throws {
        let server = try ScriptedServer { _ in [.ok("")] }
        let part = try #require(try await Bench().download(server.url()).parts.first)
        #expect(part.part.wireLength == 0)
        #expect(part.part.content == Fingerprint(of: []))
    }

    @Test(arguments: ["Content-Length: 2097152\r\n", "Transfer-Encoding: chunked\r\n", ""])
    func `an endless body ends at the limit`(field: String) async throws {
        let chunk = Array("8000\r\n".utf8) + [UInt8](repeating: 32, count: 0x8000) + Array("\r\n".utf8)
        let server = try ScriptedServer { _ in [.text("HTTP/1.1 200 OK\r\n\(field)\r\n"), .endless(chunk)] }
        let bench = try Bench()
        #expect(try await bench.failure(server.url()).code == "body-too-large")
        #expect(try #require(bench.attempts.first).wireBytes < 2 << 20)
        #expect(try bench.leftovers().isEmpty)
    }

    @Test func `control characters in a header neither reach what is told nor break it`() async throws {
        let fields = [
            "Content-Type: text/xml\u{1B}[2J", "Set-Cookie: a=b", "Content-Disposition: x; filename=\"../../etc\"",
        ]
        let server = try ScriptedServer { request in [.ok(Array("<a/>".utf8), request.earlier == 0 ? fields : [])] }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url()).parts.first)
        #expect(part.part.mediaType == "text/xml [2J")
        _ = try await bench.download(server.url())
        #expect(server.requests.last?.value("Cookie") == nil)
    }

    @Test func `a status is told with what the server asked for`() async throws {
        let server = try ScriptedServer { _ in [.status(410, "Content-Length: 0")] }
        let bench = try Bench()
        let failure = try await bench.failure(server.url())
        #expect(!failure.retryable && failure.status == 410)
    }

    @Test func `what the descriptor adds to the header is sent, and a broken value is refused unsent`() async throws {
        let server = try ScriptedServer { _ in [.ok("x")] }
        let bench = try Bench()
        _ = try await bench.download(server.url(), headers: ["Authorization": "Bearer abc"])
        #expect(server.requests.first?.value("Authorization") == "Bearer abc")
        #expect(server.requests.first?.value("Accept-Encoding") == "gzip")
        let failure = try await bench.failure(server.url(), headers: ["Authorization": "a\r\nX: y"])
        #expect(failure.code == "request-header-malformed" && !failure.detail.contains("X: y"))
        #expect(server.requests.count == 1)
    }
}
