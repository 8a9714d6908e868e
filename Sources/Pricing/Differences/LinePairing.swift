import Federation

/// Pairs the lines of two lists by id: positions in both, in the earlier only, in the later only.
struct LinePairing {
    /// Positions of the same line in both lists.
    private(set) var both: [(earlier: Int, later: Int)] = []
    private(set) var gone: [Int] = []
    private(set) var new: [Int] = []

    /// Walks both lists side by side in order of the digits of their ids; all lines are of one section.
    init(earlier: [UInt64], later: [UInt64]) {
        let left = Self.inOrder(earlier)
        let right = Self.inOrder(later)
        var position = 0
        both.reserveCapacity(min(left.count, right.count))
        for line in left {
            while position < right.count, right[position].digits < line.digits {
                new.append(right[position].position)
                position += 1
            }
            if position < right.count, right[position].digits == line.digits {
                both.append((line.position, right[position].position))
                position += 1
            } else {
                gone.append(line.position)
            }
        }
        new += right[position...].map(\.position)
    }

    private static func inOrder(_ digits: [UInt64]) -> [(digits: UInt64, position: Int)] {
        digits.enumerated().map { (digits: $0.element, position: $0.offset) }.sorted { $0.digits < $1.digits }
    }
}
