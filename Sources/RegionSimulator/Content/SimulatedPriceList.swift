import Federation

/// The price list that the committee adopted the year before.
package enum SimulatedPriceList {
    /// The whole list of the year before the plan's, all regions, as JSON of the form `adopted-list-1`.
    package static func adopted2022(plan: SimulationPlan) -> [UInt8] {
        let makers = SimulatedRegion.slugs.compactMap { SubmissionMaker($0, plan: plan) }
        var json = JSONText()
        json.object()
        json.member("priceList", "adopted-list-1")
        json.member("year", literal: String(plan.year - 1))
        json.array("careServices")
        for maker in makers {
            for clinic in maker.lastYearsClinics() {
                for service in clinic.services { write(service, clinic, maker.region, &json) }
            }
        }
        json.end()
        json.array("surcharges")
        for maker in makers {
            for surcharge in maker.surcharges(raised: false) { write(surcharge, maker.region, &json) }
        }
        json.end()
        json.end()
        return json.bytes
    }

    private static func write(
        _ service: SimulatedService, _ clinic: ClinicServices, _ region: Region, _ json: inout JSONText
    ) {
        json.object(inline: true)
        json.member("region", region.slug.text)
        json.member("provider", clinic.hospital.id)
        json.member("unit", clinic.unit.id)
        json.member("code", service.code)
        json.member("text", service.text)
        json.member("measure", service.measure.rawValue)
        json.member("typeOfCare", service.typeOfCare)
        json.member("careLevel", String(service.careLevel))
        json.member("productCategory", service.productCategory)
        json.member("medicalFieldCode", service.medicalFieldCode)
        json.member("amount", service.amount?.wire)
        json.end()
    }

    private static func write(_ surcharge: SimulatedSurcharge, _ region: Region, _ json: inout JSONText) {
        json.object(inline: true)
        json.member("region", region.slug.text)
        json.member("provider", surcharge.hospital.id)
        json.member("unit", surcharge.unit?.id)
        json.member("code", surcharge.code)
        json.member("text", surcharge.text)
        json.member("measure", surcharge.measure.rawValue)
        json.member("amount", surcharge.amount.wire)
        json.end()
    }
}
