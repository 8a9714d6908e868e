import Foundation
import Testing

/// The program itself, run as a person runs it: what it wrote and how it ended.
struct Program {
    let out: String
    let err: String
    let code: Int32

    /// Runs the program with those words in the package's folder, with no settings but those given; no file of it may
    /// grow beyond `fileBytes`.
    init(_ words: [String], settings: [String: String] = [:], fileBytes: Int? = nil) throws {
        let program = Program.file
        try self.init(
            fileBytes == nil ? program : URL(filePath: "/usr/bin/prlimit"),
            (fileBytes.map { ["--fsize=\($0)", program.path] } ?? []) + words, settings)
    }

    /// Runs a line of shell that names the program `$PROGRAM` and a folder `$FOLDER`.
    init(shell: String, folder: String) throws {
        try self.init(
            URL(filePath: "/bin/bash"), ["-c", shell], ["PROGRAM": Program.file.path, "FOLDER": folder])
    }

    private static var file: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "samverkan")
    }

    private init(_ executable: URL, _ words: [String], _ settings: [String: String]) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = words
        process.currentDirectoryURL = URL(filePath: packageFolder)
        process.environment = ["PATH": "/usr/bin:/bin"].merging(settings) { $1 }
        // Files instead of pipes: nobody has to empty them while the program runs.
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let files = ["out", "err"].map { URL(filePath: folder.path + "/" + $0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        out = try String(contentsOf: files[0], encoding: .utf8).replacing("\u{A0}", with: " ")
        err = try String(contentsOf: files[1], encoding: .utf8).replacing("\u{A0}", with: " ")
        code = process.terminationStatus
    }
}

/// A folder of a test's own.
struct TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.path + "/samverkan-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    /// A file in it.
    func file(_ name: String, _ text: String = "") throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// The folder of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
