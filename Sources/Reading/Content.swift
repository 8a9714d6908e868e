/// A document on its way in: taken from its source by pieces, turned into UTF-8, with places in the content as it came.
/// Offsets are those of the UTF-8 without byte order mark, unless they stand in a `Spot`.
final class Content {
    /// Pieces are always this long but the last, so that a fault does not depend on how the bytes came.
    static let pieceLength = 64 << 10

    let limits: ReadingLimits
    let window = ByteWindow(capacity: pieceLength * 4)
    /// What the encoding rule had to say.
    let notices: [ReadingFault]
    private let source: any ByteSource
    private let transcoder: Transcoder
    private var tracker: PlaceTracker
    private let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceLength, alignment: 16)
    private var rawCount = 0
    private var totalBytes = 0
    private var sourceEnded = false
    /// Thrown when everything before it has been handed out, so that faults come in the order of the document.
    private var waiting: ReadingFault?

    /// Reads the first piece; throws where it shows that the content cannot be read.
    init(
        _ source: some ByteSource, format: DocumentFormat, encodingRule: EncodingRule, limits: ReadingLimits
    ) throws {
        self.source = source
        self.limits = limits
        let count = try Content.fill(raw, from: 0, source: source)
        let head = Array(raw[..<min(count, 4096)])
        if let kind = ForeignKind(head: head, format: format) {
            throw ReadingFault("looks-like", ["what": kind.rawValue], at: .start)
        }
        let verdict = try encodingRule.verdict(format: format, head: head)
        if count < Content.pieceLength, raw[verdict.markLength..<count].allSatisfy(isBlank) {
            throw ReadingFault("empty-document", at: .start)
        }
        notices = verdict.notices
        transcoder = Transcoder(encoding: verdict.encoding)
        tracker = PlaceTracker(encoding: verdict.encoding, markLength: verdict.markLength)
        rawCount = count
        totalBytes = count
        sourceEnded = count < Content.pieceLength
        try transcode(from: verdict.markLength)
    }

    deinit { raw.deallocate() }

    /// How far the places have been walked.
    var position: Int { tracker.position }
    /// The place of the position.
    var spot: Spot { tracker.spot }
    /// The byte of the position in the content as it came.
    var sourceOffset: Int { tracker.offset }

    /// Walks on to that offset; never back.
    func advance(to offset: Int) {
        guard offset > position else { return }
        tracker.advance(over: window.bytes(position..<min(offset, window.end)))
    }

    /// Walks on over bytes that satisfy the condition, as far as the window goes.
    func advance(while condition: (UInt8) -> Bool) {
        let rest = window.bytes(position..<window.end)
        advance(to: position + (rest.firstIndex { !condition($0) } ?? rest.count))
    }

    /// Adds the next piece to the window, forgetting what the places have passed; false at the end.
    func fill() throws -> Bool {
        if let waiting { throw waiting }
        guard !sourceEnded else { return false }
        if position - window.base > Content.pieceLength { window.drop(before: position) }
        let before = rawCount
        rawCount = try Content.fill(raw, from: before, source: source)
        totalBytes += rawCount - before
        sourceEnded = rawCount < raw.count
        try transcode(from: 0)
        return true
    }

    private static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from start: Int, source: any ByteSource
    ) throws -> Int {
        var count = start
        while count < buffer.count {
            let added = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if added == 0 { break }
            count += added
        }
        return count
    }

    /// Moves what is in the raw buffer to the window; the start of a character stays for the next piece.
    private func transcode(from start: Int) throws {
        guard totalBytes <= limits.contentBytes else {
            throw ReadingFault("content-too-large", ["limit": String(limits.contentBytes)])
        }
        let input = UnsafeRawBufferPointer(rebasing: raw[start..<rawCount])
        var outcome = Transcoder.Outcome()
        window.append(capacity: input.count * Transcoder.growth) { output in
            outcome = transcoder.decode(input, isLast: sourceEnded, into: output)
            return outcome.written
        }
        let rest = UnsafeRawBufferPointer(rebasing: input[outcome.consumed...])
        if outcome.isBroken, let byte = rest.first {
            waiting = broken(byte)
        }
        raw.copyMemory(from: rest)
        rawCount = rest.count
    }

    /// The fault of the first byte after the window.
    private func broken(_ byte: UInt8) -> ReadingFault {
        var ahead = tracker
        ahead.advance(over: window.bytes(ahead.position..<window.end))
        let arguments = ["encoding": transcoder.encoding.rawValue, "byte": hexadecimal(byte)]
        return ReadingFault("encoding-broken", arguments, at: ahead.spot)
    }
}
