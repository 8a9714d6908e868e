package import Federation

extension VerificationOutcome {
    /// What was found, in a sentence or two.
    package func text(_ language: Language) -> String {
        switch self {
        case .whole(let manifest, let files, let keys):
            language.pick(
                "\(manifest): \(files) \(files.word("fil är hel, undertecknad", "filer är hela, undertecknade")) med nyckel \(keys.joined(separator: " och ")).",
                "\(manifest): \(files) \(files.word("file is", "files are")) whole, signed by key \(keys.joined(separator: " and "))."
            )
        case .proved(let manifest, let key):
            language.pick(
                "\(manifest): nyckeln \(key) visar undertecknaren.", "\(manifest): key \(key) proves the signer.")
        case .notProved(let manifest, let key):
            language.pick(
                "\(manifest): den angivna nyckeln \(key) har inte undertecknat och inget leder från den hit.",
                "\(manifest): the key given, \(key), did not sign it, and nothing leads from that key to it.")
        case .notProvedSinceGivenUp, .keyGivenUp, .givenUpKeySigned: givenUpText(language)
        case .withoutPDF(let manifest):
            language.pick(
                "\(manifest): publicerad utan PDF, som manifestet säger.", "\(manifest): published without PDF.")
        case .chainBeginsEarlier(let manifest, let position):
            language.pick(
                "\(manifest) är nummer \(position) i kedjan; de tidigare är inte bland filerna och är inte prövade.",
                "\(manifest) is number \(position) in the chain; those before it are not among the files.")
        case .notSigned, .sumsUnreadable, .sumWrong, .sumOfNothing, .sumAbsent: sumsText(language)
        case .missing, .gap: missingText(language)
        case .fork, .chainBroken, .keyChangedAlone, .outOfTurn: chainText(language)
        default: fileText(language)
        }
    }

    private func givenUpText(_ language: Language) -> String {
        switch self {
        case .keyGivenUp(let manifest, let old, let new):
            language.pick(
                "\(manifest): nyckeln \(old.key.id) gavs upp utan sin underskrift, enligt \(old.words(.swedish)). Skäl: "
                    + "\(old.decision.reason). Härifrån undertecknar \(new.joined(separator: " och ")).",
                "\(manifest): key \(old.key.id) was given up without its signature, by \(old.words(.english)). Reason: "
                    + "\(old.decision.reason). From here on \(new.joined(separator: " and ")) signs.")
        case .notProvedSinceGivenUp(let manifest, let key, let old):
            language.pick(
                "\(manifest): nyckeln \(old.key.id) byttes utan sin underskrift, enligt \(old.words(.swedish)), och den "
                    + "angivna nyckeln \(key) leder inte hit. Hämta den nya öppna nyckeln från samverkansnämnden.",
                "\(manifest): key \(old.key.id) was changed without its signature, by \(old.words(.english)), and the key "
                    + "given, \(key), does not lead here. Get the new public key from the committee.")
        case .givenUpKeySigned(let manifest, let old):
            language.pick(
                "\(manifest): undertecknat med nyckeln \(old.key.id), som gavs upp dessförinnan enligt "
                    + "\(old.words(.swedish)). Lita inte på det.",
                "\(manifest): signed by key \(old.key.id), which had been given up before by \(old.words(.english)). "
                    + "Do not trust it.")
        default: ""
        }
    }

