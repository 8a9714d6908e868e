import Federation
import Foundation
import Pipeline
import Testing

/// What is delivered after a list is published, as the status tells it.
struct NewerDeliveryTests {
    @Test func `what a region delivers after the list is published is told, but not what is for another year`()
        async throws
    {
        try await withRegions(["varmland"], rows: 4) { bench in
            try await bench.openLastYear(rows: 4)
            let gateway = try bench.gateway(premises: bench.withNextYear().at(bench.servers.addresses))
            _ = try await gateway.fetch(kinds: [.priceList]) { _ in }
            let region = try slug("varmland")
            try await withKeys(gateway, outside: bench.folder) { makeKey in
                let key = try await makeKey(nil)
                try await bench.adopt(gateway, number: "SN 2022-0031", validFrom: "2023-01-01")
                _ = try await bench.publish(gateway, with: [key])
            }
            #expect(try await gateway.status().state.stage == .published)
            #expect(try await gateway.status().newerDeliveries.isEmpty)

            bench.clock.advance(days: 1)
            let mended = try await bench.redelivered(region, by: gateway, changing: "Pris")
            let next = try await bench.redelivered(region, by: gateway) {
                $0 = $0.replacingOccurrences(of: "år=\"2023\"", with: "år=\"2024\"")
            }
            _ = try await gateway.submit(files: [next], region: region, kind: .priceList)
            #expect(try await gateway.status().newerDeliveries.isEmpty)

            _ = try await gateway.submit(files: [mended], region: region, kind: .priceList)
            #expect(try await gateway.status().newerDeliveries == [region])
            // A correction has a draft of its own, that tells what has changed.
            try await bench.correct(gateway)
            #expect(try await gateway.status().newerDeliveries.isEmpty)
            try await gateway.giveBack(
                gateway.year, reason: "Det var rätt", by: "anna", persons: ["anna", "bo"])
            #expect(try await gateway.status().newerDeliveries == [region])

            // Next year's delivery takes nothing from what came for this year.
            _ = try await gateway.submit(files: [next], region: region, kind: .priceList)
            #expect(try await gateway.status().newerDeliveries == [region])
        }
    }
}
