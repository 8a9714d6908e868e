import Federation
import Foundation
import Pricing
import Publishing
import Testing

/// A workbook read back by a reader of another make: Python's zip and XML.
struct ReadWorkbook {
    /// A cell with the type and the characters that the file holds.
    struct Cell: Decodable, Equatable {
        let type: String
        let value: String
        let format: String
    }

    let sheets: [(name: String, rows: [[Cell]])]
    let properties: String

    init(_ path: String) throws {
        let answer = try JSONDecoder().decode(
            Answer.self, from: Tool.output("/usr/bin/python3", ["-c", Self.script, path]))
        sheets = zip(answer.names, answer.sheets).map { ($0, $1) }
        properties = answer.properties
    }

    /// The rows of a sheet as they stand.
    func rows(_ name: String) throws -> [[Cell]] { try #require(sheets.first { $0.name == name }).rows }

    /// The texts of a sheet's rows.
    func texts(_ name: String) throws -> [[String]] { try rows(name).map { $0.map(\.value) } }

    private struct Answer: Decodable {
        let names: [String]
        let sheets: [[[Cell]]]
        let properties: String
    }

    private static let script = """
        import json, re, sys, zipfile
        from xml.etree import ElementTree
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(main + "sheet")]
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(main + "numFmt")}
        builtin = {"0": "General", "3": "#,##0", "4": "#,##0.00"}
        formats = [x.get("numFmtId") for x in styles.find(main + "cellXfs")]
        sheets = []
        for number in range(1, len(names) + 1):
            rows = []
            for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(main + "row"):
                cells = []
                for cell in row:
                    assert cell.find(main + "f") is None, "a formula"
                    column = 0
                    for letter in re.match("[A-Z]+", cell.get("r")).group():
                        column = column * 26 + ord(letter) - 64
                    while len(cells) < column - 1:
                        cells.append({"type": "empty", "value": "", "format": ""})
                    style = formats[int(cell.get("s") or 0)]
                    text = "".join(t.text or "" for t in cell.iter(main + "t")) if cell.get("t") == "inlineStr" else None
                    value = cell.find(main + "v")
                    cells.append({"type": "text" if text is not None else "number",
                                  "value": text if text is not None else (value.text if value is not None else ""),
                                  "format": codes.get(style, builtin.get(style, style))})
                rows.append(cells)
            sheets.append(rows)
        print(json.dumps({"names": names, "sheets": sheets, "properties": book.read("docProps/core.xml").decode()}))
        """
}

/// Runs a program, and gives what it printed.
enum Tool {
    static func output(_ path: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return answer
    }
}

/// Gives a folder of its own, which is gone afterwards.
func withFolder<T>(_ work: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.path + "/publishing-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try work(folder)
}

extension PriceListDocument {
    /// The workbook's bytes.
    func workbook(in folder: String) throws -> Data {
        let path = folder + "/" + UUID().uuidString
        try writeWorkbook(to: path, temporaryFolder: folder, cover: Sample.cover)
        return try Data(contentsOf: URL(filePath: path))
    }

    /// The workbook, read back.
    func readWorkbook() throws -> ReadWorkbook {
        try withFolder { folder in
            try writeWorkbook(to: folder + "/a.xlsx", temporaryFolder: folder, cover: Sample.cover)
            return try ReadWorkbook(folder + "/a.xlsx")
        }
    }
}

extension Sample {
    static let cover = PriceListCover(
        fingerprint: Fingerprint(of: "edition".utf8),
        files: [.init(name: "prislista-2023.csv", sha256: Fingerprint(of: "csv".utf8))])
}
