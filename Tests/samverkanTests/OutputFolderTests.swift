import Federation
import Foundation
import Testing

@testable import samverkan

/// Files that a command writes for people.
struct OutputFolderTests {
    private let rendering = Rendering(suffix: "csv", mediaType: "text/csv", bytes: Array("a;b".utf8))

    @Test func `a killed program's unfinished file is gone after the next run, and a living one's is not`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/out-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let out = try OutputFolder(folder)
        // No process has the largest number; the first one always lives.
        for writer in ["2147483647", "1", "x"] {
            try Data("a".utf8).write(to: URL(filePath: "\(folder)/.lista.csv.part-\(writer)"))
        }
        let path = try out.write(rendering, named: "lista")
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("a;b".utf8))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == [".lista.csv.part-1", ".lista.csv.part-x", "lista.csv"])
    }
}
