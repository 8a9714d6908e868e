import ArgumentParser
import Federation
import Pipeline
import Publishing
import Sealing

/// `samverkan keys`: the keys that price lists are signed with.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Nycklarna som prislistor undertecknas med.",
        subcommands: [KeysNewCommand.self, KeysListCommand.self])
}

/// `samverkan keys new`: makes a key, which retires the one before.
struct KeysNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Gör ett nytt nyckelpar; nyckeln före tas ur bruk.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Vem som gör nyckeln: ett id ur inställningen SAMVERKAN_PERSONS.") var by: String
    @Option(help: "Den privata nyckelns fil, som inte får finnas (standard: SAMVERKAN_SIGNING_KEY).") var file: String?

    @OptionGroup var givingUp: KeyGivingUpOptions

    func run() async throws {
        let place = try options.workplace()
        let person = try place.person(by)
        let decision = try givingUp.decision()
        guard let file = file ?? place.settings.text("SAMVERKAN_SIGNING_KEY") else {
            throw CommandError(
                "Ange filen för den privata nyckeln med --file eller SAMVERKAN_SIGNING_KEY.",
                "Give the private key's file by --file or SAMVERKAN_SIGNING_KEY.")
        }
        let record = try await place.gateway().makeKey(
            file: file, outside: place.dataFolder, by: person, givingUpPrevious: decision)
        let language = place.language
        Console.say(language.pick("Nyckel \(record.id) i bruk.", "Key \(record.id) in use."))
        Console.say(
            language.pick(
                "  privat: \(file) (bara ägaren kan läsa; gör en kopia på säker plats)",
                "  private: \(file) (its owner only; keep a copy in a safe place)"))
        Console.say(
            language.pick(
                "  öppen: samverkan keys list --pem \(record.id)", "  public: samverkan keys list --pem \(record.id)"))
        guard decision != nil else { return }
        Console.say(
            language.pick(
                "Nyckeln före är uppgiven: nästa utgåva undertecknas med den nya ensam och säger det. Lämna ut den nya öppna "
                    + "nyckeln till dem som prövar listor.",
                "The key before is given up: the next edition is signed by the new one alone and says so. Hand the new "
                    + "public key to those who verify lists."))
    }
}

/// The committee's decision that the key before is lost or known to others.
struct KeyGivingUpOptions: ParsableArguments {
    @Flag(
        help: "Ge upp nyckeln före, förlorad eller känd av andra, efter nämndens beslut: den nya undertecknar ensam.")
    var withoutPrevious = false
    @Option(help: "Med --without-previous: beslutets diarienummer, till exempel \"SN 2024-0003\".") var number: String?
    @Option(help: "Med --without-previous: paragrafen i protokollet, utan tecken: 5.") var paragraph: String?
    @Option(help: "Med --without-previous: beslutets dag, till exempel 2024-01-12.") var date: String?
    @Option(help: "Med --without-previous: skälet, på en rad; det står i nästa utgåvas manifest.") var reason: String?

    /// The decision; nil where the key before hands over as usual. Throws where only a part of it is given.
    func decision() throws -> KeyDecision? {
        guard withoutPrevious else {
            guard [number, paragraph, date, reason].allSatisfy({ $0 == nil }) else {
                throw CommandError(
                    "--number, --paragraph, --date och --reason hör till --without-previous.",
                    "--number, --paragraph, --date and --reason belong to --without-previous.")
            }
            return nil
        }
        guard let number, let paragraph, let date, let reason else {
            throw CommandError(
                "Ange nämndens beslut med --number, --paragraph och --date, och skälet med --reason.",
                "Give the committee's decision by --number, --paragraph and --date, and the reason by --reason.")
        }
        return KeyDecision(
            number: number, paragraph: paragraph, day: try DayOption.day(date, "--date"), reason: reason)
    }
}

/// `samverkan keys list`: every key with its dates, or one of them as a file that others read.
struct KeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Visa alla nycklar, också de som tagits ur bruk.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Skriv den öppna nyckeln med detta id som PEM, för verify --key.") var pem: String?

    func run() async throws {
        let place = try options.workplace()
        let list = try await place.gateway().keys()
        if let pem {
            let record = list.records.first { $0.id == pem }
            guard let key = record.flatMap({ VerifyingKey(hex: $0.publicKey) }) else {
                throw CommandError("Ingen nyckel har id \(pem).", "No key has the id \(pem).")
            }
            Console.write(try key.pem())
            return
        }
        show(list, in: place.language)
    }

    private func show(_ list: KeyList, in language: Language) {
        guard !list.records.isEmpty else {
            Console.say(
                language.pick(
                    "Det finns ingen nyckel. Gör en med samverkan keys new.",
                    "There is no key. Make one with samverkan keys new."))
            return
        }
        var table = TextTable([.left, .left, .left, .left])
        table.add(["Id", language.pick("Från", "From"), language.pick("Till", "To"), language.pick("Öppen", "Public")])
        for record in list.records {
            let retired = record.retired?.description ?? language.pick("i bruk", "in use")
            table.add([record.id, record.from.description, retired, record.publicKey])
        }
        for line in table.lines { Console.say(line) }
        for record in list.records {
            guard let decision = record.givenUp else { continue }
            let (board, reason) = (decision.board, decision.reason)
            Console.say(
                language.pick(
                    "\(record.id) är uppgiven, utan sin underskrift: beslut \(board.reference), \(board.day). "
                        + "Skäl: \(reason)",
                    "\(record.id) is given up, without its signature: decision \(board.reference) of \(board.day). "
                        + "Reason: \(reason)"))
        }
    }
}
