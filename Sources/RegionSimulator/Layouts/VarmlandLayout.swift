import Federation

/// Region Värmland: XML in ISO-8859-1 with Swedish names, decimal comma and spaces, Last-Modified only.
struct VarmlandLayout: RegionLayout {
    let amounts = AmountStyle.swedish
    let codeColumn = Column.element("Kod", renamed: "Tjänstekod")
    let goalColumn = Column.attribute("mål", renamed: "målnummer")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        var xml = XMLText()
        xml.begin(
            "Prislista",
            [
                "år": String(submission.year), "region": submission.region.name,
                "orgnr": submission.region.organisationNumber.description, "skapad": submission.created.description,
                "valuta": "SEK", "kontakt": submission.contact, "test": submission.testData ? "ja" : "nej",
            ])
        xml.leaf("Kommentar", "Simulerad leverans. Priser i kronor, exklusive moms.")
        writeDRG(submission, amounts, &xml)
        for clinic in submission.clinics where !clinic.services.isEmpty { write(clinic, amounts, &xml) }
        writeRest(submission, amounts, &xml)
        xml.end()
        return [draft("/prislista", xml.bytes, submission.created)]
    }

    /// A document in the region's habit.
    func draft(_ path: String, _ text: [UInt8], _ created: Instant) -> Draft {
        Draft(
            path: path, format: .xml, text: text, declared: .latin1, encoding: .latin1, etag: false,
            lastModified: created)
    }

    private func write(_ clinic: ClinicServices, _ amounts: AmountStyle, _ xml: inout XMLText) {
        xml.begin("Klinik", ["sjukhus": clinic.hospital.name, "namn": clinic.unit.name])
        for service in clinic.services {
            xml.begin("Vårdtjänst")
            xml.leaf("Kod", service.code)
            xml.leaf("Benämning", service.text)
            xml.leaf("MVO", service.medicalFieldCode)
            xml.leaf("Enhet", service.measure.swedish)
            xml.leaf("Vårdform", swedish(service.typeOfCare))
            xml.leaf("Vårdnivå", String(service.careLevel))
            xml.leaf("Kategori", service.productCategory == "03" ? nil : service.productCategory)
            xml.leaf("Pris", service.amount.map(amounts.text))
            xml.leaf("SomFöregåendeÅr", service.amount == nil ? "ja" : nil)
            xml.leaf("Skäl", service.reason)
            xml.end()
        }
        xml.end()
    }

    private func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for tariff in submission.tariffs {
            xml.begin("DRGPris", ["sjukhus": tariff.hospital.name])
            xml.leaf("Vårdformer", swedish(tariff.typesOfCare))
            xml.end()
        }
        for exception in submission.exceptions {
            xml.begin("Undantag", ["sjukhus": exception.hospital.name, "klinik": exception.unit.name])
            xml.leaf("Vårdformer", exception.typesOfCare.isEmpty ? nil : swedish(exception.typesOfCare))
            xml.leaf("Orsak", exception.reason)
            xml.end()
        }
        for price in submission.fixedPrices {
            xml.begin("FastDRGPris", ["sjukhus": price.hospital.name])
            xml.leaf("DRG", price.drg)
            xml.leaf("Vårdform", swedish(price.typeOfCare))
            xml.leaf("Pris", amounts.text(price.amount))
            xml.leaf("Orsak", price.reason)
            xml.end()
        }
    }

    private func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for surcharge in submission.surcharges {
            xml.begin("Tillägg", ["sjukhus": surcharge.hospital.name, "klinik": surcharge.unit?.name])
            xml.leaf("Kod", surcharge.code)
            xml.leaf("Benämning", surcharge.text)
            xml.leaf("Enhet", surcharge.measure.swedish)
            xml.leaf("Pris", amounts.text(surcharge.amount))
            xml.leaf("Skäl", surcharge.reason)
            xml.end()
        }
        for gone in submission.notApplicable {
            xml.begin(
                "Utgår",
                [
                    "vad": gone.line == nil ? "sjukhus" : "vårdtjänst", "sjukhus": gone.hospital.name,
                    "klinik": gone.line?.unit.name,
                ])
            xml.leaf("Kod", gone.line?.code)
            xml.leaf("Vårdform", gone.line.map { swedish($0.typeOfCare) })
            xml.leaf("Vårdnivå", gone.line.map { String($0.careLevel) })
            xml.leaf("Orsak", gone.reason)
            xml.end()
        }
    }

    private func swedish(_ typeOfCare: String) -> String { typeOfCare == "01" ? "Öppen vård" : "Sluten vård" }
    private func swedish(_ typesOfCare: [String]) -> String {
        typesOfCare.count == 2 ? "Öppen och sluten vård" : typesOfCare.map(swedish).joined()
    }
}
