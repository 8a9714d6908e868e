import Federation

extension PriceListInput {
    /// The regions that owe a delivery, in canonical order; none for a reference model.
    var owingRegions: [Region] {
        model.purpose == .reference ? [] : regions.sorted { $0.slug < $1.slug }
    }

    /// The delivery of a region, or that there is none.
    func delivery(of region: RegionSlug) -> RegionDelivery {
        deliveries.first { $0.region == region }
            ?? RegionDelivery(region: region, state: .notDelivered, used: nil)
    }

    /// Throws where the input contradicts itself.
    func check() throws(PriceListError) {
        let faults = model.validate() + model.validate(regions: owingRegions)
        guard faults.isEmpty else { throw .modelFaults(faults) }
        if model.purpose == .reference, deliveries.contains(where: { $0.used != nil }) {
            throw .referenceTakesNoSubmissions
        }
        if let previous, previous.edition.year != model.year.previous {
            throw .previousYearWrong(previous.edition.year)
        }
        var expected = Set(regions.map(\.slug))
        for delivery in deliveries {
            guard expected.remove(delivery.region) != nil else { throw .deliveryUnexpected(region: delivery.region) }
            guard let used = delivery.used else { continue }
            try check(used, of: delivery)
        }
    }

    private func check(_ used: VersionedSubmission, of delivery: RegionDelivery) throws(PriceListError) {
        let header = used.submission.header
        let fits =
            header.region == delivery.region && header.year == model.year && header.currency == "SEK"
            && !header.testData
        guard fits else { throw .submissionUnfit(region: delivery.region) }
    }
}
