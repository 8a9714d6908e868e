import Federation

/// Region Örebro län: JSON, a head and one flat array of rows of all kinds, amounts with no-break spaces, dates without
/// hyphens, a byte order mark.
struct OrebroLayout: RegionLayout {
    let amounts = AmountStyle.swedishNoBreak
    let codeColumn = Column.member("kod", renamed: "tjanstekod")
    let goalColumn = Column.member("mal", renamed: "malnummer")

    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft] {
        var json = JSONText()
        json.object()
        json.object("huvud", inline: true)
        json.member("region", submission.region.name)
        json.member("orgnr", submission.region.organisationNumber.description)
        json.member("galler_fran", "\(submission.year)0101")
        json.member("skapad", compact(submission.created.day))
        json.member("valuta", "SEK")
        json.member("kontakt", submission.contact)
        json.member("test", submission.testData ? "ja" : "nej")
        json.end()
        json.array("rader")
        writeDRG(submission, amounts, &json)
        for clinic in submission.clinics {
            for service in clinic.services { write(service, clinic, amounts, &json) }
        }
        writeRest(submission, amounts, &json)
        json.end()
        json.end()
        return [draft("/oppnadata/prislista.json", json.bytes)]
    }

    /// A document in the region's habit.
    func draft(_ path: String, _ text: [UInt8]) -> Draft {
        Draft(path: path, format: .json, text: text, byteOrderMark: true)
    }

    /// `20221231`
    func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private func write(
        _ service: SimulatedService, _ clinic: ClinicServices, _ amounts: AmountStyle, _ json: inout JSONText
    ) {
        json.object(inline: true)
        json.member("typ", "vardtjanst")
        json.member("sjukhus", clinic.hospital.name)
        json.member("klinik", clinic.unit.aliases.first)
        json.member("kod", service.code)
        json.member("text", service.text)
        json.member("mvo", service.medicalFieldCode)
        json.member("enhet", service.measure.swedish)
        json.member("vardform", service.typeOfCare == "01" ? "ÖV" : "SV")
        json.member("vardniva", String(service.careLevel))
        json.member("kategori", service.productCategory)
        json.amount("pris", service.amount, amounts)
        json.member("fjolarspris", service.amount == nil ? "ja" : nil)
        json.member("skal", service.reason)
        json.end()
    }

    private func writeDRG(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ json: inout JSONText) {
        for tariff in submission.tariffs {
            json.object(inline: true)
            json.member("typ", "drg")
            json.member("sjukhus", tariff.hospital.name)
            json.member("vardformer", tariff.typesOfCare.joined(separator: "/"))
            json.end()
        }
        for exception in submission.exceptions {
            json.object(inline: true)
            json.member("typ", "undantag")
            json.member("sjukhus", exception.hospital.name)
            json.member("klinik", exception.unit.aliases.first)
            json.member(
                "vardformer", exception.typesOfCare.isEmpty ? nil : exception.typesOfCare.joined(separator: "/"))
            json.member("orsak", exception.reason)
            json.end()
        }
        for price in submission.fixedPrices {
            json.object(inline: true)
            json.member("typ", "fastpris")
            json.member("sjukhus", price.hospital.name)
            json.member("drg", price.drg)
            json.member("vardform", price.typeOfCare == "01" ? "ÖV" : "SV")
            json.amount("pris", price.amount, amounts)
            json.member("orsak", price.reason)
            json.end()
        }
    }

    private func writeRest(_ submission: SimulatedSubmission, _ amounts: AmountStyle, _ json: inout JSONText) {
        for surcharge in submission.surcharges {
            json.object(inline: true)
            json.member("typ", "tillagg")
            json.member("sjukhus", surcharge.hospital.name)
            json.member("klinik", surcharge.unit?.aliases.first)
            json.member("kod", surcharge.code)
            json.member("text", surcharge.text)
            json.member("enhet", surcharge.measure.swedish)
            json.amount("pris", surcharge.amount, amounts)
            json.member("skal", surcharge.reason)
            json.end()
        }
        for gone in submission.notApplicable {
            json.object(inline: true)
            json.member("typ", "utgar")
            json.member("vad", gone.line == nil ? "sjukhus" : "tjänst")
            json.member("sjukhus", gone.hospital.name)
            json.member("klinik", gone.line?.unit.aliases.first)
            json.member("kod", gone.line?.code)
            json.member("vardform", gone.line.map { $0.typeOfCare == "01" ? "ÖV" : "SV" })
            json.member("vardniva", gone.line.map { String($0.careLevel) })
            json.member("orsak", gone.reason)
            json.end()
        }
    }
}
