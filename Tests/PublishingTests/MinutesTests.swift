import Federation
import Foundation
import Pricing
import Publishing
import Testing

/// Whether WeasyPrint is on this machine; `Scripts/setup` installs it.
private let searchPath = ProcessInfo.processInfo.environment["PATH"]
private let hasWeasyPrint = (try? PDFMaker(searchPath: searchPath)) != nil

struct `The minutes as PDF` {
    private func minutes(_ change: (inout Sample.Options) -> Void = { _ in }) throws -> Minutes {
        let document = try Sample.document(change)
        let deviation = Minutes.Deviation(
            subject: "Akademiska sjukhuset · K1 Läkarbesök 1", finding: "Priset har stigit mer än 10 %.",
            reason: "Ny metod <från> i år", by: "anna.berg", day: Day("2022-11-25"))
        return Minutes(document: document, cover: Sample.cover, changes: nil, deviations: [deviation])
    }

    /// Runs the work in a folder of its own and looks that nothing is left in it.
    private func inFolder<T>(_ work: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/minutes-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let value = try await work(folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        return value
    }

    /// A program named weasyprint that is a shell script, and the folder it is in.
    private func withProgram<T>(_ script: String, _ work: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/program-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/weasyprint"
        try ("#!/bin/sh\n" + script).write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return try await work(folder)
    }

    @Test(.enabled(if: hasWeasyPrint))
    func `it is PDF for archives, by title, and names the decision's day as its own`() async throws {
        let maker = try PDFMaker(searchPath: searchPath)
        let decision = try Sample.decision()
        let adopted = try minutes { $0.standing = .adopted(edition: 1, decision: decision) }
        let pdf = try await inFolder { try await adopted.pdf(by: maker, in: $0) }
        #expect(pdf.suffix == "pdf")
        #expect(pdf.mediaType == "application/pdf")
        let text = String(decoding: pdf.bytes, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.7"))
        #expect(text.contains("pdfaid:part=\"3\" pdfaid:conformance=\"B\""))
        #expect(text.contains("/CreationDate (20221202"))
        #expect(text.contains("Sjukvårdsregional prislista 2023, fastställd 2022-12-02"))
        #expect(text.contains("/ID [(\(Fingerprint(of: "edition".utf8).hex))"))
        #expect(text.contains("/FontFile2"))
        #expect(text.contains("/Lang (sv)"))
    }

    @Test(.enabled(if: hasWeasyPrint))
    func `the same minutes give the same bytes`() async throws {
        let maker = try PDFMaker(searchPath: searchPath)
        let first = try await inFolder { try await minutes().pdf(by: maker, in: $0) }
        let second = try await inFolder { try await minutes { $0.isReversed = true }.pdf(by: maker, in: $0) }
        #expect(first.bytes == second.bytes)
    }

    @Test(.enabled(if: hasWeasyPrint))
    func `a person reads what changed, what deviates and why, and where the whole list is`() async throws {
        let earlier = try Sample.document { $0.amounts = [Amount(ore: 200_000), Amount(ore: 259_002)] }
        let changes = PriceListDifference.between(
            ComparedList(earlier.list, edition: 1), ComparedList(try Sample.document().list))
        let plain = try minutes()
        let minutes = Minutes(
            document: plain.document, cover: plain.cover, changes: changes, deviations: plain.deviations)
        let maker = try PDFMaker(searchPath: searchPath)
        let pdf = try await inFolder { try await minutes.pdf(by: maker, in: $0) }
        let text = try withFolder { folder in
            try Data(pdf.bytes).write(to: URL(filePath: folder + "/a.pdf"))
            return String(
                decoding: try Tool.output("/usr/bin/pdftotext", ["-layout", folder + "/a.pdf", "-"]), as: UTF8.self)
        }
        #expect(text.contains("Jämfört med listan för 2023, utgåva 1."))
        #expect(
            text.contains(
                /K1 +Läkarbesök 1 · Akademiska sjukhuset, Kirurgkliniken +2.000,00 +2.590,01 +\+590,01 +29,5 +pris/))
        #expect(text.contains("Nya rader, de dyraste först (1 av 1)"))
        #expect(text.contains("Ny metod <från> i år"))
        #expect(text.contains(/Vårdtjänster[ .]+[0-9]+\n/))
        #expect(text.contains("prislista-2023.csv"))
        #expect(text.contains("Utkast – ej fastställd"))
        #expect(text.contains(/Sida 2 av [0-9]+/))
    }

    @Test
    func `where the program is not, that is said with what to do`() {
        let failure = #expect(throws: PDFFailure.self) { try PDFMaker(searchPath: "/nowhere:relative:") }
        #expect(failure == .notInstalled)
        #expect(failure?.words(in: .swedish).contains("Installera paketen weasyprint") == true)
        #expect(failure?.words(in: .english).contains("Install the packages weasyprint") == true)
    }

    @Test
    func `a program that hangs is ended, with all that it started`() async throws {
        try await withProgram("trap '' TERM\nsleep 60 & echo $! > \"$HOME/../child\"\nwait\n") { folder in
            let maker = try PDFMaker(searchPath: folder, timeLimit: .milliseconds(300))
            let work = folder + "/work"
            try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
            let minutes = try minutes()
            await #expect(throws: PDFFailure.tookTooLong(seconds: 0)) { try await minutes.pdf(by: maker, in: work) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: work) == ["child"])
            let child = try #require(
                Int32(try String(contentsOfFile: work + "/child", encoding: .utf8).dropLast()))
            // The system takes a moment to clear a killed process away.
            for _ in 0..<500 where kill(child, 0) == 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(kill(child, 0) == -1)
        }
    }

    @Test(arguments: [
        ("echo trasigt >&2; exit 3", PDFFailure.failed(detail: "trasigt\n")),
        ("exit 0", .failed(detail: "no output")),
        ("for last; do :; done; echo '<html>' > \"$last\"", .notArchival),
        ("for last; do :; done; printf '%%PDF-1.7\\n%%%%EOF\\n' > \"$last\"", .notArchival),
    ])
    func `what is not a PDF for archives is refused`(script: String, expected: PDFFailure) async throws {
        try await withProgram(script) { folder in
            let maker = try PDFMaker(searchPath: folder)
            let minutes = try minutes()
            _ = try await inFolder { work in
                await #expect(throws: expected) { try await minutes.pdf(by: maker, in: work) }
            }
        }
    }

    @Test
    func `the program gets nothing of our environment`() async throws {
        try await withProgram("env >&2; exit 1") { folder in
            let maker = try PDFMaker(searchPath: folder)
            let minutes = try minutes()
            let failure = await #expect(throws: PDFFailure.self) {
                _ = try await inFolder { try await minutes.pdf(by: maker, in: $0) }
            }
            guard case .failed(let said) = failure else {
                return #expect(Bool(false), "\(String(describing: failure))")
            }
            let names = said.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
            let ours = [
                "HOME", "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TMPDIR",
                "TZ",
            ]
            #expect(Set(names).isSubset(of: Set(ours + ["PWD", "SHLVL", "_", "OLDPWD"])))
        }
    }
}
