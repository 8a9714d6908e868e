import Federation
import Foundation
import Logging
import Pipeline
import Publishing

/// A folder that files are written into, each whole or not at all.
struct OutputFolder {
    let path: String

    /// Makes the folder where it is missing. Throws `CommandError` where it cannot be written in.
    init(_ path: String) throws {
        self.path = path
        try WorkFolder.prepare(path, option: "--out")
    }

    /// Writes every form of a price list under a common name, one after the other; returns their paths.
    func write(_ document: PriceListDocument, named name: String, logger: Logger) throws -> [String] {
        var watch = Stopwatch(logger)
        return try WrittenForm.allCases.map { form in
            let rendering = try document.rendering(form)
            let file = try write(rendering, named: name)
            watch.ended(rendering.suffix)
            return file
        }
    }

    /// Writes one rendering; returns its path.
    func write(_ rendering: Rendering, named name: String) throws -> String {
        let file = "\(path)/\(name).\(rendering.suffix)"
        try Data(rendering.bytes).write(to: URL(filePath: file), options: .atomic)
        return file
    }
}
