import Federation

/// Region Dalarna: JSON in pages of 1 000 items, amounts as whole numbers.
struct DalarnaLayout: RegionLayout {
    let amounts = AmountStyle.wholeNumber
    let codeColumn = Column.member("tjanstekod", renamed: "kod")
    let goalColumn = Column.member("malnr", renamed: "mal")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        var pages = PagedItems(path: "/v2/prislista", pageSize: 1000, total: submission.recordCount) { json in
            json.object("meta", inline: true)
            json.member("region", submission.region.name)
            json.member("orgnr", submission.region.organisationNumber.description)
            json.member("prisAr", literal: String(submission.year))
            json.member("skapad", submission.created.description)
            json.member("valuta", "SEK")
            json.member("kontakt", submission.contact)
            json.member("testdata", literal: submission.testData ? "true" : "false")
            json.end()
        }
        writeDRG(submission, amounts, &pages)
        for clinic in submission.clinics {
            for service in clinic.services { write(service, clinic, amounts, &pages) }
        }
        writeRest(submission, amounts, &pages)
        return pages.finish()
    }

    private func write(
        _ service: SimulatedService, _ clinic: ClinicServices, _ amounts: AmountStyle, _ pages: inout PagedItems
    ) {
        pages.item { json in
            json.member("posttyp", "VARDTJANST")
            json.member("utforare", clinic.hospital.name)
            json.member("enhet", clinic.unit.name)
            json.member("tjanstekod", service.code)
            json.member("tjanst", service.text)
            json.member("mvo", service.medicalFieldCode)
            json.member("matt", service.measure.rawValue)
            json.member("vardform", service.typeOfCare == "01" ? "oppen" : "sluten")
            json.member("vardniva", literal: String(service.careLevel))
            json.member("produkt", service.productCategory == "03" ? nil : service.productCategory)
            json.amount("pris", service.amount, amounts)
            json.member("indexeras", literal: service.amount == nil ? "true" : nil)
        }
    }

    private func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ pages: inout PagedItems) {
        for tariff in submission.tariffs {
            pages.item { json in
                json.member("posttyp", "DRG")
                json.member("utforare", tariff.hospital.name)
                json.member("vardformer", strings: tariff.typesOfCare)
            }
        }
        for exception in submission.exceptions {
            pages.item { json in
                json.member("posttyp", "DRG-UNDANTAG")
                json.member("utforare", exception.hospital.name)
                json.member("enhet", exception.unit.name)
                if !exception.typesOfCare.isEmpty { json.member("vardformer", strings: exception.typesOfCare) }
                json.member("motivering", exception.reason)
            }
        }
        for price in submission.fixedPrices {
            pages.item { json in
                json.member("posttyp", "DRG-FASTPRIS")
                json.member("utforare", price.hospital.name)
                json.member("drg", price.drg)
                json.member("vardform", price.typeOfCare == "01" ? "oppen" : "sluten")
                json.amount("pris", price.amount, amounts)
                json.member("motivering", price.reason)
            }
        }
    }

    private func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ pages: inout PagedItems) {
        for surcharge in submission.surcharges {
            pages.item { json in
                json.member("posttyp", "TILLAGG")
                json.member("utforare", surcharge.hospital.name)
                json.member("enhet", surcharge.unit?.name)
                json.member("tjanstekod", surcharge.code)
                json.member("tjanst", surcharge.text)
                json.member("matt", surcharge.measure.rawValue)
                json.amount("pris", surcharge.amount, amounts)
            }
        }
        for gone in submission.notApplicable {
            pages.item { json in
                json.member("posttyp", gone.line == nil ? "UTGAR-SJUKHUS" : "UTGAR-TJANST")
                json.member("utforare", gone.hospital.name)
                json.member("enhet", gone.line?.unit.name)
                json.member("tjanstekod", gone.line?.code)
                json.member("vardform", gone.line.map { $0.typeOfCare == "01" ? "oppen" : "sluten" })
                json.member("vardniva", literal: gone.line.map { String($0.careLevel) })
                json.member("motivering", gone.reason)
            }
        }
    }
}
