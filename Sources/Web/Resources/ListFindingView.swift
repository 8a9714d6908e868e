import Adoption
import Federation
import Pricing
import Publishing
import Storage

/// Puts the findings on a list in the words of their page.
struct ListFindingView {
    let year: Year
    let findings: ListFindings
    let language: Language
    /// The word for a severity.
    let word: (Severity) -> String

    /// The page with those links.
    func page(links: [SiteLink]) -> ListFindingPage {
        let number = findings.edition?.edition.number
        let of = number.map { language.pick(", utgåva \($0)", ", edition \($0)") } ?? ""
        return ListFindingPage(
            title: language.pick("Anmärkningar på prislistan \(year)\(of)", "Findings on the price list \(year)\(of)"),
            lead: lead, links: links,
            groups: [
                group("open", language.pick("Öppna", "Open")),
                group("acknowledged", language.pick("Kvitterade", "Acknowledged")),
                group("lapsed", language.pick("Förfallna kvitteringar", "Lapsed acknowledgements")),
            ], in: language)
    }

    private var lead: String {
        guard let blocking = findings.blocking else {
            return language.pick(
                "Som nämnden hade dem framför sig när listan fastställdes.",
                "As the board had them before it when the list was adopted.")
        }
        if blocking == 0 {
            return language.pick(
                "Inget hindrar att listan föreslås.", "Nothing stands in the way of proposing the list.")
        }
        return language.pick(
            "\(blocking) måste åtgärdas eller kvitteras innan listan kan föreslås.",
            "\(blocking) must be mended or acknowledged before the list can be proposed.")
    }

    private func group(_ state: String, _ title: String) -> ListFindingPage.Group {
        let items = findings.items.filter { $0.state == state }
        return ListFindingPage.Group(
            title: title, entries: items.map(entry), isOpen: state == "open" && findings.blocking ?? 0 > 0)
    }

    private func entry(_ item: ListFindings.Item) -> ListFindingPage.Entry {
        var sentences: [String] = []
        if let words = item.words { sentences.append(language.pick(words.swedish, words.english)) }
        if item.acknowledged == nil, let todo = item.whatToDo {
            sentences.append(language.pick(todo.swedish, todo.english))
        }
        if let seen = item.acknowledged {
            let day = seen.at.prefix(10)
            sentences.append(
                language.pick(
                    "Kvitterad \(day) av \(seen.by): \(seen.reason)",
                    "Acknowledged \(day) by \(seen.by): \(seen.reason)"))
        }
        sentences += item.causes.map { language.pick("Förföll: ", "Lapsed: ") + $0.word(in: language) + "." }
        let subject = ListFinding.Subject.words(forKey: item.subject, in: language)
        return ListFindingPage.Entry(
            heading: "\(word(item.severity)) \(item.code) · \(subject) · \(item.id)",
            sentences: sentences.filter { !$0.isEmpty })
    }
}
