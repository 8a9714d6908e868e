import Federation
import Testing

@testable import Harvest

/// Deliveries of several parts.
struct PartsTests {
    private static let pages = PartsRule.pages(next: "/next")
    private static let index = PartsRule.index(entries: "/Index/Del/@href")

    /// Three pages, each with a validator; `/p1` names `p2` and so on.
    private static func threePages(_ request: ScriptedServer.Request) -> [ScriptedServer.Act] {
        let number = Int(request.path.dropFirst(2)) ?? 0
        if request.value("If-None-Match") == "\"\(number)\"" { return [.status(304)] }
        let next = number < 3 ? "\"/p\(number + 1)\"" : "null"
        return [.ok("{\"items\":[\(number),{\"next\":\"/x\"}],\"next\":\(next)}", "ETag: \"\(number)\"")]
    }

    @Test func `pages are fetched in order, and page one is asked for again at the end`() async throws {
        let server = try ScriptedServer { Self.threePages($0) }
        let bench = try Bench()
        let parts = try await bench.download(server.url("/p1"), parts: Self.pages).parts
        #expect(parts.map(\.url) == [server.url("/p1"), server.url("/p2"), server.url("/p3")])
        #expect(parts.allSatisfy { $0.part.role == "page" })
        #expect(server.requests.map(\.path) == ["/p1", "/p2", "/p3", "/p1"])
        #expect(bench.attempts.map(\.status) == [200, 200, 200, 304])
    }

    @Test func `unchanged pages cost a 304 each, since page one says nothing of the others`() async throws {
        let server = try ScriptedServer { Self.threePages($0) }
        let bench = try Bench()
        let parts = try await bench.download(server.url("/p1"), parts: Self.pages).parts
        guard
            case .unchanged(let again) = try await bench.download(
                server.url("/p1"), parts: Self.pages, unless: parts)
        else { throw FeedFailure(.httpStatus) }
        #expect(again == parts)
        #expect(bench.attempts.suffix(4).allSatisfy { $0.status == 304 })
    }

    @Test(arguments: ["/p1", "p1", "./p1"])
    func `a page that leads back is the last one`(next: String) async throws {
        let server = try ScriptedServer { _ in [.ok("{\"next\":\"\(next)\"}")] }
        #expect(try await Bench().download(server.url("/p1"), parts: Self.pages).parts.count == 1)
        #expect(server.requests.count == 1)
    }

    @Test func `pages without end stop at the limit`() async throws {
        let server = try ScriptedServer { request in [.ok("{\"next\":\"\(request.path)1\"}")] }
        let bench = try Bench(.test { $0.parts = 5 })
        #expect(try await bench.failure(server.url("/p1"), parts: Self.pages).code == "too-many-parts")
        #expect(server.requests.count == 5)
    }

    @Test func `all pages together stay within the limit of bytes`() async throws {
        let filling = String(repeating: " ", count: 400_000)
        let server = try ScriptedServer { request in [.ok("{\"next\":\"\(request.path)1\"}\(filling)")] }
        #expect(try await Bench().failure(server.url("/p1"), parts: Self.pages).code == "body-too-large")
        #expect(server.requests.count == 3)
    }

    @Test(arguments: [
        ("\"http://127.0.0.1:1024/p2\"", "link-elsewhere"), ("\"file:///etc/passwd\"", "address-refused"),
        ("7", "link-malformed"), ("true", "link-malformed"), ("\"/å\"", "address-malformed"),
    ])
    func `a next page elsewhere or nowhere fails`(next: String, code: String) async throws {
        let server = try ScriptedServer { _ in [.ok("{\"next\":\(next)}")] }
        #expect(try await Bench().failure(server.url("/p1"), parts: Self.pages).code == code)
        #expect(server.requests.count == 1)
    }

    @Test func `an escape sequence for the terminal comes out of a next link without effect`() async throws {
        let server = try ScriptedServer { _ in [.ok("{\"next\":\"/p\\u001b[31m\\u202e\\u0007\"}")] }
        let bench = try Bench()
        let failure = try await bench.failure(server.url("/p1"), parts: Self.pages)
        #expect(failure.code == "address-malformed" && failure.detail.contains("[31m"))
        let told = failure.detail.unicodeScalars + bench.attempts.compactMap(\.detail).joined().unicodeScalars
        #expect(!told.contains { ["\u{1B}", "\u{202E}", "\u{7}"].contains($0) })
    }

