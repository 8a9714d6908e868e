import Federation
import Foundation
import Pricing
import Testing

@testable import Publishing

/// A long list stands in the committee's minutes line by line, in columns of plain text instead of tables.
struct MinutesLinesTests {
    private static let searchPath = ProcessInfo.processInfo.environment["PATH"]

    private func page(
        tables: Int = 0, list: Int = 100_000, _ change: (inout Sample.Options) -> Void = { _ in }
    ) throws -> MinutesPage {
        let minutes = Minutes(document: try Sample.document(change), cover: Sample.cover, changes: nil, deviations: [])
        return MinutesPage(
            minutes, limits: MinutesPage.Limits(careServiceTables: tables, otherTables: tables, list: list))
    }

    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    private func html(_ page: MinutesPage) -> String { String(decoding: page.bytes(), as: UTF8.self) }

    @Test(.enabled(if: (try? PDFMaker(searchPath: searchPath)) != nil))
    func `the PDF of a long list holds each line's code, text, price and id`() async throws {
        let page = try page {
            $0.careServices = 120
            $0.surchargeText = "Läkemedel <dyrt> & \"sällsynt\" " + String(repeating: "ord ", count: 40) + "slut"
        }
        let maker = try PDFMaker(searchPath: Self.searchPath)
        let day = try #require(Day("2022-12-02"))
        let pdf = try await maker.pdf(
            of: page.bytes(), named: Sample.cover.fingerprint, day: day, in: FileManager.default.temporaryDirectory.path
        )
        let text = try withFolder { folder in
            try Data(pdf).write(to: URL(filePath: folder + "/a.pdf"))
            let text = try Tool.output("/usr/bin/pdftotext", ["-layout", folder + "/a.pdf", "-"])
            return plain(String(decoding: text, as: UTF8.self))
        }
        let lines = text.split(separator: "\n")
        for line in page.list.careServices {
            let parts = [
                line.service.code, line.service.text, plain(SwedishFormat.kronor(line.amount)), "läkarbesök", "301",
            ]
            let shown = try #require(lines.first { $0.contains(line.id.description) }, "\(line.id)")
            #expect(parts.allSatisfy(shown.contains), "\(shown)")
        }
        for line in page.list.drg {
            let parts = [line.group.drg, line.group.text, SwedishFormat.decimal(line.weight)]
            let shown = try #require(lines.first { $0.contains(line.id.description) }, "\(line.id)")
            #expect((parts + [plain(SwedishFormat.kronor(line.amount))]).allSatisfy(shown.contains), "\(shown)")
        }
        #expect(
            lines.contains { $0.contains("T10N") && $0.contains("Särskilt uppdrag") && $0.contains("99 000,00") })
        #expect(lines.contains { $0.contains("LM-1") && $0.contains("1 234 567,89") })
        #expect(text.matches(of: /\bord\b/).count == 40)
        #expect(lines.count { $0.contains("Akademiska sjukhuset · Kirurgkliniken") } == 4)
        #expect(text.matches(of: /Kod +Vårdtjänst +Per/).count >= 3)
    }

    @Test func `a chapter up to its limit stands in tables, a longer one in lines`() throws {
        let short = html(try page(tables: 5))
        #expect(!short.contains("class=\"lines\"") && short.contains("<caption>Vårdtjänster i Region Uppsala"))
        let long = html(try page(tables: 4))
        #expect(long.contains("class=\"lines\"") && !long.contains("<caption>Vårdtjänster i Region Uppsala"))
        #expect(long.contains("<caption>Pris per DRG-grupp"))
    }

    @Test func `beyond the greatest length the long chapters say how many lines there are and where`() throws {
        let page = try page(tables: 4, list: 8)
        #expect(page.list.rowCount == 9)
        let html = html(page)
        #expect(!html.contains("class=\"lines\""))
        #expect(html.contains("Listan har 5 vårdtjänster, för många för att tryckas här. De står i de filer"))
        #expect(html.contains("<caption>Vårdtjänster per region"))
        #expect(html.contains("<caption>Pris per DRG-grupp"))
    }

    @Test func `what is too long for its column goes on below, whole`() {
        let form = CompactLines([.text("Kod", 4), .text("Text", 10), .number("Pris", 6)])
        #expect(form.text(of: ["K1", "kort", "10,00"]) == "K1    kort         10,00")
        #expect(
            form.text(of: ["KLÅNG", "ett två\ttre fyra", "10,00"])
                == "KLÅN  ett två      10,00\nG     tre fyra")
        #expect(form.text(of: ["", "Cafe\u{301}teria", "1"]) == "      Cafe\u{301}teria        1")
    }

    @Test func `a heading comes again where its lines go on, and five lines stand together`() {
        var html = HTMLWriter()
        CompactLines([.text("Nr", 3)]).write(1...60, to: &html) {
            $0 <= 52 ? "A" : "B"
        } cells: {
            ["n\($0)"]
        }
        let blocks = String(decoding: html.bytes, as: UTF8.self).split(separator: "</td></tr>\n")
        #expect(blocks.count == 13)
        #expect(blocks[0].hasSuffix("<tr><td><b>A</b>\nn1\nn2\nn3\nn4\nn5"))
        #expect(blocks[8] == "<tr><td><b>A, forts.</b>\nn41\nn42\nn43\nn44\nn45")
        #expect(blocks[10] == "<tr><td>n51\nn52\n<b>B</b>\nn53\nn54\nn55")
    }
}
