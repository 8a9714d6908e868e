import Federation
import Pricing

extension MinutesPage {
    /// How long a chapter of prices may be in each form. WeasyPrint takes some 11 ms and 0.3 MB for each line of a table,
    /// and some 1.5 ms and 20 KB for a compact line: for a list at its limit some two and a half minutes and 2.3 GB.
    struct Limits {
        /// Care services stand in tables up to this many.
        var careServiceTables = 4_000
        /// DRG prices, fixed prices and surcharges stand in tables up to this many each; a year has some 1 900 groups.
        var otherTables = 2_500
        /// What is no table stands as compact lines where the whole list has up to this many lines; beyond, the chapter
        /// says where the lines are.
        var list = 100_000
    }

    func writeDRG(to html: inout HTMLWriter) {
        write(list.drg.count, "DRG-priser", limits.otherTables, page.writeDRG, writeDRGLines, to: &html)
    }

    func writeFixedPrices(to html: inout HTMLWriter) {
        write(
            list.drgFixedPrices.count, "fasta DRG-priser", limits.otherTables, page.writeFixedPrices,
            writeFixedPriceLines, to: &html)
    }

    func writeCareServices(to html: inout HTMLWriter) {
        write(
            list.careServices.count, "vårdtjänster", limits.careServiceTables, page.writeCareServices,
            writeCareServiceLines, page.writeCareServiceCounts, to: &html)
    }

    func writeSurcharges(to html: inout HTMLWriter) {
        write(
            list.surcharges.count, "tilläggsdebiteringar", limits.otherTables, page.writeSurcharges,
            writeSurchargeLines, to: &html)
    }

    /// Writes a chapter in the form that its length allows.
    private func write(
        _ count: Int, _ name: String, _ tableLimit: Int, _ tables: (inout HTMLWriter) -> Void,
        _ lines: (inout HTMLWriter) -> Void, _ counts: (inout HTMLWriter) -> Void = { _ in },
        to html: inout HTMLWriter
    ) {
        if count <= tableLimit { return tables(&html) }
        if list.rowCount <= limits.list { return lines(&html) }
        html.wrap("<p>Listan har ", SwedishFormat.count(count), " ")
        html.wrap("", name, ", för många för att tryckas här. De står i de filer som listas sist, var och en med ")
        html.markup("sitt fingeravtryck.</p>\n")
        counts(&html)
    }

    private func writeDRGLines(to html: inout HTMLWriter) {
        let hasSeveral = page.model.pointPrices.count > 1
        html.wrap("<p>", PriceListPage.drgCaption, ".</p>\n")
        let columns: [CompactLines.Column] = [
            .text("DRG", 4), .text("Benämning"), .text("MDC", 3), .text("Vårdform", 11), .number("Vikt", 8),
            .number("Pris, kr", 16), .number("Kostnadsgräns, kr", 17), .number("Vårdtidsgräns, dagar", 20),
            .text("Rad-id", 20),
        ]
        let pointPrice = CompactLines.Column.text("Poängpris", 16)
        CompactLines(hasSeveral ? columns + [pointPrice] : columns).write(list.drg, to: &html) { line in
            let cells = [
                line.group.drg, line.group.text, line.group.mdc, page.words.typeOfCare(line.group.typeOfCare),
                SwedishFormat.decimal(line.weight), SwedishFormat.kronor(line.amount),
                line.group.costLimit.map(SwedishFormat.shortKronor) ?? "",
                line.group.daysLimit.map(SwedishFormat.count) ?? "", line.id.description,
            ]
            return hasSeveral ? cells + [line.pointPrice] : cells
        }
    }

    private func writeFixedPriceLines(to html: inout HTMLWriter) {
        html.wrap("<p>", PriceListPage.fixedPriceNote, "</p>\n")
        let form = CompactLines([
            .text("DRG", 4), .text("Skäl"), .text("Vårdform", 11), .number("Pris, kr", 16), .text("Rad-id", 20),
        ])
        writeByRegion(list.drgFixedPrices, form, to: &html, region: \.region) { line in
            page.directory.hospitalName(line.provider, in: line.region)
        } cells: { line in
            [
                line.drg, line.reason, page.words.typeOfCare(line.typeOfCare), SwedishFormat.kronor(line.amount),
                line.id.description,
            ]
        }
    }

    private func writeCareServiceLines(to html: inout HTMLWriter) {
        let form = CompactLines([
            .text("Kod", widest(list.careServices.map(\.service.code))), .text("Vårdtjänst"), .text("Per", 23),
            .text("Vårdform", 11), .text("Vårdnivå", 16),
            .text("MVO", 3), .number("Pris, kr", 14), .text("Grund", 14), .text("Rad-id", 19),
        ])
        writeByRegion(list.careServices, form, to: &html, region: \.region) { line in
            page.directory.place(line.service.provider, line.service.unit, in: line.region)
        } cells: { line in
            let service = line.service
            return [
                service.code, service.text, page.words.measure(service.measure),
                page.words.typeOfCare(service.typeOfCare), page.words.careLevel(service.careLevel),
                service.medicalFieldCode?.description ?? "", SwedishFormat.kronor(line.amount), line.basis.swedish,
                line.id.description,
            ]
        }
    }

    private func writeSurchargeLines(to html: inout HTMLWriter) {
        html.wrap("<p>", PriceListPage.surchargeNote, "</p>\n")
        let form = CompactLines([
            .text("Kod", widest(list.surcharges.map(\.surcharge.code))), .text("Benämning"), .text("Per", 23),
            .number("Pris, kr", 16), .text("Rad-id", 20),
        ])
        writeByRegion(list.surcharges, form, to: &html, region: \.region) { line in
            page.directory.place(line.surcharge.provider, line.surcharge.unit, in: line.region)
        } cells: { line in
            let surcharge = line.surcharge
            return [
                surcharge.code, surcharge.text, page.words.measure(surcharge.measure),
                SwedishFormat.kronor(line.amount), line.id.description,
            ]
        }
    }

    /// How wide a column of codes must be, so that none is cut; the contract gives a code 20 characters.
    private func widest(_ codes: [String]) -> Int { min(max(3, codes.map(\.count).max() ?? 0), 20) }

    /// The lines of each region under its name, and in a region under the place that they are for.
    private func writeByRegion<Line>(
        _ lines: [Line], _ form: CompactLines, to html: inout HTMLWriter, region: (Line) -> RegionSlug,
        heading: (Line) -> String, cells: (Line) -> [String]
    ) {
        for (slug, run) in lines.runs(by: region) {
            page.writeRegionHeading(slug, run.count, to: &html)
            form.write(run, to: &html, heading: heading, cells: cells)
        }
    }
}
