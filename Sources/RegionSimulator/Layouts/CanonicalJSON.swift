import Federation

/// The contracts `price-submission-1` and `plan-report-1` in JSON.
enum CanonicalJSON {
    /// A price submission.
    static func priceList(_ submission: SimulatedSubmission) -> [UInt8] {
        var json = JSONText()
        json.object()
        json.member("region", submission.region.slug.text)
        json.member("organisationNumber", submission.region.organisationNumber.description)
        json.member("year", literal: String(submission.year))
        json.member("created", submission.created.description)
        json.member("currency", "SEK")
        json.member("contact", submission.contact)
        json.member("testData", literal: submission.testData ? "true" : nil)
        writeServices(submission, &json)
        writeDRG(submission, &json)
        writeRest(submission, &json)
        json.end()
        return json.bytes
    }

    private static func writeServices(_ submission: SimulatedSubmission, _ json: inout JSONText) {
        json.array("careServices")
        for clinic in submission.clinics {
            for service in clinic.services {
                json.object(inline: true)
                json.member("provider", clinic.hospital.id)
                json.member("unit", clinic.unit.id)
                json.member("medicalFieldCode", service.medicalFieldCode)
                json.member("code", service.code)
                json.member("text", service.text)
                json.member("measure", service.measure.rawValue)
                json.member("typeOfCare", service.typeOfCare)
                json.member("careLevel", String(service.careLevel))
                json.member("productCategory", service.productCategory)
                json.member("amount", service.amount?.wire)
                json.member("asLastYear", literal: service.amount == nil ? "true" : nil)
                json.member("reason", service.reason)
                json.end()
            }
        }
        json.end()
    }

    private static func writeDRG(_ submission: SimulatedSubmission, _ json: inout JSONText) {
        json.array("drgTariffs")
        for tariff in submission.tariffs {
            json.object(inline: true)
            json.member("provider", tariff.hospital.id)
            json.member("typesOfCare", strings: tariff.typesOfCare)
            json.end()
        }
        json.end()
        json.array("drgExceptions")
        for exception in submission.exceptions {
            json.object(inline: true)
            json.member("provider", exception.hospital.id)
            json.member("unit", exception.unit.id)
            if !exception.typesOfCare.isEmpty { json.member("typesOfCare", strings: exception.typesOfCare) }
            json.member("reason", exception.reason)
            json.end()
        }
        json.end()
        json.array("drgFixedPrices")
        for price in submission.fixedPrices {
            json.object(inline: true)
            json.member("provider", price.hospital.id)
            json.member("drg", price.drg)
            json.member("typeOfCare", price.typeOfCare)
            json.member("amount", price.amount.wire)
            json.member("reason", price.reason)
            json.end()
        }
        json.end()
    }

    private static func writeRest(_ submission: SimulatedSubmission, _ json: inout JSONText) {
        json.array("surcharges")
        for surcharge in submission.surcharges {
            json.object(inline: true)
            json.member("provider", surcharge.hospital.id)
            json.member("unit", surcharge.unit?.id)
            json.member("code", surcharge.code)
            json.member("text", surcharge.text)
            json.member("measure", surcharge.measure.rawValue)
            json.member("amount", surcharge.amount.wire)
            json.member("reason", surcharge.reason)
            json.end()
        }
        json.end()
        json.array("notApplicable")
        for gone in submission.notApplicable {
            json.object(inline: true)
            json.member("what", gone.line == nil ? "hospital" : "line")
            json.member("provider", gone.hospital.id)
            json.member("unit", gone.line?.unit.id)
            json.member("code", gone.line?.code)
            json.member("typeOfCare", gone.line?.typeOfCare)
            json.member("careLevel", gone.line.map { String($0.careLevel) })
            json.member("reason", gone.reason)
            json.end()
        }
        json.end()
    }
}
