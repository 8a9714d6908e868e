package import Federation
import Foundation
import Reading

/// A mistake in one of the files that we work by, told once with file and place.
package struct PremisesError: Error, Hashable, Sendable {
    /// The path of the file.
    package let file: String
    /// The line, from 1; nil where the whole file is meant.
    package let line: Int?
    package let column: Int?
    /// A JSON Pointer; empty where there is none.
    package let path: String
    /// What is wrong, in Swedish and in English.
    package let swedish: String
    package let english: String

    package init(
        file: String, line: Int? = nil, column: Int? = nil, path: String = "", swedish: String, english: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.swedish = swedish
        self.english = english
    }

    /// A fault of reading, in that file.
    init(file: String, _ fault: ReadingFault) {
        self.init(
            file: file, line: fault.spot?.line, column: fault.spot?.column, path: fault.arguments["path"] ?? "",
            swedish: fault.words.swedish, english: fault.words.english)
    }

    /// The mistake as one line for a person.
    package func words(in language: Language) -> String {
        let place = line.map { line in
            language.pick(", rad \(line)", ", line \(line)")
                + (column.map { language.pick(", kolumn \($0)", ", column \($0)") } ?? "")
        }
        return "\(file)\(place ?? "")\(path.isEmpty ? "" : " (\(path))"): \(language.pick(swedish, english))"
    }
}

/// One of our own small files while it is read.
struct SourceFile {
    let path: String
    let bytes: [UInt8]

    /// The most bytes that a file of ours may have: 16 MiB.
    private static let mostBytes = 16 << 20

    /// Reads the file; a file that is not there or too large is a mistake like any other.
    init(_ path: String) throws(PremisesError) {
        let handle = FileHandle(forReadingAtPath: path)
        defer { try? handle?.close() }
        guard let handle, let data = try? handle.read(upToCount: SourceFile.mostBytes + 1) ?? Data() else {
            throw PremisesError(
                file: path, swedish: "filen finns inte eller kan inte läsas", english: "the file cannot be read")
        }
        guard data.count <= SourceFile.mostBytes else {
            throw PremisesError(
                file: path, swedish: "filen är större än 16 MiB, det mesta som läses",
                english: "the file is larger than 16 MiB, the most that is read")
        }
        self.path = path
        bytes = [UInt8](data)
    }

    var fingerprint: Fingerprint { Fingerprint(of: bytes) }

    /// Reads the file as JSON by `make`; a fault gets the file's name.
    func json<T>(_ make: (JSONValue) throws -> T) throws(PremisesError) -> T {
        try located { try make(try JSONValue.read(bytes: bytes)) }
    }

    /// Runs what reads this file; a fault gets the file's name.
    func located<T>(_ work: () throws -> T) throws(PremisesError) -> T {
        do {
            return try work()
        } catch let error as PremisesError {
            throw error
        } catch let fault as ReadingFault {
            throw PremisesError(file: path, fault)
        } catch {
            throw PremisesError(file: path, swedish: "\(error)", english: "\(error)")
        }
    }

    /// The files of a folder with that ending, in canonical order.
    static func files(in folder: String, ending: String) throws(PremisesError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw PremisesError(
                file: folder, swedish: "mappen finns inte eller kan inte läsas",
                english: "the folder cannot be read")
        }
        return names.filter { $0.hasSuffix(ending) && !$0.hasSuffix(".schema.json") }
            .sorted { $0.precedes($1) }.map { folder + "/" + $0 }
    }
}

extension JSONValue {
    /// The string of this value made into something, or the fault that it is not that.
    func parsed<T>(_ expected: String, _ make: (String) -> T?) throws -> T {
        guard let value = make(try string()) else { throw unexpected(expected) }
        return value
    }

    /// One of the raw values of a closed list.
    func one<T: RawRepresentable & CaseIterable>(of type: T.Type) throws -> T where T.RawValue == String {
        try parsed(T.allCases.map(\.rawValue).joined(separator: " | ")) { T(rawValue: $0) }
    }

    /// The items of an array, each read by `make`.
    func map<T>(_ make: (JSONValue) throws -> T) throws -> [T] { try items().map(make) }
}