    @Test(arguments: ["{}", "{\"next\":null}", "{\"next\":\"\"}", "<html>log in</html>", "{\"next\":\"/p2\"", ""])
    func `without a readable next page the delivery ends there`(body: String) async throws {
        let server = try ScriptedServer { _ in [.ok(body)] }
        #expect(try await Bench().download(server.url("/p1"), parts: Self.pages).parts.count == 1)
        #expect(server.requests.count == 1)
    }

    @Test func `a failing page fails the feed`() async throws {
        let server = try ScriptedServer { $0.path == "/p2" ? [.status(403, "Content-Length: 0")] : Self.threePages($0) }
        #expect(try await Bench().failure(server.url("/p1"), parts: Self.pages).status == 403)
    }

    @Test(arguments: [404, 410])
    func `a page that is not there ends the delivery, but not the first one`(status: Int) async throws {
        let server = try ScriptedServer {
            $0.path == "/p2" ? [.status(status, "Content-Length: 0")] : Self.threePages($0)
        }
        #expect(try await Bench().download(server.url("/p1"), parts: Self.pages).parts.count == 1)
        #expect(try await Bench().failure(server.url("/p2"), parts: Self.pages).status == status)
    }

    @Test func `an index and what it lists are one delivery, and one changed part is fetched alone`() async throws {
        let server = try ScriptedServer { request in
            if request.path == "/index" {
                return [.ok("<Index><Del href='a.xml'/><Del href='/b.xml?c=d'/></Index>")]
            }
            let tag = request.path == "/a.xml" ? "\"\(request.earlier)\"" : "\"b\""
            return request.value("If-None-Match") == tag ? [.status(304)] : [.ok(request.path + tag, "ETag: \(tag)")]
        }
        let bench = try Bench()
        let parts = try await bench.download(server.url("/index"), parts: Self.index).parts
        #expect(parts.map(\.part.role) == ["index", "part", "part"])
        #expect(parts.map(\.url) == [server.url("/index"), server.url("/a.xml"), server.url("/b.xml?c=d")])
        let again = try await bench.download(server.url("/index"), parts: Self.index, unless: parts)
        guard case .fetched(let changed) = again else { throw FeedFailure(.httpStatus) }
        #expect(changed.map(\.part.identity)[1] != parts.map(\.part.identity)[1])
        #expect(changed[2] == parts[2])
        #expect(bench.attempts.suffix(4).map(\.status) == [200, 200, 304, 200])
    }

    @Test func `an index ends where it names a part twice, itself, or one that is not there`() async throws {
        let server = try ScriptedServer { request in
            guard request.path != "/c" else { return [.status(404, "Content-Length: 0")] }
            let href = ["/self": "/self", "/gone": "c"][request.path] ?? "a"
            return [.ok("<Index><Del href='a'/><Del href='\(href)'/><Del href='b'/></Index>")]
        }
        for path in ["/twice", "/self", "/gone"] {
            let parts = try await Bench().download(server.url(path), parts: Self.index).parts
            #expect(parts.map(\.url) == [server.url(path), server.url("/a")])
        }
    }

    @Test func `addresses may stand in elements too`() async throws {
        let server = try ScriptedServer { request in
            request.path == "/index" ? [.ok("<I><Del><Url>/a</Url><Namn>/b</Namn></Del></I>")] : [.ok("a")]
        }
        let parts = try await Bench().download(server.url("/index"), parts: .index(entries: "/I/Del/Url")).parts
        #expect(parts.map(\.url) == [server.url("/index"), server.url("/a")])
    }

    @Test func `an index that changed in between starts the walk over`() async throws {
        let server = try ScriptedServer { request in
            // The first answer names a part that the later ones do not name.
            let part = request.earlier == 0 ? "old" : "new"
            return request.path == "/index" ? [.ok("<Index><Del href='\(part)'/></Index>")] : [.ok(request.path)]
        }
        let bench = try Bench()
        let parts = try await bench.download(server.url("/index"), parts: Self.index).parts
        #expect(parts.map(\.url) == [server.url("/index"), server.url("/new")])
        #expect(server.requests.map(\.path) == ["/index", "/old", "/index", "/index", "/new", "/index"])
    }

    @Test func `an index that never rests fails after two new starts`() async throws {
        let server = try ScriptedServer { request in
            request.path == "/index" ? [.ok("<Index><Del href='a'/><!-- \(request.earlier) --></Index>")] : [.ok("a")]
        }
        #expect(try await Bench().failure(server.url("/index"), parts: Self.index).code == "parts-changed")
        #expect(server.requests.count == 9)
    }
}
