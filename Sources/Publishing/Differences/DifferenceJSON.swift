import Federation
package import Pricing
package import Sealing

/// What differs between two lists as JSON, whole: every changed, new and gone line.
package enum DifferenceJSON {
    /// The canonical bytes. There may be hundreds of thousands of lines, so each is written as it comes.
    package static func bytes(_ difference: PriceListDifference) throws -> [UInt8] {
        var writer = CanonicalJSONWriter()
        writer.object { write(difference, to: &$0) }
        return try writer.finish()
    }

    /// The members of the comparison in canonical order, into an object that is open.
    static func write(_ difference: PriceListDifference, to writer: inout CanonicalJSONWriter) {
        write(difference.changed, "changed", to: &writer) { value($0) }
        write(difference.comparedSections, "comparedSections", to: &writer) { .string($0.member) }
        writer.key("earlier")
        value(difference.earlier).write(to: &writer)
        write(difference.gone, "gone", to: &writer) { value($0) }
        writer.key("later")
        value(difference.later).write(to: &writer)
        write(difference.new, "new", to: &writer) { value($0) }
        writer.member("order", difference.order.rawValue)
        writer.member("percentRounding", ChangeRatio.shownBy)
        write(difference.regions, "regions", to: &writer) { value($0) }
        writer.key("total")
        value(difference.total).write(to: &writer)
    }

    private static func write<Item>(
        _ items: [Item], _ key: String, to writer: inout CanonicalJSONWriter, _ value: (Item) -> CanonicalValue
    ) {
        writer.key(key)
        writer.array { array in
            for item in items { value(item).write(to: &array) }
        }
    }

    /// A changed line: as it was, as it is, and what came of it.
    package static func value(_ line: ChangedLine) -> CanonicalValue {
        .members(
            ("earlier", value(line.earlier)), ("later", value(line.later)),
            ("kinds", .texts(line.kinds.map(\.rawValue))), ("change", .text(line.change?.wire)),
            ("percent", .text(line.ratio?.percent?.text)), ("cases", line.cases.map { .integer(Int($0)) }),
            ("effect", .text(line.effect?.wire)))
    }

    /// A line with what makes it the line.
    package static func value(_ line: ListedLine) -> CanonicalValue {
        let key = line.key
        return .members(
            ("id", .string(line.id.description)), ("section", .string(key.section.member)),
            ("region", .text(key.region?.text)), ("provider", .text(key.provider)), ("unit", .text(key.unit)),
            ("code", .string(key.code)), ("text", .string(line.text)), ("typeOfCare", .text(key.typeOfCare?.rawValue)),
            ("careLevel", .text(key.careLevel?.rawValue)), ("measure", .text(line.measure?.rawValue)),
            ("amount", .string(line.amount.wire)), ("weight", .text(line.group?.weight.text)),
            ("costLimit", .text(line.group?.costLimit?.wire)),
            ("daysLimit", line.group?.daysLimit.map { .integer($0) }))
    }

    /// One region's counts and sums; without `region` for the DRG prices, which are common to all.
    package static func value(_ region: RegionDifference) -> CanonicalValue {
        value(region.counts).adding(("region", .text(region.region?.text)))
    }

    /// Counts of lines, and what the changed prices add up to.
    package static func value(_ counts: DifferenceCounts) -> CanonicalValue {
        .members(
            ("identical", .integer(counts.identical)), ("raised", .integer(counts.raised)),
            ("lowered", .integer(counts.lowered)), ("otherwiseChanged", .integer(counts.otherwiseChanged)),
            ("new", .integer(counts.new)), ("gone", .integer(counts.gone)),
            ("earlierSum", .string(counts.earlierSum.wire)), ("laterSum", .string(counts.laterSum.wire)),
            ("effect", .text(counts.effect?.wire)))
    }

    private static func value(_ name: ListName) -> CanonicalValue {
        .members(("year", .integer(name.year.number)), ("edition", name.edition.map { .integer($0) }))
    }
}
