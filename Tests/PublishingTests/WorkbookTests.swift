import Federation
import Foundation
import Glibc
import Pricing
import Publishing
import Testing

struct `The list as a workbook` {
    @Test
    func `it has a cover and one sheet per section`() throws {
        let book = try Sample.document().readWorkbook()
        #expect(
            book.sheets.map(\.name) == [
                "Försättsblad", "DRG-priser", "Var DRG gäller", "Fasta DRG-priser", "Vårdtjänster",
                "Tilläggsdebiteringar", "Saknas", "Fullständighet",
            ])
        #expect(book.sheets.dropFirst().map(\.rows.count) == [3, 3, 2, 6, 2, 3, 3])
    }

    @Test
    func `the cover says draft, reservations, rules and fingerprints`() throws {
        let cover = try Sample.document().readWorkbook().texts("Försättsblad").map { $0.joined(separator: "|") }
        #expect(cover.first == "Sjukvårdsregional prislista 2023")
        #expect(cover.contains("Utkast – ej fastställd"))
        #expect(cover.contains { $0.hasPrefix("Syntetiska DRG-vikter|") })
        #expect(cover.contains("Poängpris|74\u{A0}750 kr, öppen vård och sluten vård"))
        #expect(cover.contains("prislista-2023.csv|" + Fingerprint(of: "csv".utf8).hex))
        #expect(cover.contains { $0.hasSuffix("|" + Fingerprint(of: "edition".utf8).hex) })
    }

    @Test
    func `the cover of an adopted list has the decision, and its day is the file's own`() throws {
        let decision = try Sample.decision(validFrom: "2023-04-01")
        let book = try Sample.document { $0.standing = .adopted(edition: 2, decision: decision) }.readWorkbook()
        let cover = try book.texts("Försättsblad").map { $0.joined(separator: "|") }
        #expect(cover.contains("Diarienummer och paragraf|SN 2022-0031 § 47"))
        #expect(cover.contains("Utgåva|2"))
        #expect(cover.contains("Gäller|från och med 2023-04-01 till och med 2023-12-31"))
        #expect(book.properties.contains(">2022-12-02T00:00:00Z</dcterms:created>"))
        #expect(try Sample.document().readWorkbook().properties.contains(">2023-01-01T00:00:00Z</dcterms:created>"))
    }

    @Test
    func `amounts and weights are numbers, with öre shown where there are any`() throws {
        let book = try Sample.document().readWorkbook()
        let drg = try #require(try book.rows("DRG-priser").first { $0[0].value == "T10N" })
        #expect(drg[4] == .init(type: "number", value: "1.21", format: "0.0000"))
        #expect(drg[6] == .init(type: "number", value: "90448", format: "#,##0"))
        let service = try #require(try book.rows("Vårdtjänster").first { $0[3].value == "K1" })
        #expect(service[9] == .init(type: "number", value: "2590.01", format: "#,##0.00"))
    }

    @Test
    func `a text stays text, whatever it looks like`() throws {
        let book = try Sample.document { $0.surchargeText = "_x0041_ <&> \u{1}" }.readWorkbook()
        #expect(try book.rows("Vårdtjänster").contains { $0[4].type == "text" && $0[4].value == "=SUMMA(A1)" })
        // A spreadsheet reads _x005F_ as an underscore and _x0001_ as the control character.
        #expect(try book.texts("Tilläggsdebiteringar")[1][4] == "_x005F_x0041_ <&> _x0001_")
    }

    @Test
    func `a section of more rows than a sheet has goes on in a further sheet`() throws {
        let book = try withFolder { folder in
            try Sample.document().writeWorkbook(
                to: folder + "/a.xlsx", temporaryFolder: folder, cover: Sample.cover, mostRows: 3)
            return try ReadWorkbook(folder + "/a.xlsx")
        }
        let names = book.sheets.map(\.name).filter { $0.hasPrefix("Vårdtjänster") }
        #expect(names == ["Vårdtjänster", "Vårdtjänster 2", "Vårdtjänster 3"])
        let codes = try names.map { try book.texts($0).map { $0[3] } }
        #expect(codes == [["Kod", "K1", "K2"], ["Kod", "K3", "OLD"], ["Kod", "V1"]])
    }

    @Test
    func `the same list gives the same bytes, whatever order its input came in`() throws {
        try withFolder { folder in
            let first = try Sample.document().workbook(in: folder)
            #expect(try Sample.document { $0.isReversed = true }.workbook(in: folder) == first)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
        }
    }

    @Test
    func `a process with a decimal comma writes the same bytes`() async throws {
        await #expect(processExitsWith: .success) {
            try withFolder { folder in
                let before = try Sample.document().workbook(in: folder)
                let made = Process()
                made.executableURL = URL(filePath: "/usr/bin/localedef")
                made.arguments = ["--quiet", "-i", "sv_SE", "-f", "UTF-8", folder + "/sv_SE.UTF-8"]
                try made.run()
                made.waitUntilExit()
                setenv("LOCPATH", folder, 1)
                setenv("TZ", "Pacific/Kiritimati", 1)
                tzset()
                try #require(setlocale(LC_ALL, "sv_SE.UTF-8") != nil)
                try #require(localeconv().pointee.decimal_point.pointee == CChar(UInt8(ascii: ",")))
                try #require(try Sample.document().workbook(in: folder) == before)
            }
        }
    }

    @Test
    func `a folder that cannot be written to is named, and no file is left`() throws {
        let document = try Sample.document()
        let error = #expect(throws: WorkbookError.self) {
            try document.writeWorkbook(to: "/nowhere/a.xlsx", temporaryFolder: "/tmp", cover: Sample.cover)
        }
        #expect(error?.words(in: .swedish).contains("/nowhere/a.xlsx") == true)
        #expect(throws: WorkbookError.self) {
            try document.writeWorkbook(to: "/tmp/never.xlsx", temporaryFolder: "/nowhere", cover: Sample.cover)
        }
        #expect(!FileManager.default.fileExists(atPath: "/tmp/never.xlsx"))
    }
}

