import Federation
import Foundation
import Pricing

/// A small text file of ours line by line, known by its bytes.
struct FileRows: Sendable {
    let fingerprint: Fingerprint
    private let rows: [String]

    /// Reads the file; throws where it cannot be read.
    init(path: String) throws { self.init(bytes: Array(try Data(contentsOf: URL(filePath: path)))) }

    init(bytes: [UInt8]) {
        fingerprint = Fingerprint(of: bytes)
        rows = String(decoding: bytes, as: UTF8.self).split(separator: /\r?\n/, omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The row with that number, from 1, and the three before and after it; nil where there is no such row.
    func excerpt(of line: Int) -> RawExcerpt? {
        guard rows.indices.contains(line - 1) else { return nil }
        let before = rows[max(line - 4, 0)..<line - 1].map { $0 + "\n" }.joined()
        let after = rows[line..<min(line + 3, rows.count)].map { "\n" + $0 }.joined()
        return RawExcerpt(path: nil, before: before, text: rows[line - 1], after: after)
    }
}
