import Federation

/// Region Gävleborg: an XML index with the head, and part files that it lists: one for DRG and the rest, one for each
/// hospital's services; the part of the second hospital is in Windows-1252.
struct GavleborgLayout: RegionLayout {
    let amounts = AmountStyle.comma
    let codeColumn = Column.element("kod", renamed: "tjanstekod")
    let goalColumn = Column.attribute("nr", renamed: "malnr")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        let general = part("/prislista/allmant.xml") { xml in
            xml.begin("Prisdel", ["namn": "Allmänt"])
            writeDRG(submission, amounts, &xml)
            writeRest(submission, amounts, &xml)
            xml.end()
        }
        let services = submission.region.hospitals.enumerated().map { index, hospital in
            part("/prislista/\(hospital.id).xml", index == 1 ? .windows1252 : .utf8) { xml in
                xml.begin("Prisdel", ["namn": hospital.name])
                for clinic in submission.clinics where clinic.hospital.id == hospital.id {
                    write(clinic, amounts, &xml)
                }
                xml.end()
            }
        }
        let parts = [general] + services
        let index = part("/prislista/index.xml") { xml in
            xml.begin(
                "Index",
                [
                    "region": submission.region.name, "orgnr": submission.region.organisationNumber.description,
                    "prisar": String(submission.year), "skapad": submission.created.description, "valuta": "SEK",
                    "kontakt": submission.contact, "testdata": submission.testData ? "sant" : "falskt",
                ])
            for part in parts { xml.empty("Del", ["href": part.path]) }
            xml.end()
        }
        return [index] + parts
    }

    /// A document in the region's habit.
    func part(_ path: String, _ encoding: DraftEncoding = .utf8, _ write: (inout XMLText) -> Void) -> Draft {
        var xml = XMLText()
        write(&xml)
        return Draft(path: path, format: .xml, text: xml.bytes, declared: encoding, encoding: encoding)
    }

    private func write(_ clinic: ClinicServices, _ amounts: AmountStyle, _ xml: inout XMLText) {
        xml.begin("verksamhet", ["sjukhus": clinic.hospital.name, "namn": clinic.unit.name])
        for service in clinic.services {
            xml.begin("tjanst", ["vardform": service.typeOfCare, "vardniva": String(service.careLevel)])
            xml.leaf("kod", service.code)
            xml.leaf("namn", service.text)
            xml.leaf("mvo", service.medicalFieldCode)
            xml.leaf("matt", service.measure.swedish)
            xml.leaf("kategori", service.productCategory == "03" ? nil : service.productCategory)
            xml.leaf("pris", service.amount.map(amounts.text))
            xml.leaf("indexeras", service.amount == nil ? "sant" : nil)
            xml.end()
        }
        xml.end()
    }

    private func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for tariff in submission.tariffs {
            xml.begin("drg", ["sjukhus": tariff.hospital.name])
            for type in tariff.typesOfCare { xml.leaf("vardform", type) }
            xml.end()
        }
        for exception in submission.exceptions {
            xml.begin("undantag", ["sjukhus": exception.hospital.name, "verksamhet": exception.unit.name])
            for type in exception.typesOfCare { xml.leaf("vardform", type) }
            xml.leaf("skal", exception.reason)
            xml.end()
        }
        for price in submission.fixedPrices {
            xml.begin("fastpris", ["sjukhus": price.hospital.name, "vardform": price.typeOfCare])
            xml.leaf("drg", price.drg)
            xml.leaf("pris", amounts.text(price.amount))
            xml.leaf("skal", price.reason)
            xml.end()
        }
    }

    private func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ xml: inout XMLText) {
        for surcharge in submission.surcharges {
            xml.begin("tillagg", ["sjukhus": surcharge.hospital.name, "verksamhet": surcharge.unit?.name])
            xml.leaf("kod", surcharge.code)
            xml.leaf("namn", surcharge.text)
            xml.leaf("matt", surcharge.measure.swedish)
            xml.leaf("pris", amounts.text(surcharge.amount))
            xml.end()
        }
        for gone in submission.notApplicable {
            guard let line = gone.line else {
                xml.empty("utgarSjukhus", ["sjukhus": gone.hospital.name, "skal": gone.reason])
                continue
            }
            xml.begin(
                "utgar",
                [
                    "sjukhus": gone.hospital.name, "verksamhet": line.unit.name, "vardform": line.typeOfCare,
                    "vardniva": String(line.careLevel),
                ])
            xml.leaf("kod", line.code)
            xml.leaf("skal", gone.reason)
            xml.end()
        }
    }
}
