import Federation

extension PriceModel {
    /// What is wrong in the indices: each has a percentage that prices can come of, and care of its own.
    var indexFaults: [PriceModelFault] {
        guard let indexation else { return [] }
        let others = indexation.others
        var faults = indexation.all.filter { $0.index.isUnfit }.map { applied in
            PriceModelFault(
                "price-model-percent-unfit", applied.path + "/percent", ["value": applied.index.percent.text])
        }
        faults += indexation.all.compactMap { applied in
            applied.index.date.flatMap { date in
                date <= validTo
                    ? nil
                    : PriceModelFault(
                        "price-model-index-date-late", applied.path + "/date",
                        ["value": "\(date)", "last": "\(validTo)"])
            }
        }
        if purpose == .reference, !others.isEmpty {
            faults.append(.init("price-model-reference-decides", "/indexation/others"))
        }
        faults += duplicates(of: others.map(\.id), in: "/indexation/others")
        for (position, index) in others.enumerated() {
            let path = "/indexation/others/\(position)"
            if !index.hasScope { faults.append(.init("price-model-index-of-all", path, ["value": index.id])) }
            if let other = others[..<position].first(where: { $0.hasScope && $0.overlaps(index) }), index.hasScope {
                faults.append(.init("price-model-two-indices", path, ["value": index.id, "other": other.id]))
            }
        }
        return faults
    }

    /// Medical fields of indices that no unit of their hospitals works in.
    func indexFaults(among regions: [Region]) -> [PriceModelFault] {
        (indexation?.others ?? []).enumerated().flatMap { position, index in
            let units = regions.flatMap { region in
                region.hospitals
                    .filter { index.providers.isEmpty || index.providers.contains($0.reference(in: region)) }
                    .flatMap(\.units)
            }
            return index.medicalFieldCodes.enumerated()
                .filter { _, code in
                    // A unit that names no field may work in any.
                    !units.contains { $0.medicalFieldCodes.isEmpty || $0.medicalFieldCodes.contains("\(code)") }
                }
                .map { place, code in
                    PriceModelFault(
                        "price-model-unknown-medical-field",
                        "/indexation/others/\(position)/medicalFieldCodes/\(place)", ["value": "\(code)"])
                }
        }
    }
}

extension PriceIndex {
    /// Whether no price can come of the percentage: four decimals are more than any index has, and keep every product
    /// within 128 bits.
    fileprivate var isUnfit: Bool { percent.scale > 4 || !(-99...999).contains(percent.whole) }
}

extension Hospital {
    fileprivate func reference(in region: Region) -> ProviderReference {
        ProviderReference(region: region.slug, provider: id)
    }
}

extension ExactDecimal {
    /// The number without its decimals.
    fileprivate var whole: Int64 { (0..<scale).reduce(units) { number, _ in number / 10 } }
}
