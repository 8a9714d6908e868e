import Federation
import RegionSimulator
import Testing

@Suite struct ServerTests {
    @Test func `a document comes with its type, its length and its validators`() async throws {
        try await withServers { servers, uppsala in
            let answer = try answer(servers.addresses[uppsala])
            #expect(answer.lines.first == "HTTP/1.1 200 OK")
            #expect(answer.value("Content-Type") == Sample.type)
            #expect(answer.value("Content-Length") == String(Sample.bytes.count))
            #expect(answer.value("ETag") == Sample.tag)
            #expect(answer.value("Last-Modified") == Sample.changedText)
            #expect(answer.value("Content-Encoding") == nil)
            #expect(answer.body == Sample.bytes)
        }
    }

    @Test(arguments: [
        ["If-None-Match: \(Sample.tag)"], ["If-None-Match: \"x\", W/\(Sample.tag)"], ["If-None-Match: *"],
        ["If-Modified-Since: \(Sample.changedText)"], ["If-Modified-Since: Tue, 18 Oct 2022 00:00:00 GMT"],
    ])
    func `a client that has the document gets 304 and no body`(lines: [String]) async throws {
        try await withServers { servers, uppsala in
            let answer = try answer(servers.addresses[uppsala], Sample.path, lines.joined(separator: "\r\n"))
            #expect(answer.status == "304")
            #expect(answer.value("ETag") == Sample.tag)
            #expect(answer.value("Content-Length") == nil)
            #expect(answer.body.isEmpty)
        }
    }

    @Test(arguments: [
        ["If-None-Match: \"x\""], ["If-Modified-Since: Sun, 16 Oct 2022 00:00:00 GMT"],
        ["If-Modified-Since: yesterday"],
        ["If-None-Match: \"x\"", "If-Modified-Since: \(Sample.changedText)"],
    ])
    func `a client that has another document gets it all, and a tag wins over a date`(lines: [String]) async throws {
        try await withServers { servers, uppsala in
            let answer = try answer(servers.addresses[uppsala], Sample.path, lines.joined(separator: "\r\n"))
            #expect(answer.status == "200")
            #expect(answer.body == Sample.bytes)
        }
    }

    @Test func `a client that accepts gzip gets it, with a tag of its own, the same each time`() async throws {
        try await withServers { servers, uppsala in
            let address = servers.addresses[uppsala]
            let first = try answer(address, Sample.path, "Accept-Encoding: deflate, gzip;q=0.5")
            let second = try answer(address, Sample.path, "Accept-Encoding: gzip")
            #expect(first.value("Content-Encoding") == "gzip")
            #expect(first.value("Content-Length") == String(first.body.count))
            #expect(first.value("Vary") == "Accept-Encoding")
            #expect(first.body == second.body)
            let unzipped = Unzipped(first.body)
            #expect(unzipped.content == Sample.bytes)
            #expect(unzipped.code == 1 && unzipped.leftOver == 0)
            let tag = try #require(first.value("ETag"))
            #expect(tag != Sample.tag)
            let third = try answer(address, Sample.path, "Accept-Encoding: gzip", "If-None-Match: \(tag)")
            #expect(third.status == "304")
            #expect(third.value("ETag") == tag)
            let refused = try answer(address, Sample.path, "Accept-Encoding: gzip;q=0")
            #expect(refused.body == Sample.bytes)
        }
    }

    @Test func `a document that goes on with blanks comes unzipped and at full length`() async throws {
        try await withServers { servers, uppsala in
            let plain = SimulatedDocument(
                path: "/p", mediaType: "text/xml", bytes: [60, 62], gzip: true, trailingBlanks: 70_000)
            servers.setDocuments([plain], for: uppsala, kind: .plan)
            let answer = try answer(servers.addresses[uppsala], "/p", "Accept-Encoding: gzip")
            #expect(answer.lines == ["HTTP/1.1 200 OK", "Content-Type: text/xml", "Content-Length: 70002"])
            #expect(answer.body == [60, 62] + [UInt8](repeating: 32, count: 70_000))
        }
    }

    @Test func `HEAD gives the head alone`() async throws {
        try await withServers { servers, uppsala in
            let answer = try answer(servers.addresses[uppsala], Sample.path, method: "HEAD")
            #expect(answer.value("Content-Length") == String(Sample.bytes.count))
            #expect(answer.body.isEmpty)
        }
    }

    @Test func `what is not there is 404, and what is not asked for with GET is 405`() async throws {
        try await withServers { servers, uppsala in
            let missing = try answer(servers.addresses[uppsala], "/lista?del=2")
            #expect(missing.status == "404")
            #expect(missing.text.contains("/lista?del=2"))
            let posted = try answer(servers.addresses[uppsala], Sample.path, "Content-Length: 0", method: "POST")
            #expect(posted.status == "405")
        }
    }

    @Test func `requests on one connection are answered in turn`() async throws {
        try await withServers { servers, uppsala in
            let connection = try RawConnection(servers.addresses[uppsala])
            connection.ask("/1")
            connection.ask(Sample.path)
            connection.ask("/3", "Connection: close")
            let text = String(decoding: connection.read().bytes, as: UTF8.self)
            let statuses = text.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.1) }
            #expect(statuses == ["404", "200", "404"])
        }
    }

    @Test func `every region has its own address and shows its own documents`() async throws {
        let plan = SimulationPlan(rows: 3)
        let servers = try await RegionServers.start(plan: plan)
        #expect(Set(servers.addresses.values).count == SimulatedRegion.slugs.count)
        for slug in SimulatedRegion.slugs {
            for document in SimulatedRegion.documents(region: slug, kind: .priceList, plan: plan) {
                #expect(try answer(servers.addresses[slug], document.path).body == document.bytes)
            }
        }
        try await servers.stop()
    }

    @Test func `the log tells what was asked and answered`() async throws {
        try await withServers { servers, uppsala in
            _ = try answer(servers.addresses[uppsala], Sample.path, "X-Twice: a", "x-twice: b")
            let entry = try #require(servers.log.last)
            #expect(servers.log.count == 1)
            #expect(entry.region == uppsala)
            #expect(entry.method == "GET")
            #expect(entry.path == Sample.path)
            #expect(entry.headers["x-twice"] == "a, b")
            #expect(entry.status == 200)
        }
    }
}