    private func fileText(_ language: Language) -> String {
        switch self {
        case .noManifest:
            language.pick(
                "Ingen av filerna är ett manifest (*\(EditionFileNames.manifestEnding)). Ta med det.",
                "None of the files is a manifest (*\(EditionFileNames.manifestEnding)). Include it.")
        case .unreadable(let file):
            language.pick("\(file) finns inte eller kan inte läsas.", "\(file) is absent or cannot be read.")
        case .nameTwice(let file):
            language.pick(
                "Två av filerna heter \(file) men är olika. Lämna bara den ena.",
                "Two of the files are named \(file) but differ. Give only one.")
        case .notReadable(let file, let fault): "\(file): \(fault.text(language))."
        case .misnamed(let file, let expected):
            language.pick("\(file) ska heta \(expected).", "\(file) must be named \(expected).")
        case .signaturesMissing(let file):
            language.pick(
                "Underskrifterna \(file) är inte bland filerna. Ta med dem.",
                "The signatures \(file) are not among the files. Include them.")
        case .signatureWrong(let manifest, let key):
            language.pick(
                "\(manifest): underskriften av nyckel \(key) stämmer inte. Manifestet eller underskriften är ändrad.",
                "\(manifest): the signature by key \(key) is wrong. The manifest or the signature was changed.")
        case .changed(let file, let length, let expected) where length != expected:
            language.pick(
                "\(file) är ändrad: \(length) byte i stället för \(expected).",
                "\(file) was changed: \(length) bytes instead of \(expected).")
        case .changed(let file, _, _):
            language.pick(
                "\(file) är ändrad: lika lång, men inte samma byte.", "\(file) was changed: as long, but other bytes.")
        case .notNamed(let file):
            language.pick(
                "\(file) nämns inte i något manifest bland filerna: den hör inte till utgåvan, eller dess manifest saknas.",
                "No manifest given names \(file): it is not of the edition, or its manifest is not given.")
        default: ""
        }
    }

    private func missingText(_ language: Language) -> String {
        switch self {
        case .missing(let file, let other):
            language.pick(
                "\(file) saknas bland filerna; \(other) nämner den. Ta med den.",
                "\(file) is not given; \(other) names it. Include it.")
        case .gap(let after, let before):
            language.pick(
                "Kedjan har en lucka mellan nummer \(after) och \(before). Ta med manifesten emellan, eller pröva utgåvorna var för sig.",
                "The chain has a gap between number \(after) and \(before). Include the manifests between, or verify the editions one by one."
            )
        default: ""
        }
    }

    private func sumsText(_ language: Language) -> String {
        let sums = EditionFileNames.sums
        return switch self {
        case .notSigned(let files):
            language.pick(
                "Inte undertecknat: \(files.joined(separator: " och ")). Säger en sådan text något annat än listans filer "
                    + "gäller filerna.",
                "Not signed: \(files.joined(separator: " and ")). Where such a text says other than the list's files, the "
                    + "files hold.")
        case .sumsUnreadable(let file):
            language.pick(
                "\(file) är ändrad: den har en rad som inte är en summa, två blanktecken och ett namn.",
                "\(file) was changed: it has a line that is not a sum, two blanks and a name.")
        case .sumWrong(let file):
            language.pick(
                "\(file) stämmer inte med sin rad i \(sums). En av dem är ändrad.",
                "\(file) does not agree with its line in \(sums). One of them was changed.")
        case .sumOfNothing(let file):
            language.pick(
                "\(sums) har en rad för \(file), som varken finns bland filerna eller nämns i något manifest.",
                "\(sums) has a line of \(file), which neither is given nor is named by a manifest.")
        case .sumAbsent(let file):
            language.pick(
                "\(sums) är ändrad: den har ingen rad för \(file).", "\(sums) was changed: it has no line of \(file).")
        default: ""
        }
    }

    private func chainText(_ language: Language) -> String {
        switch self {
        case .fork(let position, let manifests):
            language.pick(
                "Kedjan delar sig: \(manifests.joined(separator: " och ")) är båda nummer \(position).",
                "The chain forks: \(manifests.joined(separator: " and ")) are both number \(position).")
        case .chainBroken(let manifest, let previous):
            language.pick(
                "\(manifest) följer inte på \(previous): det nämner ett annat manifest som sitt föregående.",
                "\(manifest) does not follow \(previous): it names another manifest as the one before it.")
        case .keyChangedAlone(let manifest, let old, let new):
            language.pick(
                "\(manifest): nyckeln byttes från \(old) till \(new) utan underskrift av den gamla.",
                "\(manifest): the key changed from \(old) to \(new) without the old one's signature.")
        case .outOfTurn(let manifest, let previous):
            language.pick(
                "\(manifest) motsäger \(previous): dess tid, nummer eller rättelse stämmer inte med det.",
                "\(manifest) contradicts \(previous): its time, number or correction does not agree with it.")
        default: ""
        }
    }
}

extension GivenUpKey {
    /// The decision, as a sentence names it.
    fileprivate func words(_ language: Language) -> String {
        let board = decision.board
        return language.pick("beslut \(board.reference), \(board.day)", "decision \(board.reference) of \(board.day)")
    }
}
