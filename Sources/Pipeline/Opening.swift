package import Federation
import Harvest
import Intake
import Reading
import Storage

/// What came of reading in an earlier adopted list.
package struct OpeningResult: Sendable {
    /// Findings; where there are any, nothing was kept.
    package let findings: [Finding]
    package let lines: Int
    /// The edition's number, and whether it is new; nil where nothing was kept.
    package let edition: (number: Int, isNew: Bool)?
}

extension Gateway {
    /// Takes in an earlier adopted list as last year's prices (`samverkan open`).
    package func open(_ year: Year, file: String, decision: BoardDecision) async throws -> OpeningResult {
        let reader = AdoptedListReader(year: year, regions: premises.regions.map(\.region))
        let archive = archive
        let limits = limits
        let (part, read) = try await OffPool.run {
            let part = try archive.keepFile(at: file, limits: limits)
            return (part, try reader.read(try archive.open(part)))
        }
        guard read.findings.isEmpty else { return OpeningResult(findings: read.findings, lines: 0, edition: nil) }
        let list = OpeningList(year: year, file: part.wire, decision: decision, careServices: read.services)
        let edition = try await store.open(list, at: now())
        return OpeningResult(findings: [], lines: read.services.count, edition: edition)
    }
}
