import Federation

/// The contracts `price-submission-1` and `plan-report-1` in XML, without the declaration.
enum CanonicalXML {
    /// A price submission.
    static func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle = .point) -> [UInt8] {
        var xml = XMLText()
        xml.begin(
            "priceSubmission",
            [
                "xmlns": "urn:samverkan:price-submission:1", "region": submission.region.slug.text,
                "organisationNumber": submission.region.organisationNumber.description,
                "year": String(submission.year), "created": submission.created.description, "currency": "SEK",
                "contact": submission.contact, "testData": submission.testData ? "true" : nil,
            ])
        writeDRG(submission, amounts, &xml)
        for clinic in submission.clinics {
            for service in clinic.services { write(service, of: clinic, amounts, &xml) }
        }
        writeRest(submission, amounts, &xml)
        xml.end()
        return xml.bytes
    }

    private static func write(
        _ service: SimulatedService, of clinic: ClinicServices, _ amounts: AmountStyle, _ xml: inout XMLText
    ) {
        xml.begin("careService")
        xml.leaf("provider", clinic.hospital.id)
        xml.leaf("unit", clinic.unit.id)
        xml.leaf("medicalFieldCode", service.medicalFieldCode)
        xml.leaf("code", service.code)
        xml.leaf("text", service.text)
        xml.leaf("measure", service.measure.rawValue)
        xml.leaf("typeOfCare", service.typeOfCare)
        xml.leaf("careLevel", String(service.careLevel))
        xml.leaf("productCategory", service.productCategory)
        xml.leaf("amount", service.amount.map(amounts.text))
        xml.leaf("asLastYear", service.amount == nil ? "true" : nil)
        xml.leaf("reason", service.reason)
        xml.end()
    }

    private static func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for tariff in submission.tariffs {
            xml.begin("drgTariff")
            xml.leaf("provider", tariff.hospital.id)
            xml.leaf("typesOfCare", tariff.typesOfCare.joined(separator: " "))
            xml.end()
        }
        for exception in submission.exceptions {
            xml.begin("drgException")
            xml.leaf("provider", exception.hospital.id)
            xml.leaf("unit", exception.unit.id)
            xml.leaf("typesOfCare", exception.typesOfCare.isEmpty ? nil : exception.typesOfCare.joined(separator: " "))
            xml.leaf("reason", exception.reason)
            xml.end()
        }
        for price in submission.fixedPrices {
            xml.begin("drgFixedPrice")
            xml.leaf("provider", price.hospital.id)
            xml.leaf("drg", price.drg)
            xml.leaf("typeOfCare", price.typeOfCare)
            xml.leaf("amount", amounts.text(price.amount))
            xml.leaf("reason", price.reason)
            xml.end()
        }
    }

    private static func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for surcharge in submission.surcharges {
            xml.begin("surcharge")
            xml.leaf("provider", surcharge.hospital.id)
            xml.leaf("unit", surcharge.unit?.id)
            xml.leaf("code", surcharge.code)
            xml.leaf("text", surcharge.text)
            xml.leaf("measure", surcharge.measure.rawValue)
            xml.leaf("amount", amounts.text(surcharge.amount))
            xml.leaf("reason", surcharge.reason)
            xml.end()
        }
        for gone in submission.notApplicable {
            xml.begin("notApplicable")
            xml.leaf("what", gone.line == nil ? "hospital" : "line")
            xml.leaf("provider", gone.hospital.id)
            xml.leaf("unit", gone.line?.unit.id)
            xml.leaf("code", gone.line?.code)
            xml.leaf("typeOfCare", gone.line?.typeOfCare)
            xml.leaf("careLevel", gone.line.map { String($0.careLevel) })
            xml.leaf("reason", gone.reason)
            xml.end()
        }
    }
}
