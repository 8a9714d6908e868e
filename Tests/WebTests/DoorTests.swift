import Federation
import Testing

extension OneSite {
    /// What is let in, and how everything else is refused.
    @Suite struct DoorTests {
        @Test(arguments: [
            "", "Host: localhost\r\nHost: localhost\r\n", "Host: evil.example\r\n", "Host: localhost:x\r\n",
        ])
        func `a request without exactly one host of ours is refused`(hosts: String) async throws {
            let reply = try await Site.shared().say("GET /v1/api-info HTTP/1.1\r\n\(hosts)Connection: close\r\n\r\n")
            #expect(reply.status == 400)
            #expect(reply["content-type"] == "application/problem+json")
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:invalid-host")
        }

        @Test(arguments: ["localhost:8080", "LOCALHOST", "[::1]:8080", "127.0.0.1"])
        func `the port and the case of a host do not matter`(host: String) async throws {
            let reply = try await Site.shared()
                .say("GET /v1/api-info HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
            #expect(reply.status == 200)
        }

        @Test(arguments: ["hej\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n"])
        func `bytes that are no request get a problem document too, and the connection ends`(text: String) async throws
        {
            let wire = try Wire(port: try Site.shared().port)
            wire.send(text)
            let reply = try Reply(try await wire.receiveAll())
            #expect(reply.status == 400)
            #expect(reply["content-type"] == "application/problem+json")
            #expect(reply["connection"] == "close" && reply.isDated)
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:unreadable-request")
        }

        @Test(arguments: [
            "/v1/%61pi-info", "/%76%31/api%2Dinfo", "http://localhost/v1/api-info", "HTTP://LOCALHOST:80/v1/api-info",
        ])
        func `an address may be written in the other ways that HTTP knows`(target: String) async throws {
            let reply = try await Site.shared()
                .say("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(reply.status == 200)
            #expect(try reply.json()["apiName"] as? String == "samverkan")
        }

        @Test(arguments: [
            ("http://evil.example/v1/api-info", 400), ("http://a@localhost/v1/api-info", 400),
            ("/v1%2Fapi-info", 404), ("/v1/%zzapi-info", 404), ("http://localhost", 200),
        ])
        func `an absolute address is judged by its own host, and a coded slash is none`(
            target: String, status: Int
        ) async throws {
            let reply = try await Site.shared()
                .say("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(reply.status == status)
        }

        @Test func `a chunked body in HTTP 1 dot 0 is refused`() async throws {
            let reply = try await Site.shared().say(
                "GET / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n")
            #expect(reply.status == 400)
        }

        @Test func `an unknown path is a problem document in Swedish`() async throws {
            let reply = try await Site.shared().get("/v1/nothing")
            #expect(reply.status == 404)
            #expect(reply["content-language"] == "sv")
            let problem = try reply.json()
            #expect(Set(problem.keys) == ["type", "title", "status", "detail", "instance"])
            #expect(problem["instance"] as? String == "/v1/nothing")
            #expect(problem["status"] as? Int == 404)
            #expect(problem["title"] as? String == "Finns inte")
        }

        @Test(arguments: [
            ("en", "en"), ("sv, en;q=0.8", "sv"), ("en-GB, sv;q=0.5", "en"), ("de", "sv"), ("en;q=0, sv;q=0", "sv"),
        ])
        func `a problem speaks English to who wants that more`(wanted: String, got: String) async throws {
            let reply = try await Site.shared().get("/v1/nothing", ["Accept-Language": wanted])
            #expect(reply["content-language"] == got)
            #expect(reply["vary"] == "Accept-Encoding, Accept-Language")
        }

        @Test(arguments: [
            ("/v1/status", "application/json"), ("/v1/status", "application/*"), ("/v1/status", "*/*"),
            ("/v1/status", ""), ("/v1/status", "text/html;q=0.9, Application/JSON;charset=utf-8;q=0.1"),
            ("/", "text/html,application/xhtml+xml,application/xml;q=0.9"), ("/", "application/json;q=0, */*;q=0.1"),
        ])
        func `an answer goes out in the form that is taken`(path: String, accepted: String) async throws {
            #expect(try await Site.shared().get(path, ["Accept": accepted]).status == 200)
        }

        @Test(arguments: [
            ("/v1/status", "application/xml"), ("/v1/status", "application/json;q=0, */*"),
            ("/v1/status", "application/*;q=0, */*"), ("/", "application/json"), ("/v1/status", "text/*, image/png"),
        ])
        func `a form that the address does not have is refused in words`(path: String, accepted: String) async throws {
            let reply = try await Site.shared().get(path, ["Accept": accepted])
            #expect(reply.status == 406)
            #expect(reply["content-type"] == "application/problem+json")
            #expect(try reply.json()["type"] as? String == "urn:samverkan:problem:not-acceptable")
        }

        @Test func `a problem is told whatever form is asked for`() async throws {
            #expect(try await Site.shared().get("/v1/nothing", ["Accept": "text/html"]).status == 404)
        }

        @Test(arguments: ["DELETE", "PUT", "OPTIONS", "PATCH"])
        func `a wrong method is told what is allowed`(method: String) async throws {
            let reply = try await Site.shared().get("/v1/status", method: method)
            #expect(reply.status == 405)
            #expect(reply["allow"] == "GET, HEAD")
            #expect(reply["content-type"] == "application/problem+json")
        }

        @Test func `a method that nobody knows is not implemented`() async throws {
            #expect(try await Site.shared().get("/v1/status", method: "PROPFIND").status == 501)
        }

        @Test func `handing in over HTTP asks for an account`() async throws {
            let reply = try await Site.shared()
                .get("/v1/regions/uppsala/feeds/price-list/versions", method: "POST")
            #expect(reply.status == 401)
            #expect(reply["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(reply["content-type"] == "application/problem+json")
        }

        @Test func `an unknown query parameter is named with those that exist`() async throws {
            let reply = try await Site.shared().get("/v1/price-lists/2023/lines?sida=2")
            #expect(reply.status == 400)
            let problem = try reply.json()
            #expect(problem["parameter"] as? String == "sida")
            #expect((problem["allowed"] as? [String])?.contains("page") == true)
        }

        @Test func `HEAD is GET without the body`() async throws {
            let site = try Site.shared()
            let get = try await site.get("/v1/regions")
            let head = try await site.get("/v1/regions", method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head["content-length"] == String(get.body.count))
            #expect(head["etag"] == get["etag"])
        }

        @Test(arguments: ["/", "/v1/status", "/v1/nothing"])
        func `every answer tells browsers to guess nothing and tell nobody`(path: String) async throws {
            let reply = try await Site.shared().get(path)
            #expect(reply["x-content-type-options"] == "nosniff")
            #expect(reply["referrer-policy"] == "no-referrer")
            #expect(reply["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            #expect(reply["cache-control"] != nil)
        }
    }
}
