import Foundation
import Testing

/// Python's exact fractions, which know nothing of our code.
enum Oracle {
    /// What a program of `Oracles` says of these lines; it must end with that sentence and find nothing wrong.
    static func expect(_ program: String, on lines: [String], saying sentence: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "lines.txt")
        try Data(lines.joined().utf8).write(to: file)

        let oracle = Process()
        oracle.executableURL = URL(filePath: "/usr/bin/python3")
        // Without bytecode, so that nothing is left beside the programs.
        oracle.arguments = ["-B", path(of: program)]
        oracle.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        oracle.standardOutput = output
        try oracle.run()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        oracle.waitUntilExit()
        #expect(oracle.terminationStatus == 0, "\(String(decoding: told.suffix(2_000), as: UTF8.self))")
        #expect(String(decoding: told, as: UTF8.self).hasSuffix(sentence + "\n"))
    }

    /// How many to draw: a few, or as many as the proofs ask for by a variable of the environment.
    static func count(_ variable: String, usually few: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? few
    }

    private static func path(of program: String) -> String {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "Oracles/\(program)").path()
    }
}
