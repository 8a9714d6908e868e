package import Federation
package import Pricing
import Reading

/// Reads a volume file (volymfil): CSV in UTF-8 with semicolons, headings `Kod;Sjukhus;Antal`, one row per code and
/// hospital.
package enum VolumeReader {
    package static let headings = ["Kod", "Sjukhus", "Antal"]
    /// The most bytes of a file: 64 MiB.
    package static let mostBytes = 64 << 20

    /// The rows that can be read, and findings on those that cannot.
    package static func read(_ bytes: [UInt8]) -> (rows: [VolumeRow], report: FindingsReport) {
        var report = FindingsReport()
        guard bytes.count <= mostBytes else { return ([], report.adding(tooLarge)) }
        let rows: [CSVReader.Row]
        do {
            rows = try CSVReader().rows(bytes)
        } catch {
            return ([], report.adding(unreadable(error)))
        }
        guard let first = rows.first, first.fields.map(\.normalized) == headings else {
            let found = rows.first?.fields.joined(separator: ";")
            let finding = Finding(
                "volume-headings", ["headings": headings.joined(separator: ";")], at: rows.first?.place, sample: found)
            return ([], report.adding(finding))
        }
        guard rows.count - 1 <= Volumes.mostRows else { return ([], report.adding(tooLarge)) }
        var volumes: [VolumeRow] = []
        for row in rows.dropFirst() {
            guard let cases = cases(row.fields[2]) else {
                let arguments = ["most": String(Volumes.mostCases)]
                report.add(Finding("volume-not-a-count", arguments, at: row.place, sample: row.fields[2]))
                continue
            }
            volumes.append(
                VolumeRow(
                    code: row.fields[0].normalized, provider: row.fields[1].normalized, cases: cases, place: row.place))
        }
        return (volumes, report)
    }

    private static let tooLarge = Finding(
        "volume-file-too-large", ["bytes": String(mostBytes >> 20), "rows": String(Volumes.mostRows)])

    /// What the reader of CSV says, with the place.
    private static func unreadable(_ error: any Error) -> Finding {
        guard let fault = error as? ReadingFault else {
            return Finding("volume-file-unreadable", ["wordsSv": "\(error)", "wordsEn": "\(error)"])
        }
        let place = fault.spot.map { spot in
            Place(bytes: Int(spot.offset)..<Int(spot.offset), line: spot.line, column: spot.column, path: "")
        }
        return Finding(
            "volume-file-unreadable", ["wordsSv": fault.words.swedish, "wordsEn": fault.words.english], at: place)
    }

    /// A whole number from zero to the most, digits alone.
    private static func cases(_ text: String) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) else {
            return nil
        }
        return number <= Volumes.mostCases ? number : nil
    }
}

extension CSVReader.Row {
    fileprivate var place: Place { Place(bytes: bytes, line: line, column: 1, path: "") }
}

extension FindingsReport {
    fileprivate func adding(_ finding: Finding) -> FindingsReport {
        var report = self
        report.add(finding)
        return report
    }
}
