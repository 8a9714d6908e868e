import Adoption
import Federation
import Pipeline
import Pricing
import Publishing

/// What a person should see of a list before it is proposed, as lines.
struct ReviewLines {
    let review: ListReview
    let gateway: Gateway
    let language: Language
    /// How many findings of each code are shown.
    let examples: Int

    /// The proof that nothing is lost; the findings that stand open, gravest first, what is acknowledged and what no
    /// longer is; and what stands in the way of a proposal.
    var lines: [String] {
        let proof = review.proof.lines(regions: gateway.premises.regions.map(\.region), in: language)
        let findings = openLines + acknowledgedLines + lapsedLines
        let heading = language.pick("Anmärkningar på listan", "Findings on the list") + totals
        return [""] + proof + (findings.isEmpty ? [] : ["", heading] + findings) + next
    }

    /// What a person has to do before the list can be proposed; nothing for a table of others.
    private var next: [String] {
        guard review.built.list.header.model.purpose == .regional else { return [] }
        let year = review.built.record.year
        let errors = review.blocking.count { gateway.premises.catalogue[$0.finding.code].severity == .error }
        let warnings = review.blocking.count - errors
        if review.blocking.isEmpty {
            return [
                "", language.pick("Inget hindrar att listan föreslås.", "Nothing keeps the list from being proposed."),
            ]
        }
        return [
            "",
            language.pick(
                "Listan kan inte föreslås än: \(SwedishFormat.count(errors)) fel att rätta, "
                    + "\(SwedishFormat.count(warnings)) \(warnings.word("varning", "varningar")) att rätta eller kvittera, "
                    + "en och en med id, eller alla av ett "
                    + "slag med koden:",
                "The list cannot be proposed yet: \(errors) \(errors.word("error", "errors")) to mend, "
                    + "\(warnings) \(warnings.word("warning", "warnings")) to mend or acknowledge, one by one by id, or all of a "
                    + "kind by the code:"),
            "  samverkan acknowledge ID|KOD … --year \(year) --by PERSON --reason \"…\"",
        ]
    }

    /// How many stand open of each severity: `: 0 fel, 163 varningar, 12 upplysningar`.
    private var totals: String {
        let found = Dictionary(grouping: review.report.open) { gateway.premises.catalogue[$0.finding.code].severity }
        let count = { (severity: Severity, one: String, many: String) in
            let count = found[severity]?.count ?? 0
            return "\(SwedishFormat.count(count)) \(count.word(one, many))"
        }
        let counts = language.pick(
            [
                count(.error, "fel", "fel"), count(.warning, "varning", "varningar"),
                count(.info, "upplysning", "upplysningar"),
            ],
            [count(.error, "error", "errors"), count(.warning, "warning", "warnings"), count(.info, "info", "infos")])
        return ": " + counts.joined(separator: ", ")
    }

    private var openLines: [String] {
        let severity = { (code: String) in gateway.premises.catalogue[code].severity }
        let groups = Dictionary(grouping: review.report.open, by: \.finding.code)
        let codes = groups.keys.sorted { left, right in
            severity(left) == severity(right) ? left.precedes(right) : severity(left) > severity(right)
        }
        return codes.flatMap { lines(of: $0, groups[$0] ?? []) }
    }

    /// The findings of one code: the first ones each by itself, what to do about them once, and how many more there are.
    private func lines(of code: String, _ findings: [TiedFinding]) -> [String] {
        let word = FindingText(gateway.premises.catalogue, in: language)
            .word(for: gateway.premises.catalogue[code].severity)
        let count = SwedishFormat.count(findings.count)
        var lines = ["", "\(word)  \(code) (\(count))"]
        var advice: [String] = []
        for tied in findings.prefix(examples) {
            let words = gateway.words(of: tied.finding, in: language)
            let line = tied.finding.line.map { " · " + language.pick("rad ", "line ") + "\($0)" } ?? ""
            lines += ["  \(tied.id)\(line)", "     " + words.wrong]
            if !advice.contains(words.whatToDo) { advice.append(words.whatToDo) }
        }
        let rest = findings.count - min(examples, findings.count)
        if rest > 0, examples > 0 {
            lines.append(language.pick("  … och \(SwedishFormat.count(rest)) till", "  … and \(rest) more"))
        }
        return lines + advice.filter { !$0.isEmpty }.map { "  → " + $0 }
    }

    private var acknowledgedLines: [String] {
        let count = review.report.acknowledged.count
        guard count > 0 else { return [] }
        return [
            "",
            language.pick(
                "Kvitterade anmärkningar: \(SwedishFormat.count(count))", "Acknowledged findings: \(count)"),
        ]
    }

    private var lapsedLines: [String] {
        review.report.lapsed.prefix(examples).map { lapsed in
            let causes = lapsed.causes.map { $0.word(in: language) }.joined(separator: ", ")
            let tie = lapsed.acknowledgement.tie
            let subject = ListFinding.Subject.words(forKey: tie.subject, in: language)
            return language.pick(
                "Kvitteringen av \(tie.code) (\(subject)) gäller inte längre: \(causes)",
                "The acknowledgement of \(tie.code) (\(subject)) no longer holds: \(causes)")
        }
    }
}
