import Federation
import Pricing

/// The rows of each section's sheet; their cells stand in the order of `WorkbookSection`'s columns.
extension PriceListWorkbook {
    func drgCells(_ line: DRGLine) -> [WorkbookCell] {
        let group = line.group
        return [
            .text(group.drg), .text(group.text), .text(group.mdc), .text(words.typeOfCare(group.typeOfCare)),
            .weight(line.weight), .text(line.pointPrice), .amount(line.amount), WorkbookCell(group.costLimit),
            group.daysLimit.map { .count($0) } ?? .empty, .text(line.weightList), .count(group.line),
            .text(line.productCategory.rawValue), .text(codes.priceList), WorkbookCell(codes.typeOfAgreement),
            .text(line.id.description),
        ]
    }

    func applicabilityCells(_ place: Applicability) -> [WorkbookCell] {
        let declared = place.exceptions.map { exception in
            directory.unitName(exception.unit, at: exception.provider, in: place.region) + ": " + exception.reason
        }
        let decided = place.decidedExceptions.map(\.exception).map { exception in
            let unit = exception.unit.map { directory.unitName($0, at: place.provider, in: place.region) }
            return (unit ?? "Hela sjukhuset") + ": " + exception.reason + " (beslut i prismodellen)"
        }
        return [
            .text(directory.regionName(place.region)), .text(directory.hospitalName(place.provider, in: place.region)),
            .text(words.typeOfCare(place.typeOfCare)), .text(place.pointPrice),
            .text((declared + decided).joined(separator: "; ").shortenedToCell),
        ]
    }

    func fixedPriceCells(_ line: DRGFixedPriceLine) -> [WorkbookCell] {
        [
            .text(directory.regionName(line.region)), .text(directory.hospitalName(line.provider, in: line.region)),
            .text(line.drg), .text(words.typeOfCare(line.typeOfCare)), .amount(line.amount), .text(line.reason),
        ] + contractCells(line.productCategory, line.provider, line.region, line.id)
    }

    func careServiceCells(_ line: CareServiceLine) -> [WorkbookCell] {
        let service = line.service
        return placeCells(line.region, service.provider, service.unit) + [
            .text(service.code), .text(service.text), .text(words.measure(service.measure)),
            .text(words.typeOfCare(service.typeOfCare)), .text(words.careLevel(service.careLevel)),
            WorkbookCell(service.medicalFieldCode?.description), .amount(line.amount), .text(line.basis.swedish),
            WorkbookCell(line.basis.previousAmount),
        ] + contractCells(service.productCategory, service.provider, line.region, line.id)
    }

    func surchargeCells(_ line: SurchargeLine) -> [WorkbookCell] {
        let surcharge = line.surcharge
        return placeCells(line.region, surcharge.provider, surcharge.unit) + [
            .text(surcharge.code), .text(surcharge.text), .text(words.measure(surcharge.measure)),
            .amount(line.amount),
        ] + contractCells(line.productCategory, surcharge.provider, line.region, line.id)
    }

    func missingCells(_ item: MissingItem) -> [WorkbookCell] {
        [.text(item.reason.heading(in: .swedish))] + placeCells(item.region, item.provider, item.unit) + [
            WorkbookCell(item.code), WorkbookCell(item.text), WorkbookCell(item.typeOfCare.map(words.typeOfCare)),
            WorkbookCell(item.careLevel.map(words.careLevel)), WorkbookCell(item.lastAmount),
            WorkbookCell(item.version?.hex), WorkbookCell(item.weightList),
            item.weightListLine.map { .count($0) } ?? .empty, WorkbookCell(item.line?.description),
        ]
    }

    func completenessCells(_ region: RegionCompleteness) -> [WorkbookCell] {
        let missing = document.list.missing.count { $0.region == region.region }
        return [
            .text(directory.regionName(region.region)), .text(region.state.word(in: .swedish)),
            .text(region.usesLastGood ? "ja" : "nej"), .count(region.hospitalsOwed), .count(region.hospitalsAnswered),
            .count(region.linesOwed), .count(region.linesAgain), .count(region.linesNotApplicable),
            .count(region.linesGone), .count(region.linesPriced), .count(region.linesWithoutPrice), .count(missing),
            WorkbookCell(region.state.version?.hex),
        ]
    }

    private func placeCells(_ region: RegionSlug?, _ provider: String?, _ unit: String?) -> [WorkbookCell] {
        guard let region else { return [.empty, .empty, .empty] }
        let hospital = provider.map { directory.hospitalName($0, in: region) }
        let place = provider.flatMap { provider in unit.map { directory.unitName($0, at: provider, in: region) } }
        return [.text(directory.regionName(region)), WorkbookCell(hospital), WorkbookCell(place)]
    }

    /// The codes of the invoicing contract, and the line's id.
    private func contractCells(
        _ category: ProductCategory, _ provider: String, _ region: RegionSlug, _ id: LineID
    ) -> [WorkbookCell] {
        let supplier = codes.supplier(provider, in: region)
        return [
            .text(category.rawValue), .text(codes.priceList), WorkbookCell(codes.typeOfAgreement),
            WorkbookCell(supplier.organisationNumber), WorkbookCell(supplier.countyCode), WorkbookCell(supplier.hsaID),
            .text(id.description),
        ]
    }
}

extension String {
    /// The text as far as a cell holds it: 32 767 characters as UTF-16 counts them.
    fileprivate var shortenedToCell: String {
        utf16.count <= 32_000 ? self : String(prefix(15_000)) + " … (fler i JSON- och XML-filen)"
    }
}
