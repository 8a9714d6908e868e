import Federation
import Foundation
import Harvest
import Logging
import Publishing
import Storage

/// Makes the files of an edition, each once, and keeps them in the archive.
struct EditionMaker {
    let archive: Archive
    /// What every name begins with: `prislista-2023-utgava-1`.
    let stem: String
    /// A folder for files on their way.
    let folder: String
    let logger: Logger

    /// Every written form of the list, then the workbook and the PDF, whose covers name the forms before them. The same
    /// minutes give the same bytes.
    func make(_ minutes: Minutes, pdf: PDFMaker?) async throws -> [EditionFile] {
        var files: [EditionFile] = []
        var watch = Stopwatch(logger)
        for form in WrittenForm.allCases {
            let document = minutes.document
            files.append(try await OffPool.run { try keep(try document.rendering(form)) })
            watch.ended("\(form)")
        }
        var whole = minutes
        whole.cover = PriceListCover(
            fingerprint: minutes.cover.fingerprint,
            files: files.map { PriceListCover.File(name: $0.name, sha256: $0.sha256) },
            correction: minutes.cover.correction)
        files.append(try await OffPool.run { [whole] in try workbook(whole) })
        watch.ended("xlsx")
        if let pdf {
            let rendering = try await whole.pdf(by: pdf, in: folder)
            files.append(try await OffPool.run { try keep(rendering) })
            watch.ended("pdf")
        }
        return files
    }

    private func keep(_ rendering: Rendering) throws -> EditionFile {
        EditionFile(
            name: "\(stem).\(rendering.suffix)", mediaType: rendering.mediaType,
            sha256: try archive.keep(rendering.bytes), length: rendering.bytes.count)
    }

    private func workbook(_ minutes: Minutes) throws -> EditionFile {
        let work = "\(folder)/workbook-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: work) }
        let path = work + "/list.xlsx"
        try minutes.document.writeWorkbook(to: path, temporaryFolder: work, cover: minutes.cover)
        let kept = try archive.keepCopy(of: path)
        return EditionFile(
            name: "\(stem).xlsx",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sha256: kept.sha256,
            length: kept.length)
    }
}
