import Federation
import Foundation
import RegionSimulator
import Testing

/// The folder of the repository, found from this file.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The region of that name.
func simulated(_ text: String) throws -> RegionSlug { try #require(RegionSlug(text)) }

/// A small JSON document as Foundation reads it.
func json(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

/// The records of one kind in a canonical JSON document.
func records(_ name: String, in document: [String: Any]) -> [[String: Any]] { document[name] as? [[String: Any]] ?? [] }

/// The key of a care service in a canonical document or an adopted list.
func key(_ line: [String: Any]) -> String {
    ["provider", "unit", "code", "typeOfCare", "careLevel"].map { line[$0] as? String ?? "-" }.joined(separator: "|")
}

/// The amount of a line in öre; nil where it has none.
func ore(_ line: [String: Any]) -> Int64? { (line["amount"] as? String).flatMap { Amount(wire: $0)?.ore } }

/// Whether a program ends with 0.
func succeeds(_ program: String, _ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
}

/// Runs the work with a folder that is removed afterwards.
func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "samverkan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
}
