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
        let name = document.name
        let isDraft = document.standing == .draft && model.purpose != .reference
        return PageFrame(
            title: isDraft ? "\(name) – utkast" : name,
            publisher: document.publisher,
            heading: name,
            validity: "Gäller \(document.validity)",
            margin: isDraft ? "\(name) – utkast, ej fastställd" : name,
            stamp: document.stamp,
            isDraft: isDraft,
            notices: document.notices(in: .swedish),
            facts: document.rules(in: words).map { PageFrame.Fact(name: $0.name, value: $0.value) },
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

    private var sources: [PageFrame.Fact] {
        document.sources.map { PageFrame.Fact(name: $0.name, value: $0.fingerprint.hex) }
    }
}