struct `Amounts in a workbook` {
    /// Reads every amount back as the decimal number that stands in the file, rounded to öre.
    private func readBack(_ amounts: [Amount]) throws -> [ReadWorkbook.Cell] {
        let document = try Sample.document { $0.amounts = amounts }
        return try document.readWorkbook().rows("Vårdtjänster").dropFirst().filter { $0[3].value.hasPrefix("K") }
            .sorted { Int($0[3].value.dropFirst()) ?? 0 < Int($1[3].value.dropFirst()) ?? 0 }.map { $0[9] }
    }

    @Test
    func `every amount up to 15 digits comes back to the öre, as text and as a binary number`() throws {
        var random = SystemRandomNumberGenerator()
        let most: Int64 = 999_999_999_999_999
        let edges = [0, 1, 7, 99, 101, most, most - 1, 100_000_000_000_000, 99_999_999_999_999]
        let drawn = (0..<3000).map { Int64.random(in: 0...most, using: &random) >> Int64($0 % 40) }
        let amounts = (edges + drawn).map { Amount(ore: $0) }
        for (amount, cell) in zip(amounts, try readBack(amounts)) {
            #expect(cell.type == "number")
            let number = try #require(Double(cell.value))
            #expect(Int64((number * 100).rounded()) == amount.ore)
            #expect(String(format: "%.2f", number) == amount.wire)
        }
    }

    @Test
    func `an amount of more digits than a spreadsheet keeps stands as text with all of them`() throws {
        let cells = try readBack([Amount(ore: 1_000_000_000_000_000), Amount(ore: Int64.max)])
        #expect(cells.map(\.type) == ["text", "text"])
        #expect(cells.map(\.value) == ["10000000000000,00", "92233720368547758,07"])
    }
}
