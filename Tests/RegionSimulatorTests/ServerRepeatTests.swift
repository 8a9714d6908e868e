import Federation
import RegionSimulator
import Testing

/// Faults that show only in the second answer.
@Suite struct ServerRepeatTests {
    @Test func `500 once is followed by the document, at each address`() async throws {
        try await withServers(faults: ["uppsala": "http-500-once"]) { servers, uppsala in
            let statuses = try (1...3).map { _ in try answer(servers.addresses[uppsala]).status }
            #expect(statuses == ["500", "200", "200"])
            #expect(try answer(servers.addresses[uppsala], "/annat").status == "500")
        }
    }

    @Test func `a lying ETag hides that the content changed`() async throws {
        try await withServers(faults: ["uppsala": "lying-etag"]) { servers, uppsala in
            let tag = try #require(try answer(servers.addresses[uppsala]).value("ETag"))
            let other = SimulatedDocument(path: Sample.path, mediaType: Sample.type, bytes: [1, 2, 3])
            servers.setDocuments([other], for: uppsala, kind: .priceList)
            #expect(try answer(servers.addresses[uppsala], Sample.path, "If-None-Match: \(tag)").status == "304")
            #expect(try answer(servers.addresses[uppsala]).body == [1, 2, 3])
        }
    }

    @Test func `a new ETag comes each time and is never honoured`() async throws {
        try await withServers(faults: ["uppsala": "new-etag-same-bytes"]) { servers, uppsala in
            let first = try answer(servers.addresses[uppsala])
            let tag = try #require(first.value("ETag"))
            let second = try answer(servers.addresses[uppsala], Sample.path, "If-None-Match: \(tag)")
            #expect(second.status == "200")
            #expect(second.value("ETag") != tag)
            #expect(second.body == first.body)
        }
    }

    @Test func `behind a relative redirect the document is there`() async throws {
        try await withServers(faults: ["uppsala": "redirect-relative"]) { servers, uppsala in
            let location = try #require(try answer(servers.addresses[uppsala]).value("Location"))
            #expect(try answer(servers.addresses[uppsala], "/" + location).body == Sample.bytes)
        }
    }

    @Test func `a redirect elsewhere names another region's server`() async throws {
        try await withServers(faults: ["uppsala": "redirect-elsewhere"]) { servers, uppsala in
            let location = try #require(try answer(servers.addresses[uppsala]).value("Location"))
            let others = servers.addresses.filter { $0.key != uppsala }.values
            #expect(others.contains { location.hasPrefix($0 + "/") })
        }
    }

    @Test func `alternating contents take turns`() async throws {
        try await withServers(faults: ["varmland": "alternating"]) { servers, _ in
            let varmland = try slug("varmland")
            let plan = SimulationPlan(rows: 3)
            let first = try #require(
                SimulatedRegion.documents(region: varmland, kind: .priceList, plan: plan).first)
            let bodies = try (1...3).map { _ in try answer(servers.addresses[varmland], first.path).body }
            #expect(bodies[0] == first.bytes)
            #expect(bodies[1] != bodies[0])
            #expect(bodies[2] == bodies[0])
        }
    }

    @Test func `a content fault hands out that variant`() async throws {
        let varmland = try slug("varmland")
        for variant in [ContentVariant.noLines, .notXML, .emptyDocument, .lastYearsFile] {
            try await withServers(faults: ["varmland": variant.name]) { servers, _ in
                let documents = SimulatedRegion.documents(
                    region: varmland, kind: .priceList, plan: SimulationPlan(rows: 3), variant: variant)
                let first = try #require(documents.first)
                #expect(try answer(servers.addresses[varmland], first.path).body == first.bytes, "\(variant.name)")
            }
        }
    }
}
