import Federation
import Pricing
import Publishing
import Sealing

/// That nothing is lost between what a list was made of and the list, as JSON (fullständighet).
enum CompletenessJSON {
    /// The proof of a list that was just made, input and list each counted by itself.
    static func value(of proof: CompletenessProof, in list: PriceList) -> CanonicalValue {
        [
            "year": .integer(list.header.model.year.number), "basis": "input", "complete": .bool(list.isComplete),
            "holds": .bool(proof.holds), "gaps": .integer(proof.gaps.count),
            "weightLists": .array(proof.weightLists.map(value)), "regions": .array(proof.regions.map(value)),
        ]
    }

    /// What an edition tells by itself. Nothing is proposed unless the proof holds, so it did.
    static func value(of list: PriceList) -> CanonicalValue {
        let lists = list.header.model.weightLists.map { weights -> CanonicalValue in
            let lines = list.drg.filter { $0.weightList == weights.id }
            let unpriced = list.missing.filter { $0.weightList == weights.id }
            let priced = Set(lines.map { [$0.group.drg, $0.group.typeOfCare.rawValue] }).count
            return value(
                weights.id, groups: priced + unpriced.count, priced: priced, lines: lines.count, unpriced: unpriced)
        }
        let careServices = Dictionary(grouping: list.careServices, by: \.region).mapValues(\.count)
        let surcharges = Dictionary(grouping: list.surcharges, by: \.region).mapValues(\.count)
        let fixed = Dictionary(grouping: list.drgFixedPrices, by: \.region).mapValues(\.count)
        let regions = list.completeness.map { region in
            CanonicalValue.members(
                ("owed", region.value), ("version", .text(version(of: region.region, in: list))),
                (
                    "listed",
                    [
                        "careServices": .integer(careServices[region.region] ?? 0),
                        "drgFixedPrices": .integer(fixed[region.region] ?? 0),
                        "surcharges": .integer(surcharges[region.region] ?? 0),
                    ]
                ), ("missing", .array(list.missing.filter { $0.region == region.region }.map(\.value))))
        }
        return [
            "year": .integer(list.header.model.year.number), "basis": "edition", "complete": .bool(list.isComplete),
            "holds": true, "gaps": 0, "weightLists": .array(lists), "regions": .array(regions),
        ]
    }

    private static func version(of region: RegionSlug, in list: PriceList) -> String? {
        list.header.submissions.first { $0.region == region }?.version.hex
    }

    private static func value(_ proof: WeightListProof) -> CanonicalValue {
        value(
            proof.id, groups: proof.groups, priced: proof.priced, lines: proof.lines, unpriced: proof.unpriced)
    }

    private static func value(
        _ id: String, groups: Int, priced: Int, lines: Int, unpriced: [MissingItem]
    ) -> CanonicalValue {
        [
            "id": .string(id), "groups": .integer(groups), "priced": .integer(priced), "lines": .integer(lines),
            "unpriced": .array(unpriced.map(\.value)),
        ]
    }

    private static func value(_ proof: RegionProof) -> CanonicalValue {
        .members(
            ("owed", proof.completeness.value), ("version", .text(proof.version?.hex)),
            ("delivered", counts(proof.delivered)), ("listed", counts(proof.listed)),
            ("tariffs", .integer(proof.tariffs)), ("exceptions", .integer(proof.exceptions)),
            ("missing", .array(proof.missing.map(\.value))))
    }

    /// Records or lines by section. A region delivers no DRG prices, which are common to all.
    private static func counts(_ counts: [LineID.Section: Int]) -> CanonicalValue {
        .object(
            [LineID.Section.careService, .drgFixedPrice, .surcharge].map { section in
                CanonicalValue.Member(LineSection(section).rawValue, .integer(counts[section] ?? 0))
            })
    }
}
