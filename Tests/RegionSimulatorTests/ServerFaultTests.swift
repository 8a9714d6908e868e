import Federation
import RegionSimulator
import Testing

@Suite struct ServerFaultTests {
    @Test func `every fault has its own kebab-case name and a sentence`() {
        #expect(Set(Fault.all.map { $0.name }).count == Fault.all.count)
        for fault in Fault.all {
            #expect(fault.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(fault.name)")
            #expect(fault.explanation.hasSuffix("."), "\(fault.name)")
            #expect(Fault(name: fault.name)?.explanation == fault.explanation)
        }
        #expect(Fault(name: "normal") == nil)
        #expect(Fault(name: "no-such-fault") == nil)
    }

    @Test func `every fault of the answers is looked at on the wire`() {
        let content = Set(ContentVariant.allCases.map { $0.name })
        let elsewhere = [
            "alternating", "port-closed", "closes-at-once", "never-answers", "slow", "slow-headers", "stall", "endless",
            "announces-10-gb", "headers-endless",
        ]
        let lookedAt = Set(WireCheck.all.map { $0.name } + elsewhere)
        #expect(Set(Fault.all.map { $0.name }).subtracting(content) == lookedAt)
    }

    @Test func `each fault shows in the bytes on the wire`() async throws {
        try await withServers { servers, uppsala in
            for check in WireCheck.all {
                try await servers.setFault(fault(check.name), for: uppsala)
                let answer = try answer(servers.addresses[uppsala], Sample.path, "Accept-Encoding: gzip")
                #expect(check.holds(answer), "\(check.name): \(answer.lines.prefix(8)), \(answer.body.count) bytes")
            }
        }
    }

    @Test func `answers that stop or trickle give so much and stay open`() async throws {
        try await withServers { servers, uppsala in
            let bodyBytes = [
                "stall": Sample.bytes.count * 99 / 100, "slow": 1, "endless": 200_000, "announces-10-gb": 200_000,
            ]
            for (name, count) in bodyBytes {
                try await servers.setFault(fault(name), for: uppsala)
                let connection = try RawConnection(servers.addresses[uppsala])
                connection.ask(Sample.path)
                var head: [UInt8] = []
                while !head.ends(with: "\r\n\r\n"), let byte = connection.read(1).bytes.first { head.append(byte) }
                let body = connection.read(count).bytes
                #expect(body.count == count, "\(name)")
                #expect(body.prefix(Sample.bytes.count) == Sample.bytes.prefix(count), "\(name)")
                let promised = name == "announces-10-gb" ? 10_737_418_240 : Sample.bytes.count
                let length = "Content-Length: \(promised)\r\n"
                #expect((name != "endless") == String(decoding: head, as: UTF8.self).contains(length), "\(name)")
            }
            for (name, start) in [
                ("slow-headers", "H"), ("headers-endless", "HTTP/1.1 200 OK\r\nX-More: and more\r\n"),
            ] {
                try await servers.setFault(fault(name), for: uppsala)
                let connection = try RawConnection(servers.addresses[uppsala])
                connection.ask(Sample.path)
                #expect(connection.read(start.utf8.count).bytes == Array(start.utf8), "\(name)")
            }
        }
    }

    @Test func `a closed port refuses, and opens again at the same address`() async throws {
        try await withServers(faults: ["uppsala": "port-closed"]) { servers, uppsala in
            #expect(throws: NobodyThere.self) { try answer(servers.addresses[uppsala]) }
            try await servers.setFault(nil, for: uppsala)
            #expect(try answer(servers.addresses[uppsala]).body == Sample.bytes)
            try await servers.setFault(Fault(name: "port-closed"), for: uppsala)
            #expect(throws: NobodyThere.self) { try answer(servers.addresses[uppsala]) }
        }
    }

    @Test func `a server that closes at once says nothing`() async throws {
        try await withServers(faults: ["uppsala": "closes-at-once"]) { servers, uppsala in
            let answer = try answer(servers.addresses[uppsala])
            #expect(answer.lines.isEmpty && answer.body.isEmpty)
            #expect(servers.log.isEmpty)
        }
    }

    @Test func `a fault is the region's own, and no other is touched`() async throws {
        try await withServers(faults: ["varmland": "http-500"]) { servers, uppsala in
            #expect(try answer(servers.addresses[uppsala]).status == "200")
            let varmland = try slug("varmland")
            #expect(try answer(servers.addresses[varmland]).status == "500")
        }
    }

    @Test func `the adopted list is at every server, whatever its fault`() async throws {
        try await withServers(faults: ["uppsala": "http-500"]) { servers, _ in
            let list = SimulatedPriceList.adopted2022(plan: SimulationPlan(rows: 3))
            for address in servers.addresses.values {
                let answer = try answer(address, "/adopted-2022.json")
                #expect(answer.status == "200")
                #expect(answer.body == list)
            }
        }
    }

    @Test func `documents set by hand stay when the fault changes`() async throws {
        try await withServers(faults: ["uppsala": "http-500"]) { servers, uppsala in
            try await servers.setFault(Fault(name: "no-lines"), for: uppsala)
            #expect(try answer(servers.addresses[uppsala]).body == Sample.bytes)
            servers.setDocuments([], for: uppsala, kind: .priceList)
            #expect(try answer(servers.addresses[uppsala]).status == "404")
        }
    }
}
