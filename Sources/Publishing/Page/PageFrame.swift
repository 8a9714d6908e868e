import Federation
import Pricing

/// Exactly what the template sees.
struct PageFrame {
    /// A name with its value.
    struct Fact {
        let name: String
        let value: String
    }

    /// A way to a part of the page.
    struct Link {
        let id: String
        let name: String
        let count: String
        let isGrave: Bool
    }

    let title: String
    let publisher: String
    let heading: String
    let validity: String
    /// What stands in the margin of each printed page.
    let margin: String
    let stamp: String
    let isDraft: Bool
    let notices: [Notice]
    let facts: [Fact]
    let links: [Link]
    let hasRegions: Bool
    let regions: [Fact]
    let sources: [Fact]
    /// How many care services the page shows at most.
    let limit: String
    let style: String
    let script: String
    let body: String
}

extension PriceListPage {
    func frame(_ sections: [PageSection], body: String) -> PageFrame {
        let isReference = model.purpose == .reference
        let name = isReference ? "Referenspriser \(model.year)" : "Sjukvårdsregional prislista \(model.year)"
        let isDraft = document.standing == .draft && !isReference
        return PageFrame(
            title: isDraft ? "\(name) – utkast" : name,
            publisher: document.publisher,
            heading: name,
            validity: "Gäller \(model.validFrom) – \(model.validTo)",
            margin: isDraft ? "\(name) – utkast, ej fastställd" : name,
            stamp: stamp,
            isDraft: isDraft,
            notices: document.notices(in: .swedish),
            facts: facts,
            links: sections.map { section in
                PageFrame.Link(
                    id: section.id.description, name: section.heading, count: SwedishFormat.count(section.count),
                    isGrave: section.id.description == "saknas" && section.count > 0)
            },
            hasRegions: !document.owingRegions.isEmpty,
            regions: document.owingRegions.map { PageFrame.Fact(name: $0.name, value: $0.slug.text) },
            sources: sources,
            limit: SwedishFormat.count(PriceListPage.careServiceLimit),
            style: PageStyle.text,
            script: PageScript.text,
            body: body)
    }

    private var stamp: String {
        switch document.standing {
        case .draft: model.purpose == .reference ? "Referens" : "Utkast – ej fastställd"
        case .adopted(let edition, let decision):
            "Fastställd \(decision.day), \(decision.reference) · utgåva \(edition)"
        }
    }

    /// The rules of the year, in words.
    private var facts: [PageFrame.Fact] {
        var facts = model.pointPrices.map { point in
            PageFrame.Fact(
                name: model.pointPrices.count > 1 ? "Poängpris \(point.id)" : "Poängpris",
                value: "\(SwedishFormat.shortKronor(point.amount)) kr, "
                    + words.typesOfCare(point.typesOfCare, in: .swedish))
        }
        if let index = model.indexation {
            facts.append(
                PageFrame.Fact(
                    name: "Uppräkning",
                    value: "\(index.name) \(SwedishFormat.decimal(index.percent)) % (\(index.source))"))
        }
        facts.append(PageFrame.Fact(name: "Avrundning", value: model.rounding.words))
        if let outliers = model.outliers { facts.append(PageFrame.Fact(name: "Ytterfall", value: outliers.words)) }
        if let previous = list.header.previous {
            facts.append(
                PageFrame.Fact(
                    name: "Föregående lista",
                    value: "\(previous.year), utgåva \(previous.number), \(previous.decision.reference) "
                        + "\(previous.decision.day)"))
        }
        facts.append(PageFrame.Fact(name: "Prislistekod", value: model.priceListCode))
        return facts
    }

    /// What the list was made from, so that anyone can find it again.
    private var sources: [PageFrame.Fact] {
        let submissions = list.header.submissions.map { used in
            PageFrame.Fact(
                name: directory.regionName(used.region) + (used.isLastGood ? " (äldre underlag)" : ""),
                value: used.version.hex)
        }
        let weights = model.weightLists.map { PageFrame.Fact(name: "Viktlista \($0.file)", value: $0.sha256.hex) }
        return [PageFrame.Fact(name: "Prismodell \(model.year)", value: list.header.modelFingerprint.hex)]
            + weights + submissions
    }
}

extension Rounding {
    /// The rule in Swedish words.
    fileprivate var words: String {
        let unit = unit == .krona ? "hela kronor" : "hela ören"
        return unit + (mode == .halfAwayFromZero ? ", halva från noll" : ", halva till jämnt tal")
    }
}

extension OutlierRule {
    /// The rule in Swedish words.
    fileprivate var words: String {
        switch self {
        case .careServices: "över en gräns betalas hela vårdtillfället med vårdtjänster i stället för DRG"
        case .perDay(let amount): "DRG-priset och \(SwedishFormat.shortKronor(amount)) kr per dag över vårdtidsgränsen"
        }
    }
}
