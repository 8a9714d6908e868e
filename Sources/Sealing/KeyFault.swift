package import Federation

/// What is wrong with a key or its file (nyckelfel).
package enum KeyFault: Error, Hashable, Sendable {
    case notAPublicKey
    case notAPrivateKey
    /// There is no such file, or it cannot be read.
    case unreadable(path: String)
    /// More than a key can be.
    case tooLong(path: String, most: Int)
    /// Others than the owner may read or write it; the mode in octal digits.
    case openToOthers(path: String, mode: String)
    /// A file is there already, and a key is never overwritten.
    case exists(path: String)
    /// A private key does not lie among the data that are backed up and handed on.
    case insideDataFolder(path: String, folder: String)
    /// The system could not write it.
    case unwritable(path: String, reason: String)
    /// Text that is no list of keys.
    case notAKeyList
    /// The key is listed already.
    case listed(id: String)
    /// The clock shows a time before the key in use was made.
    case clockBehind(Instant, last: Instant)
    /// A manifest names the key in use to sign it, and it was not given.
    case keyNeeded(id: String)
    /// A manifest names this key before the one in use to sign it too, and it was not given.
    case previousKeyNeeded(id: String)
    /// The key given is none of the committee's.
    case notListed(id: String)
    /// No key was ever made.
    case noKey
    /// There is no key before that could be given up.
    case nothingToGiveUp
    /// A text of the decision to give a key up is absent, too long or not one line.
    case decisionText
    /// The day of that decision is yet to come.
    case decisionDay(Day, today: Day)

    /// What is wrong and what to do.
    package func text(_ language: Language) -> String {
        switch self {
        case .notAPublicKey:
            language.pick(
                "Det är ingen öppen nyckel. Ange en fil som börjar med BEGIN PUBLIC KEY (Ed25519).",
                "This is no public key. Give a file that begins with BEGIN PUBLIC KEY (Ed25519).")
        case .notAPrivateKey:
            language.pick(
                "Det är ingen privat nyckel. Gör en med samverkan keys new.",
                "This is no private key. Make one with samverkan keys new.")
        case .notAKeyList:
            language.pick("Nyckellistan går inte att läsa.", "The list of keys cannot be read.")
        case .listed(let id):
            language.pick("Nyckeln \(id) finns redan i listan.", "The key \(id) is in the list already.")
        case .clockBehind(let now, let last):
            language.pick(
                "Klockan visar \(now), men nyckeln i bruk gjordes \(last). Rätta klockan eller --now.",
                "The clock shows \(now), but the key in use was made at \(last). Set the clock or --now right.")
        case .noKey:
            language.pick(
                "Det finns ingen nyckel att underteckna med. Gör en med samverkan keys new.",
                "There is no key to sign with. Make one with samverkan keys new.")
        case .keyNeeded, .previousKeyNeeded, .notListed: signingText(language)
        case .nothingToGiveUp, .decisionText, .decisionDay: givingUpText(language)
        default: fileText(language)
        }
    }

    private func signingText(_ language: Language) -> String {
        let lost = language.pick(
            "Är den förlorad eller känd av andra beslutar nämnden det, och en ny görs med samverkan keys new "
                + "--without-previous.",
            "Where it is lost or known to others the committee decides so, and a new one is made by samverkan keys new "
                + "--without-previous.")
        return switch self {
        case .keyNeeded(let id):
            language.pick(
                "Manifestet ska undertecknas med nyckeln \(id), som är i bruk. Ange dess fil med --key. \(lost)",
                "The manifest must be signed by the key \(id), which is in use. Name its file by --key. \(lost)")
        case .previousKeyNeeded(let id):
            language.pick(
                "Manifestet ska undertecknas även med nyckeln \(id), den före den i bruk. Ange dess fil med "
                    + "--previous-key. \(lost)",
                "The manifest must be signed by the key \(id) too, the one before that in use. Name its file by "
                    + "--previous-key. \(lost)")
        case .notListed(let id):
            language.pick(
                "Den angivna nyckeln \(id) finns inte i nyckellistan. Se samverkan keys list, och ange filen med nyckeln i "
                    + "bruk.",
                "The key given, \(id), is not in the list of keys. See samverkan keys list, and name the file of the key in "
                    + "use.")
        default: ""
        }
    }

    private func givingUpText(_ language: Language) -> String {
        switch self {
        case .nothingToGiveUp:
            language.pick(
                "Det finns ingen nyckel att ge upp. Gör en med samverkan keys new, utan --without-previous.",
                "There is no key to give up. Make one with samverkan keys new, without --without-previous.")
        case .decisionText:
            language.pick(
                "Ange beslutet med --number och --paragraph, högst \(ListDecision.longestText) byte var, och skälet med "
                    + "--reason, högst \(KeyDecision.longestReason) byte; en rad var.",
                "Give the decision by --number and --paragraph, \(ListDecision.longestText) bytes each at most, and the "
                    + "reason by --reason, \(KeyDecision.longestReason) bytes at most; one line each.")
        case .decisionDay(let day, let today):
            language.pick(
                "Beslutets dag \(day) går inte: i dag är \(today).",
                "The decision's day \(day) does not do: today is \(today).")
        default: ""
        }
    }

    private func fileText(_ language: Language) -> String {
        switch self {
        case .unreadable(let path):
            language.pick(
                "Nyckelfilen \(path) finns inte eller kan inte läsas.", "The key file \(path) is absent or unreadable.")
        case .tooLong(let path, let most):
            language.pick(
                "\(path) är ingen nyckelfil: den är längre än \(most) byte.",
                "\(path) is no key file: it is longer than \(most) bytes.")
        case .openToOthers(let path, let mode):
            language.pick(
                "Nyckelfilen \(path) är öppen för andra än sin ägare (\(mode)). Kör: chmod 600 \(path)",
                "The key file \(path) is open to others than its owner (\(mode)). Run: chmod 600 \(path)")
        case .exists(let path):
            language.pick(
                "\(path) finns redan. En nyckel skrivs aldrig över; ange en ny fil.",
                "\(path) exists already. A key is never overwritten; name a new file.")
        case .insideDataFolder(let path, let folder):
            language.pick(
                "\(path) ligger i datamappen \(folder). Lägg den privata nyckeln någon annanstans.",
                "\(path) is inside the data folder \(folder). Keep the private key somewhere else.")
        case .unwritable(let path, let reason):
            language.pick("\(path) kan inte skrivas: \(reason).", "\(path) cannot be written: \(reason).")
        default: ""
        }
    }
}
