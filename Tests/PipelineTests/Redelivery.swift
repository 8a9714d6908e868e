import Federation
import Foundation
import Harvest
import Pipeline
import Pricing
import Reading
import Storage
import Testing

extension Bench {
    /// The file that a region delivered last as it might be handed in again: with the first price one krona higher in the
    /// element of that name, or else with the same records further down in the file.
    func redelivered(_ region: RegionSlug, by gateway: Gateway, changing element: String?) async throws -> String {
        try await redelivered(region, by: gateway) { text in
            guard let element else {
                let line = try #require(text.range(of: "?>"))
                return text.insert(contentsOf: "\n\n", at: line.upperBound)
            }
            let start = try #require(text.range(of: "<\(element)>"))
            try Bench.change(&text, priceAfter: start.upperBound) { $0 + 1 }
        }
    }

    /// The same with one care service's record changed.
    func redelivered(
        _ region: RegionSlug, by gateway: Gateway, line: CareServiceLine, price: (Int) -> Int
    ) async throws -> String {
        try await redelivered(region, by: gateway) { text in
            // In ISO-8859-1 a character is a byte.
            let record = text.index(text.startIndex, offsetBy: Int(line.service.origin.offset))
            let start = try #require(text.range(of: "<Pris>", range: record..<text.endIndex))
            try Bench.change(&text, priceAfter: start.upperBound, to: price)
        }
    }

    /// The same with the text changed, as the bytes of ISO-8859-1 are characters.
    func redelivered(
        _ region: RegionSlug, by gateway: Gateway, _ change: (inout String) throws -> Void
    ) async throws -> String {
        let version = try #require(try await gateway.store.currentVersion(region: region, kind: .priceList)).version
        let source = try gateway.archive.open(version.parts[0])
        var text = try #require(String(data: Data(try bytes(of: source)), encoding: .isoLatin1))
        try change(&text)
        return try file("redelivered-\(UUID().uuidString).xml", Array(try #require(text.data(using: .isoLatin1))))
    }

    private static func change(
        _ text: inout String, priceAfter start: String.Index, to price: (Int) -> Int
    ) throws {
        let end = try #require(text.range(of: ",", range: start..<text.endIndex))
        let kronor = try #require(Int(text[start..<end.lowerBound].filter(\.isNumber)))
        text.replaceSubrange(start..<end.lowerBound, with: String(price(kronor)))
    }

    private func bytes(of source: any ByteSource) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}
