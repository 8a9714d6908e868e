import Federation
import Reading

/// Passes a part's bytes on and looks for personal identity numbers (personnummer) in all of them: in values, names and
/// comments, also in a file that no parser reads.
final class PersonalNumberScanner: ByteSource {
    /// Where a number was found; the number itself is not kept.
    var found: [Spot] { scan.found }

    private let source: any ByteSource
    private var scan = PersonalNumberScan()

    /// A scanner in front of a part's content.
    init(_ source: any ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(into: buffer)
        scan.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if count == 0 { scan.endOfWord() }
        return count
    }

    /// Reads on to the end, for its own sake.
    func drain() throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
        defer { buffer.deallocate() }
        while try read(into: buffer) > 0 {}
    }
}
