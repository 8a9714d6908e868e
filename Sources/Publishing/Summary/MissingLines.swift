package import Federation
package import Pricing
package import Registry

extension PriceListDocument {
    /// What is missing, by region and reason, as lines for a terminal.
    ///
    /// - Parameters:
    ///   - examples: how many things are named per region and reason before the rest is only counted.
    ///   - causes: why a region has delivered nothing, where more is known than that.
    package static func missingLines(
        _ missing: [MissingItem], regions: [Region], codes: CodeLists, in language: Language, examples: Int = 5,
        causes: [RegionSlug: String] = [:]
    ) -> [String] {
        let names = MissingNames(directory: Directory(regions), words: CodeWords(codes, in: language))
        return MissingGroup.groups(of: missing).flatMap { group in
            let who = group.region.map { names.directory.regionName($0) + ": " } ?? ""
            let heading = "\(who)\(group.reason.heading(in: language)) (\(SwedishFormat.count(group.items.count)))"
            let subjects = group.items.prefix(examples).map { names.subject(of: $0) }.filter { !$0.isEmpty }
            let rest = group.items.count - examples
            let more = SwedishFormat.count(max(rest, 0))
            let isAbsent = [.notDelivered, .fetchFailed].contains(group.reason)
            let cause = isAbsent ? group.region.flatMap { causes[$0] } : nil
            var lines = ["  " + heading, "    " + (cause ?? group.reason.sentence(in: language))]
            lines += subjects.map { "    – " + $0 }
            if rest > 0 { lines.append(language.pick("    – och \(more) till", "    – and \(more) more")) }
            return lines
        }
    }
}
