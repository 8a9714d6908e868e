import Foundation
import Testing

/// Publishing by the program itself, of a list made from the example delivery of Region Uppsala.
@Suite final class PublishTests {
    private let folder: TemporaryFolder

    /// A data folder with a draft of 2023 and a key.
    init() throws {
        folder = try TemporaryFolder()
        let file = "Contracts/feeds/price-submission-1.example.xml"
        #expect(try run(["submit", file, "--region", "uppsala", "--kind", "price-list"]).code == 0)
        #expect(try run(["keys", "new", "--by", "anna", "--file", key("nyckel")]).code == 0)
    }

    deinit { folder.remove() }

    private func key(_ name: String) -> String { "\(folder.path)/\(name).pem" }

    /// Runs the program where there is no WeasyPrint.
    private func run(
        _ words: [String], at moment: String = "2022-12-01T09:00:00Z", data: String = "data"
    ) throws -> Program {
        try Program(
            words + ["--data", "\(folder.path)/\(data)", "--now", moment],
            settings: ["SAMVERKAN_PERSONS": "anna=Anna,bo=Bo", "PATH": "/nowhere"])
    }

    private func publish(_ words: [String]) throws -> Program {
        try run(["publish", "2023", "--by", "bo"] + words, at: "2022-12-02T13:00:00Z")
    }

    private func adopt() throws {
        let built = try run(["build", "2023", "--examples", "1"])
        let lines = built.out.split(separator: "\n").filter { $0.hasPrefix("VARNING") }
        let codes = Set(lines.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
        if !codes.isEmpty {
            let told = try run(["acknowledge"] + codes + ["--year", "2023", "--by", "anna", "--reason", "Stämt av"])
            #expect(told.code == 0, "\(told.err)")
        }
        let proposed = try run(["propose", "2023", "--by", "anna"])
        #expect(proposed.code == 0, "\(proposed.err)")
        let decision = ["--number", "SN 2022-0031", "--paragraph", "47", "--date", "2022-12-02"]
        let adopted = try run(["adopt", "2023", "--by", "bo"] + decision, at: "2022-12-02T12:00:00Z")
        #expect(adopted.code == 0, "\(adopted.err)")
    }

    @Test func `without WeasyPrint nothing is published, and the way to do without PDF is told`() throws {
        try adopt()
        let run = try publish(["--key", key("nyckel")])
        #expect(run.code == 2)
        #expect(run.err.contains("publicera med --without pdf"), "\(run.err)")
        #expect(!run.err.contains("Alla andra former görs ändå"))
        #expect(try publish(["--key", key("nyckel"), "--without", "pdf"]).code == 0)
    }

    @Test func `a key that is not in the list is told as that, and an older one as not in use`() throws {
        try adopt()
        #expect(try run(["keys", "new", "--by", "anna", "--file", key("ny")]).code == 0)
        #expect(try run(["keys", "new", "--by", "anna", "--file", key("okänd")], data: "annan").code == 0)
        let strange = try publish(["--key", key("okänd"), "--without", "pdf"])
        #expect(strange.code == 2)
        #expect(strange.err.contains("finns inte i nyckellistan. Se samverkan keys list"), "\(strange.err)")
        let older = try publish(["--key", key("nyckel"), "--without", "pdf"])
        #expect(older.code == 2)
        #expect(older.err.contains("som är i bruk. Ange dess fil med --key."), "\(older.err)")
    }

    @Test func `of a list that is not adopted its stage is told, not the key`() throws {
        let run = try publish(["--without", "pdf"])
        #expect(run.code == 2)
        #expect(run.err.contains("fastställ"), "\(run.err)")
        #expect(!run.err.contains("--key"))
    }
}
