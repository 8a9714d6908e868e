/// A document on its way in: taken from its source by pieces, turned into UTF-8, with places in the content as it came.
/// Offsets are those of the UTF-8 without byte order mark, unless they stand in a `Spot`.
struct Content: ~Copyable {
    /// Pieces are always this long but the last, so that a fault does not depend on how the bytes came.
    static let pieceLength = 64 << 10

    let limits: ReadingLimits
    private(set) var window: ByteWindow
    /// What the encoding rule had to say.
    let notices: [ReadingFault]
    private let source: any ByteSource
    private let transcoder: Transcoder
    private var tracker: PlaceTracker
    /// Bytes as they came: the piece that is being turned, or what stays of it.
    private var raw: ByteWindow
    private var hasBegun = false
    private var sourceEnded: Bool
    /// Thrown when everything before it has been handed out, so that faults come in the order of the document.
    private var waiting: ReadingFault?

    /// Reads the first piece; throws where it shows that the content cannot be read.
    init(
        _ source: some ByteSource, format: DocumentFormat, encodingRule: EncodingRule, limits: ReadingLimits
    ) throws {
        var raw = ByteWindow(capacity: Content.pieceLength)
        let sourceEnded = try Content.fill(&raw, from: source)
        let head = Array(raw.bytes.prefix(4096))
        if let kind = ForeignKind(head: head, format: format) {
            throw ReadingFault("looks-like", ["what": kind.rawValue], at: .start)
        }
        let verdict = try encodingRule.verdict(format: format, head: head)
        if sourceEnded, raw.bytes.dropFirst(verdict.markLength).allSatisfy(isBlank) {
            throw ReadingFault("empty-document", at: .start)
        }
        raw.drop(before: verdict.markLength)
        self.raw = raw
        self.source = source
        self.limits = limits
        self.sourceEnded = sourceEnded
        window = ByteWindow(capacity: Content.pieceLength * 4)
        notices = verdict.notices
        transcoder = Transcoder(encoding: verdict.encoding)
        tracker = PlaceTracker(encoding: verdict.encoding, markLength: verdict.markLength)
    }

    /// How far the places have been walked.
    var position: Int { tracker.position }
    /// The place of the position.
    var spot: Spot { tracker.spot }
    /// The byte of the position in the content as it came.
    var sourceOffset: Int { tracker.offset }

    /// Walks on to that offset; never back.
    mutating func advance(to offset: Int) {
        guard offset > position else { return }
        tracker.advance(over: window.bytes(position..<min(offset, window.end)))
    }

    /// Walks on over bytes that satisfy the condition, as far as the window goes.
    mutating func advance(while condition: (UInt8) -> Bool) {
        let rest = window.bytes(position..<window.end)
        advance(to: position + (rest.firstIndex { !condition($0) } ?? rest.count))
    }

    /// Adds the next piece to the window, forgetting what the places have passed; false at the end.
    mutating func fill() throws -> Bool {
        if let waiting { throw waiting }
        if hasBegun {
            guard !sourceEnded else { return false }
            if position - window.base > Content.pieceLength { window.drop(before: position) }
            sourceEnded = try Content.fill(&raw, from: source)
        }
        hasBegun = true
        try transcode()
        return true
    }

    /// Fills the buffer up to one piece; true when the source has no more.
    private static func fill(_ raw: inout ByteWindow, from source: any ByteSource) throws -> Bool {
        var added = 1
        while added > 0, raw.bytes.count < pieceLength {
            try raw.append(capacity: pieceLength - raw.bytes.count) { free in
                added = try source.read(into: free)
                return added
            }
        }
        return added == 0
    }

    /// Moves what is in the raw buffer to the window; the start of a character stays for the next piece.
    private mutating func transcode() throws {
        guard raw.end <= limits.contentBytes else {
            throw ReadingFault("content-too-large", ["limit": String(limits.contentBytes)])
        }
        let input = raw.bytes
        var outcome = Transcoder.Outcome()
        let (transcoder, isLast) = (transcoder, sourceEnded)
        window.append(capacity: input.count * Transcoder.growth) { output in
            outcome = transcoder.decode(input, isLast: isLast, into: output)
            return outcome.written
        }
        if outcome.isBroken { waiting = broken(input[outcome.consumed]) }
        raw.drop(before: raw.base + outcome.consumed)
    }

    /// The fault of the first byte after the window.
    private func broken(_ byte: UInt8) -> ReadingFault {
        var ahead = tracker
        ahead.advance(over: window.bytes(ahead.position..<window.end))
        let arguments = ["encoding": transcoder.encoding.rawValue, "byte": hexadecimal(byte)]
        return ReadingFault("encoding-broken", arguments, at: ahead.spot)
    }
}
