import Federation
import Foundation
import Publishing
import Sealing
import Testing

struct `The committee's pack` {
    private func pack(_ names: [String], absences: [String] = []) throws -> CommitteePack {
        try CommitteePack(
            document: Sample.document(), cover: Sample.cover,
            files: names.map { .init(name: $0, sha256: Fingerprint(of: $0.utf8)) }, absences: absences)
    }

    @Test
    func `sha256sum finds every file as the sums say, and a changed one`() throws {
        let names = ["prislista-2023.json", "prislista-2023.excel.csv", "prislista 2023.pdf"]
        let pack = try pack(names)
        try withFolder { folder in
            for name in names { try Data(name.utf8).write(to: URL(filePath: folder + "/" + name)) }
            try Data(pack.readme().bytes).write(to: URL(filePath: "\(folder)/\(EditionFileNames.readme)"))
            try Data(pack.sums().bytes).write(to: URL(filePath: "\(folder)/\(EditionFileNames.sums)"))
            let check = "cd \"$1\" && sha256sum --strict --quiet -c SHA256SUMS"
            #expect(throws: Never.self) { try Tool.output("/bin/sh", ["-c", check, "sh", folder]) }
            try Data("ändrad".utf8).write(to: URL(filePath: folder + "/" + names[0]))
            let changed = "cd \"$1\" && sha256sum -c SHA256SUMS 2>&1 || true"
            let said = String(decoding: try Tool.output("/bin/sh", ["-c", changed, "sh", folder]), as: UTF8.self)
            #expect(said.contains("prislista-2023.json: FAILED"))
        }
    }

    @Test
    func `the readme says what each file is, what is not there, and how to check`() throws {
        let pack = try pack(["prislista-2023.json", "prislista-2023.excel.csv"], absences: ["Ingen PDF: …"])
        let text = String(decoding: pack.readme().bytes, as: UTF8.self)
        #expect(text.contains("Sjukvårdsregional prislista 2023\r\n"))
        #expect(text.contains("  prislista-2023.excel.csv\r\n      Prisraderna som tabell för svenskt Excel.\r\n"))
        #expect(text.contains("Saknas i mappen:\r\n  Ingen PDF: …\r\n"))
        #expect(text.contains("sha256sum -c SHA256SUMS"))
        #expect(text.contains("Utkast – ej fastställd."))
        #expect(text.contains(Sample.cover.fingerprint.hex))
    }

    @Test(arguments: ["", ".hemlig", "../a", "a/b", "a\\b", "a\nb", String(repeating: "a", count: 201)])
    func `a name that leads out of the folder or breaks the sums is refused`(name: String) {
        #expect(throws: CommitteePack.Fault.badName(name)) { try pack([name]) }
    }

    @Test(arguments: [["a", "a"], ["SHA256SUMS"], ["LÄS-MIG.txt"]])
    func `two files of one name are refused`(names: [String]) {
        #expect(throws: CommitteePack.Fault.nameTaken(names[0])) { try pack(names) }
    }
}
