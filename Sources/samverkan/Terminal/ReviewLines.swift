import Adoption
import Federation
import Pipeline
import Publishing

/// What a person should see of a list before it is proposed, as lines.
struct ReviewLines {
    let review: ListReview
    let gateway: Gateway
    let language: Language
    /// How many findings of each code are shown.
    let examples: Int

    /// The findings that stand open, gravest first, then what is acknowledged and what no longer is.
    var lines: [String] { openLines + acknowledgedLines + lapsedLines }

    private var openLines: [String] {
        let severity = { (code: String) in gateway.premises.catalogue[code].severity }
        let groups = Dictionary(grouping: review.report.open, by: \.finding.code)
        let codes = groups.keys.sorted { left, right in
            severity(left) == severity(right) ? left.precedes(right) : severity(left) > severity(right)
        }
        return codes.flatMap { code in
            let all = groups[code] ?? []
            let rest = all.count - min(examples, all.count)
            let more = language.pick(
                "     … och \(SwedishFormat.count(rest)) till med samma kod (\(SwedishFormat.count(all.count)) i allt)",
                "     … and \(rest) more of the same code (\(all.count) in all)")
            return all.prefix(examples).flatMap(lines(of:)) + (rest > 0 ? [more] : [])
        }
    }

    private func lines(of tied: TiedFinding) -> [String] {
        let word = FindingText(gateway.premises.catalogue, in: language)
            .word(for: gateway.premises.catalogue[tied.finding.code].severity)
        let words = gateway.words(of: tied.finding, in: language)
        let head = "\(word)  \(tied.finding.code)   \(tied.id) · \(tied.finding.subject.key)"
        return [head, "     " + words.wrong, "     " + words.whatToDo].filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private var acknowledgedLines: [String] {
        let count = review.report.acknowledged.count
        guard count > 0 else { return [] }
        return [
            language.pick(
                "Kvitterade anmärkningar: \(SwedishFormat.count(count))", "Acknowledged findings: \(count)")
        ]
    }

    private var lapsedLines: [String] {
        review.report.lapsed.prefix(examples).map { lapsed in
            let causes = lapsed.causes.map(\.rawValue).joined(separator: ", ")
            let tie = lapsed.acknowledgement.tie
            return language.pick(
                "Kvitteringen av \(tie.code) (\(tie.subject)) gäller inte längre: \(causes)",
                "The acknowledgement of \(tie.code) (\(tie.subject)) no longer holds: \(causes)")
        }
    }
}
