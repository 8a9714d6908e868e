import Foundation
import Testing

@testable import samverkan

/// Quotes, comparisons and what-ifs by the program itself, on the example delivery of Region Uppsala.
@Suite final class OfficeTests {
    private let folder: TemporaryFolder

    /// A data folder with a draft of 2023.
    init() throws {
        folder = try TemporaryFolder()
        let file = "Contracts/feeds/price-submission-1.example.xml"
        let submitted = try Program(
            ["submit", file, "--region", "uppsala", "--kind", "price-list"] + common)
        #expect(submitted.code == 0, "\(submitted.out)\(submitted.err)")
        #expect(try Program(["build", "2023"] + common).code == 1)
    }

    deinit { folder.remove() }

    private var common: [String] { ["--data", folder.path + "/data", "--now", "2023-03-01T09:00:00Z"] }

    private func run(_ words: [String]) throws -> Program { try Program(words + common) }

    private func quote(_ words: [String]) throws -> Program {
        try run(["quote", "--year", "2023", "--draft", "--provider", "akademiska"] + words)
    }

    @Test func `a case is priced by the draft where a person asks for it, marked as one`() throws {
        let run = try quote(["--drg", "H23C", "--unit", "kirurgi", "--days", "1", "--cost", "1 000,00"])
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.hasPrefix("Prislista 2023, UTKAST "))
        #expect(run.out.contains("289 000 kr"))
        #expect(run.out.contains("Ingen dag är angiven: räknat på i dag, 2023-03-01."))
    }

    @Test func `without draft a year that is not published prices nothing`() throws {
        let run = try run(["quote", "--year", "2023", "--provider", "akademiska", "--drg", "H23C"])
        #expect(run.code == 2)
        #expect(run.err.contains("--draft"))
    }

    @Test func `without a year the care's own decides which list prices it`() throws {
        let words = ["quote", "--draft", "--provider", "akademiska", "--drg", "H23C", "--unit", "kirurgi"]
        let common = ["--data", folder.path + "/data", "--now", "2022-08-01T09:00:00Z"]
        let own = try Program(words + ["--date", "2023-05-01"] + common)
        #expect(own.code == 0 && own.out.hasPrefix("Prislista 2023, UTKAST "), "\(own.err)")
        let next = try Program(words + ["--admission", "2023-12-30", "--discharge", "2024-01-02"] + common)
        #expect(next.code == 2 && next.err.contains("inget utkast för 2024"), "\(next.err)")
    }

    @Test func `care services alone are priced, their kind of care found by the code`() throws {
        let run = try quote(["--care-service", "901-VD1=3", "--date", "2023-05-01"])
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.contains("25 515 kr"))
        #expect(run.out.contains("sluten vård"))
        #expect(!run.out.contains("Ingen dag är angiven"))
    }

    @Test func `what is wrong with a case is told, and is usage`() throws {
        let cases: [([String], String)] = [
            (["--drg", "H23C", "--unit", "psykiatri"], "Psykiatrisk vård prissätts per vårdtjänst"),
            (["--drg", "Z99Z"], "Listan har inget pris för DRG ”Z99Z”"),
            (["--care-service", "X=1"], "ingen vårdtjänst eller tilläggsdebitering ”X”"),
            (["--drg", "H23C", "--date", "2024-01-01"], "ligger utanför listans giltighet"),
            (["--drg", "H23C", "--admission", "2023-03-01"], "eller både --admission och --discharge"),
            (["--drg", "H23C", "--cost", "mycket"], "--cost mycket är inget belopp"),
            (["--care-service", "901-VD1=två"], "skriv koden och antalet"),
            (["--drg", "H23C", "--date", "i går"], "--date i går är ingen dag"),
            (["--drg", "H23C", "--type-of-care", "3"], "skriv 01 (öppen vård) eller 02 (sluten vård)"),
            (["--drg", "H23C", "--provider", "storstad"], "inget sjukhus heter så"),
            (["--drg", "H23C", "--provider", "skane/lund"], "det finns ingen region skane"),
        ]
        for (words, told) in cases {
            // Of an option given twice the last counts.
            let run = try quote(words)
            #expect(run.code == 2, "\(words)")
            #expect(run.err.contains(told), "\(run.err)")
            #expect(run.out.isEmpty)
        }
    }

    @Test func `as JSON a refusal has its code, and is usage all the same`() throws {
        let run = try quote(["--drg", "Z99Z", "--type-of-care", "02", "--format", "json"])
        #expect(run.code == 2)
        #expect(run.out.hasPrefix(#"{"arguments":{"drg":"Z99Z","typeOfCare":"02"},"code":"quote-unknown-group""#))
        let quoted = try quote(["--drg", "H23C", "--unit", "kirurgi", "--format", "json"])
        #expect(quoted.code == 0)
        #expect(quoted.out.contains(#""total":"289000.00""#))
    }

    @Test func `a list compared with itself has not changed`() throws {
        let run = try run(["diff", "2023", "2023"])
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.contains("Ingen rad har ändrats."))
        let json = try self.run(["diff", "2023", "2023", "--format", "json"])
        #expect(json.out.hasPrefix(#"{"changed":[]"#))
    }

    @Test func `a year without a list cannot be compared`() throws {
        let run = try run(["diff", "2022", "2023"])
        #expect(run.code == 2)
        #expect(run.err.contains("Det finns ingen lista för 2022"))
    }

    @Test func `a what-if is marked in words and in every file, and leaves the draft alone`() throws {
        let before = try run([
            "quote", "--year", "2023", "--draft", "--provider", "akademiska", "--care-service", "901-VD1",
        ])
        let out = folder.path + "/ut"
        let volumes = try folder.file("volymer.csv", "Kod;Sjukhus;Antal\nH23C;akademiska;10\n901-VD1;akademiska;100\n")
        let run = try run([
            "what-if", "2023", "--point-price", "region=76000", "--volumes", volumes, "--out", out, "--name", "Prov",
        ])
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.hasPrefix("SCENARIO, kan inte antas: Prov\n"))
        #expect(run.out.contains("poängpris ”region”: 76 000 kr"))
        #expect(run.out.contains("Kostnad för volymfilens fall"))
        for name in ["json", "csv", "excel.csv"] {
            let text = try String(contentsOfFile: "\(out)/scenario-2023.\(name)", encoding: .utf8)
            #expect(
                text.contains("SCENARIO, kan inte antas: Prov") || text.contains("SCENARIO, cannot be adopted: Prov"))
        }
        let after = try self.run([
            "quote", "--year", "2023", "--draft", "--provider", "akademiska", "--care-service", "901-VD1",
        ])
        #expect(after.out == before.out)
    }

    @Test func `rows of volumes that cannot be counted are told, and are findings`() throws {
        let volumes = try folder.file("volymer.csv", "Kod;Sjukhus;Antal\nH23C;akademiska;10\nZ99Z;akademiska;1\n")
        let run = try run(["what-if", "2023", "--index", "3,1", "--volumes", volumes])
        #expect(run.code == 1)
        #expect(run.err.contains("rader som inte är medräknade"))
        #expect(run.err.contains("volume-unknown-code"))
        #expect(run.out.contains("SCENARIO"))
    }

    @Test func `a change that cannot be read or made is told, and is usage`() throws {
        let cases: [([String], String)] = [
            (["--point-price", "region"], "--point-price region kan inte läsas"),
            (["--point-price", "annat=1"], "Årets prismodell har inget sådant att ändra"),
            (["--index", "1000"], "--index 1000 kan inte läsas"),
            (["--limits", "T10N=1"], "--limits T10N=1 kan inte läsas"),
            (["--outliers", "perDay"], "--outliers perDay kan inte läsas"),
            (["--rounding", "krona"], "--rounding krona kan inte läsas"),
            (["--weight-list", "x=finns-inte.csv"], "finns-inte.csv"),
            ([], "Inget ändras"),
            (["--index", "3", "--volumes", "finns-inte.csv"], "Filen finns-inte.csv finns inte"),
        ]
        for (words, told) in cases {
            let run = try self.run(["what-if", "2023"] + words)
            #expect(run.code == 2)
            #expect(run.err.contains(told), "\(run.err)")
        }
    }

    @Test func `a draft is no pack for the committee`() throws {
        let run = try run(["committee-pack", "2023", "--out", folder.path + "/handlingar"])
        #expect(run.code == 2)
        #expect(run.err.contains("är ett utkast. Föreslå den först"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/handlingar"))
    }
}
