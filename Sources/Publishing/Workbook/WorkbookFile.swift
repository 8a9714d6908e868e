import CXLSXWriter
package import Federation
import Glibc

/// What a workbook says about itself.
struct WorkbookProperties {
    let title: String
    let subject: String
    let author: String
    /// Stands as the day of making, so that the same list gives the same bytes.
    let day: Day
}

/// The door to libxlsxwriter: a workbook that is written to its file row by row, in memory that does not grow with it.
final class WorkbookFile {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    let styles: WorkbookStyles

    private init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        styles = WorkbookStyles(workbook)
    }

    /// Writes a workbook to `path`; what it is made of lies in `temporaryFolder` meanwhile. Throws `WorkbookError`, and
    /// then leaves no file.
    static func write(
        to path: String, temporaryFolder: String, properties: WorkbookProperties, _ body: (WorkbookFile) throws -> Void
    ) throws {
        try withPointLocale {
            try requireWritable(path, temporaryFolder)
            let folder = strdup(temporaryFolder)
            defer { free(folder) }
            var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
            guard let workbook = workbook_new_opt(path, &options) else {
                throw WorkbookError(path: path, detail: "workbook_new_opt")
            }
            let file = WorkbookFile(workbook)
            do {
                try file.set(properties)
                try body(file)
                try requireRoom(xlsx_room_to_close(workbook), in: temporaryFolder)
            } catch {
                lxw_workbook_free(workbook)
                unlink(path)
                throw error
            }
            let outcome = workbook_close(workbook)
            guard outcome == LXW_NO_ERROR else {
                unlink(path)
                throw WorkbookError(path: path, outcome)
            }
        }
    }

    /// A new sheet; names are at most 31 characters without `[]:*?/\`.
    func addSheet(_ name: String, columns: [WorkbookColumn], header: String) throws -> WorkbookSheet {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookError(path: name, detail: "workbook_add_worksheet")
        }
        return try WorkbookSheet(sheet, name: name, columns: columns, header: header, styles: styles)
    }

    /// Takes the room that closing needs, and gives it back: the library would not notice a full disk then.
    private static func requireRoom(_ bytes: Int64, in folder: String) throws {
        let path = folder + "/room"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WorkbookError(path: path, detail: String(cString: strerror(errno))) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let failure = posix_fallocate(descriptor, 0, off_t(bytes))
        guard failure == 0 else { throw WorkbookError(path: folder, detail: String(cString: strerror(failure))) }
    }

    /// Finds out beforehand what the library would print to the standard error.
    private static func requireWritable(_ path: String, _ folder: String) throws {
        guard access(folder, W_OK | X_OK) == 0 else {
            throw WorkbookError(path: folder, detail: String(cString: strerror(errno)))
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WorkbookError(path: path, detail: String(cString: strerror(errno))) }
        close(descriptor)
    }

    private func set(_ properties: WorkbookProperties) throws {
        let texts = [properties.title, properties.subject, properties.author].map { strdup($0.cellText) }
        defer { for text in texts { free(text) } }
        var kept = lxw_doc_properties()
        kept.title = texts[0]
        kept.subject = texts[1]
        kept.author = texts[2]
        // Zero would mean now, which would differ from day to day.
        kept.created = Instant("\(properties.day)T00:00:00Z").map { time_t($0.milliseconds / 1000) } ?? 1
        try check(workbook_set_properties(workbook, &kept))
    }

    /// Runs the work on a thread whose numbers have a decimal point: the library writes them by the locale of the thread,
    /// and a decimal comma would break the file.
    private static func withPointLocale(_ work: () throws -> Void) throws {
        guard let point = xlsx_point_locale() else { throw WorkbookError(path: "C", detail: "newlocale") }
        let before = uselocale(point)
        defer {
            uselocale(before)
            freelocale(point)
        }
        try work()
    }
}

/// Why a workbook could not be written.
package struct WorkbookError: Error, Hashable, Sendable {
    /// The file or folder that it is about.
    package let path: String
    /// The library's or the system's own words.
    package let detail: String

    init(path: String, detail: String) {
        self.path = path
        self.detail = detail
    }

    init(path: String, _ error: lxw_error) {
        self.init(path: path, detail: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
    }

    /// The error as a sentence for a person.
    package func words(in language: Language) -> String {
        language.pick(
            "Excel-filen kan inte skrivas till \(path) (\(detail)). Se efter att mappen finns, att den får skrivas i och "
                + "att disken har plats.",
            "The Excel file cannot be written to \(path) (\(detail)). Check that the folder exists, that it may be "
                + "written to and that the disk has room.")
    }
}

/// Throws where the library refused.
func check(_ outcome: lxw_error, in name: String = "xlsx") throws {
    guard outcome == LXW_NO_ERROR else { throw WorkbookError(path: name, outcome) }
}
