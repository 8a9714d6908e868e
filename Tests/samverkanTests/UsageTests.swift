import Testing

@testable import samverkan

/// Wrong words on the command line, answered in words that help.
@Suite struct UsageTests {
    @Test(arguments: [
        (["build", "--frmat", "json"], "Fel: kommandot har inget val --frmat"),
        (["build", "--out"], "Fel: värde saknas för --out <out>"),
        (["submit", "x.xml", "--region", "uppsala"], "Fel: --kind <kind> måste anges"),
        (["build", "2023", "fel"], "Fel: fel hör inte hit"),
        (["bygg"], "Fel: det finns inget kommando bygg"),
        (
            ["adopt", "2023", "--by", "bo", "--now", "2022-12-02T12:00:00Z", "--paragraph", "47"],
            "Fel: --number <number> måste anges"
        ),
        (["keys", "new", "--by", "anna", "--fil", "x"], "Fel: kommandot har inget val --fil"),
        (["build", "tjugohundra"], "Fel: värdet ”tjugohundra” duger inte för <list-year>"),
        (
            ["submit", "x", "--region", "uppsala", "--kind", "foo"],
            "Fel: värdet ”foo” duger inte för --kind <kind>; välj bland 'price-list' och 'plan'"
        ),
        (["serve", "--port", "70000"], "--port 70000: skriv 0–65535"),
        (
            ["check", "x", "--region", "uppsala", "--kind", "plan", "--examples", "-1"],
            "Fel: värde saknas för --examples"
        ),
        (["simulate", "--fault", "skane=http-500"], "uppsala sormland varmland orebro vastmanland dalarna gavleborg"),
        (["build", "2023", "--year", "2017"], "Två år är angivna: build 2023 och --year 2017"),
    ])
    func `wrong usage is told in Swedish, and is usage`(words: [String], told: String) throws {
        let run = try Program(words)
        #expect(run.code == 2)
        #expect(run.err.contains(told), "\(run.err)")
        #expect(!run.err.contains("Error:"))
    }

    @Test func `in English the parser's own words stand`() throws {
        let run = try Program(["build", "--out", "--lang", "en"], settings: ["SAMVERKAN_LANG": "en"])
        #expect(run.code == 2)
        #expect(run.err.hasPrefix("Error: Missing value for '--out <out>'"))
    }

    @Test func `the help has Swedish headings`() throws {
        let run = try Program(["check", "--help"])
        #expect(run.code == 0)
        #expect(run.out.contains("SÅ ANVÄNDS DET: samverkan check"))
        #expect(run.out.contains("VAL:\n"))
        #expect(run.out.contains("Visa den här hjälpen."))
    }

    @Test func `a message that nobody foresaw stands under a Swedish lead`() {
        let words = UsageWords(arguments: ["build"])
        #expect(
            words.swedish("Error: Something new\nUsage: samverkan build").hasPrefix(
                "Fel: kommandot kan inte läsas: Some"))
    }

    @Test func `a reference year has no status, and says so`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let run = try Program(["status", "--year", "2017", "--data", folder.path])
        #expect(run.code == 0)
        #expect(run.out == "Prislista 2017 är en referenstabell: den tar inte emot leveranser och har inget läge.\n")
    }

    @Test func `each region that has delivered nothing is told once`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let run = try Program(["status", "--year", "2023", "--data", folder.path])
        #expect(run.code == 1)
        #expect(run.out.components(separatedBy: "Inget prisunderlag har hämtats eller lämnats in.").count == 8)
        #expect(!run.out.contains("  ! "))
    }

    @Test func `a hidden file is told like any other that does not belong`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for name in [".hidden.pdf", "annat.txt"] { _ = try folder.file(name, "text") }
        let run = try Program(["verify", folder.path])
        #expect(run.code == 1)
        #expect(run.out.contains("FEL  annat.txt nämns inte") && run.out.contains("FEL  .hidden.pdf nämns inte"))
    }
}
