package import Federation
package import Pricing
package import Registry
package import Sealing

/// Findings as JSON, for other systems: the same findings as in words, in both languages.
package struct ReportJSON: Sendable {
    private let catalogue: FindingCatalogue

    package init(catalogue: FindingCatalogue) { self.catalogue = catalogue }

    /// The report as canonical JSON, with what the delivery leaves out.
    package func text(
        _ report: FindingsReport, verdict: Verdict, region: RegionSlug, missing: [MissingItem]
    ) throws -> String {
        guard case .object(let members) = value(report, verdict: verdict, region: region) else { return "" }
        let all = members + [.init("missing", .array(missing.map(\.value)))]
        let bytes = try CanonicalJSON.bytes(of: .object(all))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The report as a value.
    package func value(_ report: FindingsReport, verdict: Verdict, region: RegionSlug) -> CanonicalValue {
        let totals = report.totals.sorted { $0.key.precedes($1.key) }.map { code, total in
            CanonicalValue.object([
                .init("code", .string(code)), .init("severity", .string(catalogue[code].severity.rawValue)),
                .init("total", .integer(total)),
            ])
        }
        return .object([
            .init("region", .string(region.text)), .init("verdict", .string(verdict.rawValue)),
            .init("totals", .array(totals)), .init("findings", .array(report.samples.map(finding))),
        ])
    }

    private func finding(_ finding: Finding) -> CanonicalValue {
        var members: [CanonicalValue.Member] = [
            .init("code", .string(finding.code)),
            .init("severity", .string(catalogue[finding.code].severity.rawValue)),
            .init("sv", sentences(finding, .swedish)), .init("en", sentences(finding, .english)),
        ]
        if let sample = finding.sample { members.append(.init("text", .string(sample))) }
        if let place = finding.place { members.append(.init("place", value(place))) }
        return .object(members)
    }

    private func sentences(_ finding: Finding, _ language: Language) -> CanonicalValue {
        let sentences = catalogue.sentences(of: finding, in: language)
        return .object([.init("wrong", .string(sentences.wrong)), .init("whatToDo", .string(sentences.whatToDo))])
    }

    private func value(_ place: Place) -> CanonicalValue {
        .object([
            .init("part", .integer(place.part)), .init("byteStart", .integer(place.bytes.lowerBound)),
            .init("byteEnd", .integer(place.bytes.upperBound)), .init("line", .integer(place.line)),
            .init("column", .integer(place.column)), .init("path", .string(place.path)),
        ])
    }
}
