import Federation
import Foundation
import Harvest
import Reading
import Registry

/// The files of one delivery that a person hands in (filer), in the order and with the roles that a fetch gives them.
struct HandedFiles {
    /// One file and what it is in its delivery: `body`, `page`, `index` or `part`.
    struct File: Sendable {
        let path: String
        let role: String
    }

    let files: [File]

    /// Puts the files in order: pages stand as they were given; of an index the first is the index, and the others are
    /// matched to its entries by name. One file alone may be a whole delivery whatever the feed's rule.
    ///
    /// Throws `CommandError` where a file is missing, is one too many, or cannot be told from another.
    init(_ paths: [String], feed: FeedDescriptor, limits: FetchLimits) throws {
        guard let first = paths.first else { throw CommandError("Ange minst en fil.", "Give at least one file.") }
        switch feed.feed.parts {
        case .single:
            guard paths.count == 1 else {
                throw CommandError(
                    "Regionens flöde är en enda fil, men \(paths.count) angavs. Ange en i taget.",
                    "The region's feed is one single file, but \(paths.count) were given. Give one at a time.")
            }
            files = [File(path: first, role: "body")]
        case .pages(let next):
            try HandedFiles.requireLastPage(paths, next, limits)
            files = paths.map { File(path: $0, role: "page") }
        case .index(let entries):
            let links = try HandedFiles.links(entries, of: first, as: .xml, limits)
            files = try HandedFiles.inOrder(paths, links)
        }
    }

    /// Each page but the last names the one after it.
    private static func requireLastPage(_ paths: [String], _ next: String, _ limits: FetchLimits) throws {
        for (index, path) in paths.enumerated() {
            let link = try links(next, of: path, as: .json, limits).first
            let isLast = index == paths.count - 1
            if isLast, let link {
                throw CommandError(
                    "Sidan efter \(path) saknas: filen hänvisar till \(link). Ange alla sidor, i ordning.",
                    "The page after \(path) is missing: the file refers to \(link). Give all pages, in order.")
            }
            if !isLast, link == nil {
                throw CommandError(
                    "\(path) är den sista sidan, men fler filer följer. Ange sidorna i ordning.",
                    "\(path) is the last page, but more files follow. Give the pages in order.")
            }
        }
    }

    private static func inOrder(_ paths: [String], _ links: [String]) throws -> [File] {
        let index = paths[0]
        guard !links.isEmpty else {
            guard paths.count == 1 else {
                throw CommandError(
                    "\(index) räknar inte upp några delar. Ange indexfilen först, sedan delarna.",
                    "\(index) lists no parts. Give the index first, then the parts.")
            }
            return [File(path: index, role: "body")]
        }
        var rest = Array(paths.dropFirst())
        var files = [File(path: index, role: "index")]
        var missing: [String] = []
        for name in links.map(HandedFiles.name) {
            if let position = rest.firstIndex(where: { HandedFiles.name($0) == name }) {
                files.append(File(path: rest.remove(at: position), role: "part"))
            } else {
                missing.append(name)
            }
        }
        guard missing.isEmpty else {
            let names = missing.joined(separator: ", ")
            throw CommandError(
                "\(index) räknar upp delar som inte angavs: \(names). Ange alla delar; de känns igen på filnamnet.",
                "\(index) lists parts that were not given: \(names). Give all parts; they are known by their file name."
            )
        }
        guard rest.isEmpty else {
            let names = rest.joined(separator: ", ")
            throw CommandError(
                "\(index) räknar inte upp \(names). Ta bort dem, eller ge filerna de namn som står i indexet.",
                "\(index) does not list \(names). Leave them out, or give the files the names that stand in the index.")
        }
        return files
    }

    /// The file's name at the end of a path or an address.
    private static func name(_ path: String) -> String {
        let plain = path.prefix { $0 != "?" && $0 != "#" }
        let last = plain.split(separator: "/").last.map(String.init) ?? path
        return last.removingPercentEncoding ?? last
    }

    private static func links(
        _ path: String, of file: String, as format: DocumentFormat, _ limits: FetchLimits
    ) throws -> [String] {
        do {
            return try FileLinks.links(at: path, ofFile: file, coding: Gateway.coding(of: file), as: format, limits)
        } catch let failure as FeedFailure {
            throw CommandError(
                "\(file) hänvisar vidare på ett sätt som inte går att följa: \(failure.detail).",
                "\(file) refers onward in a way that cannot be followed: \(failure.detail).")
        }
    }
}
