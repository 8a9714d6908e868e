import Foundation
import Pipeline

/// A folder that a command writes in: made where it is missing, and refused in words where it cannot be used.
enum WorkFolder {
    /// Makes the folder, with those above it.
    ///
    /// - Parameter option: what the person wrote the path after, such as `--data`.
    ///
    /// Throws `CommandError` where a file stands in the way or the right to write is missing.
    static func prepare(_ path: String, option: String) throws {
        try refuseFile(path, option)
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            // A full disk is no mistake of the person's.
            guard SystemFault(error)?.isFull != true else { throw error }
            throw CommandError(
                "\(option) \(path): mappen finns inte och kan inte skapas där. Ange en mapp som du får skriva i.",
                "\(option) \(path): the folder is not there and cannot be made there. Give one that you may write in.")
        }
        guard access(path, W_OK | X_OK) == 0 else {
            throw CommandError(
                "\(option) \(path): du får inte skriva i mappen. Ange en annan, eller be om rätt att skriva i den.",
                "\(option) \(path): you may not write in the folder. Give another, or ask for the right to write in it."
            )
        }
    }

    /// Looks for a file where the folder, or one above it, should be.
    private static func refuseFile(_ path: String, _ option: String) throws {
        var isFolder: ObjCBool = false
        var place = path
        while !FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) {
            let above = (place as NSString).deletingLastPathComponent
            guard !above.isEmpty, above != place else { return }
            place = above
        }
        guard !isFolder.boolValue else { return }
        throw CommandError(
            "\(option) \(path): \(place) är en fil, men här ska vara en mapp. Ange en annan sökväg.",
            "\(option) \(path): \(place) is a file, but a folder is wanted here. Give another path.")
    }
}
