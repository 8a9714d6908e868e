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

    /// Writes one rendering; returns its path. The file is named only when it is whole.
    func write(_ rendering: Rendering, named name: String) throws -> String {
        let file = "\(name).\(rendering.suffix)"
        try clearAway(partsOf: file)
        let part = "\(path)/.\(file).part-\(getpid())"
        do {
            try Data(rendering.bytes).write(to: URL(filePath: part))
            guard rename(part, "\(path)/\(file)") == 0 else {
                let cause = NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
                throw CocoaError(
                    .fileWriteUnknown, userInfo: [NSFilePathErrorKey: "\(path)/\(file)", NSUnderlyingErrorKey: cause])
            }
        } catch {
            unlink(part)
            throw error
        }
        return "\(path)/\(file)"
    }

    /// Removes what killed programs had begun to write of a file; a living one is left in peace.
    private func clearAway(partsOf file: String) throws {
        let prefix = ".\(file).part-"
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasPrefix(prefix) {
            guard let writer = pid_t(name.dropFirst(prefix.count)), kill(writer, 0) != 0, errno == ESRCH else {
                continue
            }
            unlink("\(path)/\(name)")
        }
    }
}
