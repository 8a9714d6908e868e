package import Federation

extension ActRefusal {
    /// What is wrong and what to do, in a sentence or two.
    package func text(_ language: Language) -> String {
        switch self {
        case .unknownPerson(let id):
            language.pick(
                "\(id) finns inte bland personerna. Lägg till i SAMVERKAN_PERSONS eller välj en annan med --by.",
                "\(id) is not among the persons. Add to SAMVERKAN_PERSONS or choose another with --by.")
        case .wrongStage(let kind, let stage, let needed): stageText(kind, stage, needed, language)
        case .clockBehind(let now, let last):
            language.pick(
                "Klockan visar \(now), men listans senaste åtgärd gjordes \(last). Rätta klockan eller --now.",
                "The clock shows \(now), but the last act on the list was at \(last). Set the clock or --now right.")
        case .otherYear(let year, let wanted):
            language.pick(
                "Åtgärden gäller \(year), loggen gäller \(wanted). Loggen är skadad.",
                "The act is of \(year), the log of \(wanted). The log is damaged.")
        case .reason(let kind, let longest):
            language.pick(
                "Den som vill \(kind.word(in: language)) anger ett skäl med --reason, högst \(longest) byte.",
                "Whoever wants to \(kind.word(in: language)) gives a reason with --reason, \(longest) bytes at most.")
        case .draftOutdated(let seen, let now): Self.draftOutdated(seen, now, language)
        case .referenceModel, .importedYear, .errors, .unacknowledgedWarnings, .unacknowledgedMissing,
            .nothingChanged, .changesWithoutCorrection:
            proposingText(language)
        case .sameProposer, .decisionText, .sameDecision, .decisionDay, .validFrom, .newerDeliveries:
            adoptingText(language)
        case .pdfMissing, .notTheLastEdition, .notTheAdoptedList: publishingText(language)
        }
    }

    private func stageText(_ kind: ActKind, _ stage: ListStage, _ needed: ListStage, _ language: Language) -> String {
        let orAdopted = kind == .giveBack ? language.pick(" eller fastställd", " or adopted") : ""
        let (act, now, then) = (kind.word(in: language), stage.word(in: language), needed.word(in: language))
        return language.pick(
            "Det går inte att \(act): listan är \(now), den måste vara \(then)\(orAdopted).",
            "Cannot \(act): the list is \(now), it must be \(then)\(orAdopted).")
    }

    private func proposingText(_ language: Language) -> String {
        switch self {
        case .referenceModel(let year):
            language.pick(
                "Modellen för \(year) är en referens: en tabell att jämföra med, som inte kan föreslås.",
                "The model of \(year) is a reference: a table to compare with, which cannot be proposed.")
        case .importedYear(let year):
            language.pick(
                "Listan för \(year) är redan fastställd på annat håll och inläst. Den kan inte föreslås på nytt.",
                "The list of \(year) was adopted elsewhere and taken in. It cannot be proposed again.")
        case .errors(let count):
            language.pick(
                "Listan har \(count) fel. Rätta \(count.word("det", "dem")) först: samverkan build visar vad som är fel.",
                "The list has \(count) \(count.word("error. Mend it", "errors. Mend them")) first: samverkan build shows what is wrong."
            )
        case .unacknowledgedWarnings(let count):
            language.pick(
                "\(count) \(count.word("varning är inte kvitterad. Kvittera den", "varningar är inte kvitterade. Kvittera dem")) med samverkan acknowledge, med skäl.",
                "\(count) \(count.word("warning is not acknowledged. Acknowledge it", "warnings are not acknowledged. Acknowledge them")) with samverkan acknowledge, with reasons."
            )
        case .unacknowledgedMissing(let count):
            language.pick(
                "\(count) \(count.word("saknad post är inte kvitterad. Skaffa in den, eller kvittera den", "saknade poster är inte kvitterade. Skaffa in dem, eller kvittera dem")) med samverkan acknowledge.",
                "\(count) \(count.word("missing item is not acknowledged. Get it, or acknowledge it", "missing items are not acknowledged. Get them, or acknowledge them")) with samverkan acknowledge."
            )
        case .nothingChanged(let edition):
            language.pick(
                "Rättelsen skiljer sig inte från utgåva \(edition). Rätta underlaget först.",
                "The correction does not differ from edition \(edition). Mend what it is made from first.")
        default:
            language.pick(
                "Bara en rättelse har ändrade rader. Detta är listans första utgåva.",
                "Only a correction has changed lines. This is the list's first edition.")
        }
    }

    private static func draftOutdated(_ seen: Fingerprint, _ now: Fingerprint, _ language: Language) -> String {
        language.pick(
            "Listan är inte längre utkastet \(seen.short) som byggdes och granskades; nu skulle den bli \(now.short). "
                + "Bygg den igen med samverkan build och granska den. Byggdes den med --use-last-good, föreslå den så.",
            "The list is no longer the draft \(seen.short) that was built and looked at; now it would be \(now.short). "
                + "Build it again by samverkan build and look at it. Where it was built with --use-last-good, propose "
                + "it so.")
    }

    private func adoptingText(_ language: Language) -> String {
        switch self {
        case .sameProposer(let id):
            language.pick(
                "\(id) lade förslaget och kan inte fastställa det. Låt en annan person göra det.",
                "\(id) made the proposal and cannot adopt it. Let another person do so.")
        case .decisionText(let field, let longest):
            language.pick(
                "Beslutets \(field == .number ? "diarienummer" : "paragraf") saknas eller går inte: en rad, högst \(longest) byte.",
                "The decision's \(field.rawValue) is absent or does not do: one line, \(longest) bytes at most.")
        case .sameDecision(let reference):
            language.pick(
                "\(reference) fastställde en tidigare utgåva. En rättelse behöver ett eget beslut.",
                "\(reference) adopted an earlier edition. A correction needs a decision of its own.")
        case .decisionDay(let day, let earliest, let latest):
            language.pick(
                "Beslutets dag \(day) går inte: förslaget lades \(earliest) och i dag är \(latest).",
                "The decision's day \(day) does not do: the proposal was made on \(earliest) and today is \(latest).")
        case .validFrom(let day, let first, let last):
            language.pick(
                "Listan kan inte gälla från \(day): modellen gäller \(first)–\(last).",
                "The list cannot hold from \(day): the model holds \(first) to \(last).")
        case .newerDeliveries(let regions):
            language.pick(
                "Nyare leverans från \(regions.map(\.text).joined(separator: ", ")) är inte med. Återlämna förslaget, eller fastställ ändå med --despite-newer.",
                "A newer delivery from \(regions.map(\.text).joined(separator: ", ")) is not in it. Return the proposal, or adopt with --despite-newer."
            )
        default: code
        }
    }

    private func publishingText(_ language: Language) -> String {
        switch self {
        case .pdfMissing:
            language.pick(
                "PDF:en kan inte göras här. Installera WeasyPrint, eller publicera med --without pdf; manifestet säger då det.",
                "The PDF cannot be made here. Install WeasyPrint, or publish with --without pdf; the manifest then says so."
            )
        case .notTheLastEdition(let edition):
            language.pick(
                "Bara den senaste utgåvan rättas. Det är utgåva \(edition).",
                "Only the latest edition is corrected. That is edition \(edition).")
        case .notTheAdoptedList(let adopted, let given):
            language.pick(
                "Listan som skulle publiceras (\(given.short)) är inte den fastställda (\(adopted.short)). Inget har publicerats.",
                "The list to publish (\(given.short)) is not the adopted one (\(adopted.short)). Nothing was published."
            )
        default: code
        }
    }
}
