import Federation
import Foundation
import Subprocess
import SystemPackage

/// Makes PDF files for archives (PDF/A-3b) of pages, by the program WeasyPrint in a process of its own.
package struct PDFMaker: Sendable {
    /// The program's absolute path.
    let program: String
    /// After so long the program is ended.
    let timeLimit: Duration
    /// The most bytes that a PDF may have: 256 MiB.
    static let mostBytes = 256 << 20

    /// Finds the program in the folders of a search path such as the variable `PATH`; throws `.notInstalled` where it is
    /// in none of them.
    package init(searchPath: String?, timeLimit: Duration = .seconds(600)) throws(PDFFailure) {
        let folders = (searchPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
        let candidates = folders.map { "\($0)/weasyprint" }
        guard let program = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .notInstalled
        }
        self.program = program
        self.timeLimit = timeLimit
    }

    /// The PDF of a page that needs nothing but itself. Files pass through a new folder in `folder`, gone afterwards.
    /// The same page, day and name give the same bytes where program and fonts are the same.
    ///
    /// - Parameters:
    ///   - name: what the file is known by in its own trailer.
    ///   - day: stands as the day of making wherever the program asks the clock.
    func pdf(of page: [UInt8], named name: Fingerprint, day: Day, in folder: String) async throws -> [UInt8] {
        let work = folder + "/pdf-" + UUID().uuidString
        // An empty folder as base: a relative address in the page leads nowhere.
        try FileManager.default.createDirectory(atPath: work + "/empty", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: work) }
        try Data(page).write(to: URL(filePath: work + "/page.html"))
        try await run(arguments(in: work, name), environment(in: work, day))
        return try Self.checked(work + "/page.pdf")
    }

    private func arguments(in work: String, _ name: Fingerprint) -> [String] {
        [
            "--quiet", "--encoding", "utf-8", "--base-url", "file://\(work)/empty/", "--pdf-variant", "pdf/a-3b",
            "--pdf-identifier", name.hex, work + "/page.html", work + "/page.pdf",
        ]
    }

    /// Nothing of our own environment: settings hold secrets, and locale, time zone, clock and the seed of Python's hashes
    /// would show in the bytes.
    private func environment(in work: String, _ day: Day) -> [Environment.Key: String] {
        let seconds = Instant("\(day)T00:00:00Z").map { $0.milliseconds / 1000 } ?? 0
        return [
            "PATH": "/usr/bin:/bin", "HOME": work, "TMPDIR": work, "LANG": "C.UTF-8", "TZ": "UTC",
            "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": String(max(0, seconds)),
        ]
    }

    private func run(_ arguments: [String], _ environment: [Environment.Key: String]) async throws {
        let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask { try await Self.outcome(of: program, arguments, environment) }
            group.addTask {
                try await Task.sleep(for: timeLimit)
                return .late
            }
            // Whichever ends first; ending the other kills the program where that was the clock.
            defer { group.cancelAll() }
            return try await group.next() ?? .late
        }
        switch outcome {
        case .done: return
        case .failed(let detail): throw PDFFailure.failed(detail: detail)
        case .late: throw PDFFailure.tookTooLong(seconds: Int(timeLimit.components.seconds))
        }
    }

    private enum Outcome: Sendable {
        case done
        case failed(String)
        case late
    }

    private static func outcome(
        of program: String, _ arguments: [String], _ environment: [Environment.Key: String]
    ) async throws -> Outcome {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
        ]
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(environment),
            platformOptions: options, output: .discarded, error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            return .failed(String(result.standardError.suffix(500)))
        }
        return .done
    }

    /// The file's bytes, where they are a whole PDF that calls itself PDF/A-3b.
    private static func checked(_ path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw PDFFailure.failed(detail: "no output") }
        defer { try? handle.close() }
        let data = try handle.read(upToCount: mostBytes + 1) ?? Data()
        guard data.count <= mostBytes else { throw PDFFailure.tooLarge(most: mostBytes) }
        let marks = ["pdfaid:part=\"3\"", "pdfaid:conformance=\"B\""]
        let isWhole = data.starts(with: Data("%PDF-".utf8)) && data.suffix(16).range(of: Data("%%EOF".utf8)) != nil
        guard isWhole, marks.allSatisfy({ data.range(of: Data($0.utf8)) != nil }) else { throw PDFFailure.notArchival }
        return [UInt8](data)
    }
}
