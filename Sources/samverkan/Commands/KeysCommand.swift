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

    func run() async throws {
        let place = try options.workplace()
        let person = try place.person(by)
        guard let file = file ?? place.settings.text("SAMVERKAN_SIGNING_KEY") else {
            throw CommandError(
                "Ange filen för den privata nyckeln med --file eller SAMVERKAN_SIGNING_KEY.",
                "Give the private key's file by --file or SAMVERKAN_SIGNING_KEY.")
        }
        let record = try await place.gateway().makeKey(file: file, outside: place.dataFolder, by: person)
        let language = place.language
        Console.say(language.pick("Nyckel \(record.id) i bruk.", "Key \(record.id) in use."))
        Console.say(
            language.pick(
                "  privat: \(file) (bara ägaren kan läsa; gör en kopia på säker plats)",
                "  private: \(file) (its owner only; keep a copy in a safe place)"))
        Console.say(
            language.pick(
                "  öppen: samverkan keys list --pem \(record.id)", "  public: samverkan keys list --pem \(record.id)"))
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
    }
}
