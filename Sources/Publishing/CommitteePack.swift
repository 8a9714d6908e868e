package import Federation
import Sealing

/// What the committee gets before its meeting (nämndens handlingar): every form of the list in one folder, a text that
/// says what is what, and the sums by which anyone can see that nothing has changed.
package struct CommitteePack: Sendable {
    /// A file of the pack that lies on disk.
    package struct File: Hashable, Sendable {
        /// Its name in the pack, without folder.
        package let name: String
        package let sha256: Fingerprint

        package init(name: String, sha256: Fingerprint) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// Why a pack cannot be made.
    package enum Fault: Error, Hashable, Sendable {
        /// A name that is empty, hidden, has a folder, or characters that a sums file cannot hold.
        case badName(String)
        /// Two files of the same name, or one named as the pack's own.
        case nameTaken(String)

        /// The fault as a sentence for a person.
        package func words(in language: Language) -> String {
            switch self {
            case .badName(let name):
                language.pick(
                    "”\(name)” duger inte som filnamn i nämndens handlingar.",
                    "“\(name)” will not do as a file name in the committee's pack.")
            case .nameTaken(let name):
                language.pick(
                    "Namnet ”\(name)” används av två filer i nämndens handlingar.",
                    "The name “\(name)” is used by two files of the committee's pack.")
            }
        }
    }

    private let document: PriceListDocument
    private let cover: PriceListCover
    /// In order of their names.
    private let files: [File]
    /// Forms that could not be made, each as a sentence.
    private let absences: [String]

    /// A pack of these files; `absences` says of each form that is not there why, in Swedish.
    package init(
        document: PriceListDocument, cover: PriceListCover, files: [File], absences: [String] = []
    ) throws(Fault) {
        var names: Set<String> = [EditionFileNames.readme, EditionFileNames.sums]
        for file in files {
            let isPlain = file.name.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0.value != 0x7F
            }
            guard isPlain, !file.name.isEmpty, !file.name.hasPrefix("."), file.name.utf8.count <= 200 else {
                throw .badName(file.name)
            }
            guard names.insert(file.name).inserted else { throw .nameTaken(file.name) }
        }
        self.document = document
        self.cover = cover
        self.files = files.sorted { $0.name.precedes($1.name) }
        self.absences = absences
    }

    /// `LÄS-MIG.txt`: what the folder holds and how to check it, in Swedish.
    package func readme() -> Rendering {
        let names = files.map { "  \($0.name)\(CommitteePack.purpose(of: $0.name).map { "\n      \($0)" } ?? "")" }
        var lines = [
            document.name, document.publisher, document.stamp, "Gäller \(document.validity)",
        ]
        lines += (cover.correction?.facts ?? []).map { "\($0.0): \($0.1)" }
        lines += [
            "", "Listans fingeravtryck (SHA-256 av JSON-filen):", "  \(cover.fingerprint.hex)", "", "Filer:",
        ]
        lines += names + ["  \(EditionFileNames.sums)\n      Fingeravtryck (SHA-256) av varje fil i mappen."]
        if !absences.isEmpty { lines += ["", "Saknas i mappen:"] + absences.map { "  " + $0 } }
        lines += [
            "", "Så ser du att ingen fil har ändrats: öppna en terminal i mappen och skriv",
            "  sha256sum -c \(EditionFileNames.sums)",
        ]
        for notice in document.notices(in: .swedish) { lines += ["", "\(notice.heading). \(notice.sentence)"] }
        // CR LF and a byte order mark: the plainest editor of a Windows machine shows it right.
        let text = "\u{FEFF}" + lines.joined(separator: "\n").replacing("\n", with: "\r\n") + "\r\n"
        return Rendering(suffix: "txt", mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8))
    }

    /// `SHA256SUMS` in the form of the program sha256sum: a sum, two blanks, a name, for every file and the readme.
    package func sums() -> Rendering {
        let readme = File(name: EditionFileNames.readme, sha256: Fingerprint(of: self.readme().bytes))
        let all = (files + [readme]).sorted { $0.name.precedes($1.name) }
        let text = all.map { "\($0.sha256.hex)  \($0.name)\n" }.joined()
        return Rendering(suffix: "", mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8))
    }

    /// What a file is for, by its ending; the longest ending first.
    private static func purpose(of name: String) -> String? {
        purposes.first { name.hasSuffix($0.ending) }?.purpose
    }

    private static let purposes: [(ending: String, purpose: String)] = [
        (".excel.csv", "Prisraderna som tabell för svenskt Excel."),
        (".csv", "Prisraderna som tabell för datorer (RFC 4180)."),
        (".xlsx", "Listan som Excel-arbetsbok, ett blad per avsnitt."),
        (".pdf", "Protokollsbilaga: beslut, förändringar, avvikelser med skäl, fullständighet och listan (PDF/A-3b)."),
        (".html", "Listan som webbsida, med sökning; öppnas utan internet."),
        (".xml", "Listan för datorer (price-list-1.xsd)."),
        (".manifest.json", "Utgåvans manifest: fingeravtryck av varje fil, beslutet och utgåvan före."),
        (".signatures.json", "Underskrifterna på manifestet; prövas med samverkan verify."),
        (".json", "Listan för datorer; den fil som fingeravtrycket gäller."),
    ]
}
