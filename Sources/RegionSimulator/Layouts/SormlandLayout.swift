import Federation

/// Region Sörmland: JSON, nested hospital → clinic → service, amounts as numbers.
struct SormlandLayout: RegionLayout {
    let amounts = AmountStyle.number
    let codeColumn = Column.member("kod", renamed: "tjanstekod")
    let goalColumn = Column.member("nummer", renamed: "malnummer")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        var json = JSONText()
        json.object()
        json.member("region", submission.region.name)
        json.member("organisationsnummer", submission.region.organisationNumber.description)
        json.member("avser", literal: String(submission.year))
        json.member("upprattad", submission.created.description)
        json.member("valuta", "SEK")
        json.member("kontakt", submission.contact)
        json.member("test", literal: submission.testData ? "true" : "false")
        json.array("sjukhus")
        for hospital in submission.region.hospitals { write(hospital, submission, amounts, &json) }
        json.end()
        json.end()
        return [Draft(path: "/api/prislista", format: .json, text: json.bytes)]
    }

    private func write(
        _ hospital: Hospital, _ submission: SimulatedSubmission, _ amounts: AmountStyle, _ json: inout JSONText
    ) {
        json.object()
        json.member("namn", hospital.name)
        writeDRG(hospital, submission, amounts, &json)
        json.array("kliniker")
        for clinic in submission.clinics where clinic.hospital.id == hospital.id { write(clinic, amounts, &json) }
        json.end()
        json.array("tillagg")
        for surcharge in submission.surcharges where surcharge.hospital.id == hospital.id {
            json.object(inline: true)
            json.member("kod", surcharge.code)
            json.member("benamning", surcharge.text)
            json.member("klinik", surcharge.unit?.name)
            json.member("enhet", surcharge.measure.swedish)
            json.amount("pris", surcharge.amount, amounts)
            json.member("skal", surcharge.reason)
            json.end()
        }
        json.end()
        json.array("utgar")
        for gone in submission.notApplicable where gone.hospital.id == hospital.id {
            json.object(inline: true)
            json.member("vad", gone.line == nil ? "sjukhus" : "tjänst")
            json.member("klinik", gone.line?.unit.name)
            json.member("kod", gone.line?.code)
            json.member("vardform", gone.line?.typeOfCare)
            json.member("vardniva", gone.line.map { String($0.careLevel) })
            json.member("orsak", gone.reason)
            json.end()
        }
        json.end()
        json.end()
    }

    private func writeDRG(
        _ hospital: Hospital, _ submission: SimulatedSubmission, _ amounts: AmountStyle, _ json: inout JSONText
    ) {
        for tariff in submission.tariffs where tariff.hospital.id == hospital.id {
            json.object("drg", inline: true)
            json.member("vardformer", strings: tariff.typesOfCare)
            json.end()
        }
        json.array("drgUndantag")
        for exception in submission.exceptions where exception.hospital.id == hospital.id {
            json.object(inline: true)
            json.member("klinik", exception.unit.name)
            json.member("vardformer", strings: exception.typesOfCare)
            json.member("orsak", exception.reason)
            json.end()
        }
        json.end()
        json.array("drgFastaPriser")
        for price in submission.fixedPrices where price.hospital.id == hospital.id {
            json.object(inline: true)
            json.member("drg", price.drg)
            json.member("vardform", price.typeOfCare)
            json.amount("pris", price.amount, amounts)
            json.member("orsak", price.reason)
            json.end()
        }
        json.end()
    }

    private func write(_ clinic: ClinicServices, _ amounts: AmountStyle, _ json: inout JSONText) {
        json.object()
        json.member("namn", clinic.unit.name)
        json.array("tjanster")
        for service in clinic.services {
            json.object(inline: true)
            json.member("kod", service.code)
            json.member("benamning", service.text)
            json.member("mvo", service.medicalFieldCode)
            json.member("enhet", service.measure.swedish)
            json.member("vardform", service.typeOfCare)
            json.member("vardniva", literal: String(service.careLevel))
            json.member("kategori", service.productCategory)
            json.amount("pris", service.amount, amounts)
            json.member("somForraAret", literal: service.amount == nil ? "true" : nil)
            json.member("skal", service.reason)
            json.end()
        }
        json.end()
        json.end()
    }
}

extension JSONText {
    /// A member that is an amount: a number where the style says so; none where there is no amount.
    mutating func amount(_ name: String, _ amount: Amount?, _ style: AmountStyle) {
        guard let amount else { return }
        if style.isNumber {
            member(name, literal: style.text(amount))
        } else {
            member(name, style.text(amount))
        }
    }
}
