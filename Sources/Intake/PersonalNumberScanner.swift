import Federation
import Reading

/// Passes a part's bytes on and looks for personal identity numbers (personnummer) in all of them: in values, names and
/// comments, also in a file that no parser reads. Values are looked into once more as they read with entities and
/// escapes resolved.
final class PersonalNumberScanner: ByteSource {
    /// The code of its findings.
    static let code = "personal-number"

    private let source: any ByteSource
    private var scan = PersonalNumberScan()
    /// Numbers that only resolved text shows: how many, and where the first of those texts begin.
    private var hiddenCount = 0
    private var hidden: [Spot] = []

    /// Whether any number was found.
    var hasFound: Bool { scan.total + hiddenCount > 0 }

    /// Where numbers were found; the numbers themselves are not kept.
    var found: [Spot] { (scan.found + hidden).sorted { $0.offset < $1.offset } }

    /// A scanner in front of a part's content.
    init(_ source: any ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        scan.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if count == 0 { scan.endOfWord() }
        return count
    }

    /// Looks into a text with entities and escapes resolved; `range` is where it stands as written, from `start` on.
    func look(into text: UnsafeBufferPointer<UInt8>, at start: Spot, _ range: Range<Int>) {
        let inside = PersonalNumberScan.count(in: text)
        guard inside > 0 else { return }
        let seen = scan.offsets.count(before: range.upperBound) - scan.offsets.count(before: range.lowerBound)
        guard inside > seen else { return }
        hiddenCount += inside - seen
        if hidden.count < FindingsReport.samplesPerCode, hidden.last != start { hidden.append(start) }
    }

    /// What is told of a part's numbers.
    func findings(part: Int) -> WaitingFindings {
        let samples = found.map { spot in
            let place = Place(
                part: part, bytes: spot.offset..<spot.offset, line: spot.line, column: spot.column, path: "")
            return Finding(PersonalNumberScanner.code, at: place)
        }
        return WaitingFindings(total: scan.total + hiddenCount, samples: samples)
    }

    /// Reads on to the end, for its own sake.
    func drain() throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
    }
}

extension [Int] {
    /// How many of these ascending numbers are less than a limit.
    fileprivate func count(before limit: Int) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
