import Federation

/// Region Västmanland: an envelope with prefixes, data in attributes, amounts in öre.
struct VastmanlandLayout: RegionLayout {
    let amounts = AmountStyle.ore
    let codeColumn = Column.attribute("kod", renamed: "tjanstekod")
    let goalColumn = Column.attribute("mal", renamed: "malnummer")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        var xml = envelope(submission.region, submission.contact)
        xml.begin(
            "v:Prislista",
            [
                "artal": String(submission.year), "skapad": submission.created.description, "valuta": "SEK",
                "test": submission.testData ? "1" : "0",
            ])
        writeDRG(submission, amounts, &xml)
        for clinic in submission.clinics {
            for service in clinic.services { write(service, clinic, amounts, &xml) }
        }
        writeRest(submission, amounts, &xml)
        for _ in 0..<3 { xml.end() }
        return [Draft(path: "/tjanst/prislista", format: .xml, text: xml.bytes)]
    }

    /// The envelope up to and with the beginning of its body.
    func envelope(_ region: Region, _ contact: String) -> XMLText {
        var xml = XMLText()
        xml.begin(
            "soap:Envelope",
            ["xmlns:soap": "http://schemas.xmlsoap.org/soap/envelope/", "xmlns:v": "urn:vastmanland:utlamnande:2"])
        xml.begin("soap:Header")
        xml.empty(
            "v:Avsandare",
            ["namn": region.name, "organisationsnummer": region.organisationNumber.description, "epost": contact])
        xml.end()
        xml.begin("soap:Body")
        return xml
    }

    private func write(
        _ service: SimulatedService, _ clinic: ClinicServices, _ amounts: AmountStyle, _ xml: inout XMLText
    ) {
        xml.empty(
            "v:Tjanst",
            [
                "sjukhus": clinic.hospital.id, "klinik": clinic.unit.id, "kod": service.code,
                "benamning": service.text, "mvo": service.medicalFieldCode, "matt": service.measure.rawValue,
                "vardform": service.typeOfCare, "vardniva": String(service.careLevel),
                "kategori": service.productCategory, "ore": service.amount.map(amounts.text),
                "fjolarspris": service.amount == nil ? "1" : nil, "skal": service.reason,
            ])
    }

    private func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for tariff in submission.tariffs {
            xml.empty(
                "v:Drg", ["sjukhus": tariff.hospital.id, "vardformer": tariff.typesOfCare.joined(separator: ",")])
        }
        for exception in submission.exceptions {
            let types = exception.typesOfCare
            xml.empty(
                "v:Undantag",
                [
                    "sjukhus": exception.hospital.id, "klinik": exception.unit.id,
                    "vardformer": types.isEmpty ? nil : types.joined(separator: ","), "orsak": exception.reason,
                ])
        }
        for price in submission.fixedPrices {
            xml.empty(
                "v:FastPris",
                [
                    "sjukhus": price.hospital.id, "drg": price.drg, "vardform": price.typeOfCare,
                    "ore": amounts.text(price.amount), "orsak": price.reason,
                ])
        }
    }

    private func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for surcharge in submission.surcharges {
            xml.empty(
                "v:Tillagg",
                [
                    "sjukhus": surcharge.hospital.id, "klinik": surcharge.unit?.id, "kod": surcharge.code,
                    "benamning": surcharge.text, "matt": surcharge.measure.rawValue,
                    "ore": amounts.text(surcharge.amount), "skal": surcharge.reason,
                ])
        }
        for gone in submission.notApplicable {
            xml.empty(
                "v:Utgar",
                [
                    "vad": gone.line == nil ? "hospital" : "line", "sjukhus": gone.hospital.id,
                    "klinik": gone.line?.unit.id, "kod": gone.line?.code, "vardform": gone.line?.typeOfCare,
                    "vardniva": gone.line.map { String($0.careLevel) }, "orsak": gone.reason,
                ])
        }
    }
}
