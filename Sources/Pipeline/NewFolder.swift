import Foundation

/// A folder of files that is there whole or not at all.
enum NewFolder {
    /// Lets `fill` write into a folder beside the wanted one, which then takes its name.
    ///
    /// Throws `CommandError` where something is there already, and what writing throws; then nothing is left behind.
    static func write(_ path: String, fill: (_ place: String) throws -> Void) throws {
        let manager = FileManager.default
        let target = URL(filePath: path).standardizedFileURL
        try refuse(taken: target.path)
        try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        let beside = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent)-\(UUID().uuidString)")
        try manager.createDirectory(at: beside, withIntermediateDirectories: false)
        do {
            try fill(beside.path)
            // An empty folder of that name may be replaced; Foundation moves onto nothing that is there.
            if manager.fileExists(atPath: target.path) { try manager.removeItem(at: target) }
            try manager.moveItem(at: beside, to: target)
        } catch {
            try? manager.removeItem(at: beside)
            throw error
        }
    }

    private static func refuse(taken path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard names?.isEmpty != true else { return }
        throw CommandError(
            "\(path) finns redan och är inte tom. Ange en ny mapp, så att inget blandas ihop eller skrivs över.",
            "\(path) is there already and not empty. Give a new folder, so that nothing is mixed up or overwritten.")
    }
}
