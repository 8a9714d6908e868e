import Testing

@testable import Harvest

/// Redirects are followed by hand, within the feed's own origin.
struct RedirectTests {
    @Test(arguments: ["/b", "b", "./x/../b", "?b", "//127.0.0.1:PORT/b", "http://127.0.0.1:PORT/b"])
    func `a redirect within the origin is followed, each step recorded`(location: String) async throws {
        let server = try ScriptedServer { request in
            let port = request.value("Host")?.split(separator: ":").last ?? ""
            let target = location.replacingOccurrences(of: "PORT", with: port)
            return request.path == "/a" ? [.status(302, "Location: \(target)", "Content-Length: 0")] : [.ok("there")]
        }
        let bench = try Bench()
        let part = try #require(try await bench.download(server.url("/a")).parts.first)
        #expect(try bench.content(part) == "there")
        #expect(part.url == server.url("/a"))
        #expect(bench.attempts.map(\.status) == [302, 200])
    }

    @Test(arguments: [
        "http://127.0.0.1:1/b", "https://127.0.0.1/b", "http://localhost:PORT/b", "file:///etc/passwd",
        "ftp://127.0.0.1/b", "http://user:secret@127.0.0.1:PORT/b", "http://169.254.169.254/latest", "//evil.example/b",
        "", "http://", "/å",
    ])
    func `a redirect elsewhere is refused and nothing is sent there`(location: String) async throws {
        let server = try ScriptedServer { request in
            let port = request.value("Host")?.split(separator: ":").last ?? ""
            let target = location.replacingOccurrences(of: "PORT", with: port)
            return [.status(301, "Location: \(target)", "Content-Length: 0")]
        }
        let failure = try await Bench().failure(server.url(), headers: ["Authorization": "Bearer abc"])
        #expect(failure.code == "redirect-refused")
        #expect(!failure.detail.contains("secret"))
        #expect(server.requests.count == 1)
    }

    @Test func `a redirect without Location or with two is refused`() async throws {
        let server = try ScriptedServer { request in
            request.path == "/two"
                ? [.status(302, "Location: /a", "Location: /b", "Content-Length: 0")]
                : [.status(302, "Content-Length: 0")]
        }
        let bench = try Bench()
        #expect(try await bench.failure(server.url("/none")).code == "redirect-refused")
        #expect(try await bench.failure(server.url("/two")).code == "redirect-refused")
    }

    @Test func `a loop is told as such`() async throws {
        let server = try ScriptedServer { request in
            [.status(302, "Location: \(request.path == "/a" ? "/b" : "/a")", "Content-Length: 0")]
        }
        #expect(try await Bench().failure(server.url("/a")).code == "redirect-loop")
        #expect(server.requests.count == 2)
    }

    @Test func `three redirects are followed, the fourth is not`() async throws {
        let server = try ScriptedServer { request in
            let number = Int(request.path.dropFirst()) ?? 0
            return number == 0 ? [.ok("there")] : [.status(302, "Location: /\(number - 1)", "Content-Length: 0")]
        }
        _ = try await Bench().download(server.url("/3"))
        #expect(try await Bench().failure(server.url("/4")).code == "redirect-loop")
    }
}
