package import Federation
import Pricing

extension PriceListDocument {
    /// What `samverkan build` prints: the list in counts, and what is missing, by name.
    ///
    /// - Parameters:
    ///   - examples: how many missing things are named per region and reason before the rest is only counted.
    ///   - causes: why a region has delivered nothing, where more is known than that.
    package func summary(
        in language: Language, examples: Int = 5, causes: [RegionSlug: String] = [:]
    ) -> String {
        let writer = SummaryWriter(document: self, language: language, examples: examples, causes: causes)
        return writer.lines.joined(separator: "\n") + "\n"
    }
}

/// Writes the summary of a list in one language.
struct SummaryWriter {
    let document: PriceListDocument
    let language: Language
    let examples: Int
    let causes: [RegionSlug: String]

    private var list: PriceList { document.list }
    private var model: PriceModel { list.header.model }

    var lines: [String] {
        var lines = heading
        for notice in document.notices(in: language) { lines.append("! \(notice.heading): \(notice.sentence)") }
        lines += ["", language.pick("Innehåll", "Contents")] + contents
        if model.purpose == .reference { lines += ["", language.pick("DRG-priser", "DRG prices")] + prices }
        if !list.completeness.isEmpty { lines += ["", language.pick("Per region", "By region")] + regions }
        if !list.missing.isEmpty { lines += ["", language.pick("Saknas", "Missing")] + missing }
        return lines
    }

    private var heading: [String] {
        let points = model.pointPrices.map { "\($0.id) \(SwedishFormat.shortKronor($0.amount)) kr" }
        return [
            language.pick("Prislista \(model.year)", "Price list \(model.year)")
                + language.pick(", gäller ", ", valid ") + "\(model.validFrom) – \(model.validTo)",
            language.pick("Poängpris: ", "Point price: ") + points.joined(separator: ", "),
        ]
    }

    private var contents: [String] {
        var table = TextTable([.left, .right, .left])
        let indexed = list.careServices.count { $0.basis != .delivered }
        let raised =
            SwedishFormat.count(indexed)
            + language.pick(
                indexed.word(" uppräknad", " uppräknade"), " raised by the index")
        let exceptions = list.applicability.reduce(0) { $0 + $1.exceptions.count + $1.decidedExceptions.count }
        let rows: [(String, Int, String)] = [
            (language.pick("DRG-priser", "DRG prices"), list.drg.count, ""),
            (
                language.pick("Sjukhus och vårdformer med DRG", "Hospitals and kinds of care with DRG"),
                list.applicability.count,
                SwedishFormat.count(exceptions)
                    + language.pick(" undantag", exceptions.word(" exception", " exceptions"))
            ),
            (language.pick("Fasta DRG-priser", "Fixed DRG prices"), list.drgFixedPrices.count, ""),
            (language.pick("Vårdtjänster", "Care services"), list.careServices.count, indexed > 0 ? raised : ""),
            (language.pick("Tilläggsdebiteringar", "Surcharges"), list.surcharges.count, ""),
            (language.pick("Saknas", "Missing"), list.missing.count, ""),
        ]
        for (name, count, remark) in rows { table.add([name, SwedishFormat.count(count), remark]) }
        return table.lines
    }

    private var prices: [String] {
        var table = TextTable([.left, .left, .right, .right, .right, .right])
        table.add([
            "DRG", "Text", language.pick("Vikt", "Weight"), language.pick("Pris kr", "Price kr"),
            language.pick("Kostnadsgräns", "Cost limit"), language.pick("Dagar", "Days"),
        ])
        for line in list.drg {
            table.add([
                line.group.drg, line.group.text, language.pick(SwedishFormat.decimal(line.weight), line.weight.text),
                SwedishFormat.shortKronor(line.amount), line.group.costLimit.map(SwedishFormat.shortKronor) ?? "–",
                line.group.daysLimit.map { String($0) } ?? "–",
            ])
        }
        return table.lines
    }

    private var regions: [String] {
        let directory = Directory(document.regions)
        var table = TextTable([.left, .left, .right, .right, .right, .right])
        table.add([
            "Region", language.pick("Underlag", "Delivery"), language.pick("Sjukhus", "Hospitals"),
            language.pick("Vårdtjänster", "Services"), language.pick("Förra årets rader", "Last year's lines"),
            language.pick("Saknas", "Missing"),
        ])
        for region in list.completeness {
            let state = region.state.word(in: language)
            let older = language.pick(" (äldre används)", " (older used)")
            let answered = region.linesAgain + region.linesNotApplicable
            table.add([
                directory.regionName(region.region), region.usesLastGood ? state + older : state,
                share(region.hospitalsAnswered, of: region.hospitalsOwed),
                SwedishFormat.count(region.linesPriced), share(answered, of: region.linesOwed),
                SwedishFormat.count(list.missing.count { $0.region == region.region }),
            ])
        }
        return table.lines
    }

    private var missing: [String] {
        PriceListDocument.missingLines(
            list.missing, regions: document.regions, codes: document.codes, in: language, examples: examples,
            causes: causes)
    }

    private func share(_ part: Int, of whole: Int) -> String {
        SwedishFormat.count(part) + language.pick(" av ", " of ") + SwedishFormat.count(whole)
    }
}
