/// The text of an element that is being collected from its pieces.
struct ElementText {
    var bytes: [UInt8] = []
    /// Where its first piece begins.
    var start = Spot.start
    /// The offset in the UTF-8 just after its last piece.
    var end = 0
    /// The index of the first byte that is not white space; -1 while there is none.
    var ink = -1
    /// Where that byte stands.
    var inkStart = Spot.start

    var isEmpty: Bool { bytes.isEmpty }
    var hasInk: Bool { ink >= 0 }

    /// Makes ready for the next text, keeping the memory.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ink = -1
    }
}
