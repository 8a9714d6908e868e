import Federation
import Foundation

/// A folder that files are written into, each whole or not at all.
struct OutputFolder {
    let path: String

    /// Makes the folder where it is missing.
    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Writes renderings under a common name; returns their paths.
    func write(_ renderings: [Rendering], named name: String) throws -> [String] {
        try renderings.map { rendering in
            let file = "\(path)/\(name).\(rendering.suffix)"
            try Data(rendering.bytes).write(to: URL(filePath: file), options: .atomic)
            return file
        }
    }
}
