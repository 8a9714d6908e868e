import Federation

extension ChangedLine {
    /// The lines by weight of change: by effect where volumes tell it, then by kronor, then by per cent, up or down;
    /// lines whose prices cannot be compared come last. Equals stand in order of id.
    static func ordered(_ lines: [ChangedLine]) -> [ChangedLine] {
        let weights = lines.map(Weight.init)
        let order = lines.indices.sorted { one, other in
            weights[one].isGreater(than: weights[other])
                ?? (lines[one].later.id < lines[other].later.id)
        }
        return order.map { lines[$0] }
    }

    /// What a line is ordered by, computed once.
    private struct Weight {
        let isComparable: Bool
        let effect: UInt128?
        let kronor: UInt128
        let ratio: ChangeRatio?

        init(_ line: ChangedLine) {
            isComparable = line.isComparable
            effect = line.effect?.ore.magnitude
            kronor = line.change?.ore.magnitude ?? 0
            ratio = line.ratio
        }

        /// Whether this change is the greater one; nil where they weigh the same.
        func isGreater(than other: Weight) -> Bool? {
            if isComparable != other.isComparable { return isComparable }
            if (effect == nil) != (other.effect == nil) { return effect != nil }
            if let effect, let its = other.effect, effect != its { return effect > its }
            if kronor != other.kronor { return kronor > other.kronor }
            guard let ratio, let its = other.ratio else {
                // From nothing is more than any share of something.
                return (ratio == nil) == (other.ratio == nil) ? nil : ratio == nil
            }
            if ratio.isGreater(than: its) { return true }
            return its.isGreater(than: ratio) ? false : nil
        }
    }
}

extension ListedLine {
    /// The dearest first; of equals the lower id.
    static func isDearer(_ left: ListedLine, _ right: ListedLine) -> Bool {
        left.amount == right.amount ? left.id < right.id : left.amount > right.amount
    }
}

extension DifferenceCounts {
    /// Counts a changed line; its effect is counted where the cases are.
    mutating func add(_ line: ChangedLine) {
        guard let change = line.change, change.ore != 0 else {
            otherwiseChanged += 1
            return
        }
        if change.ore > 0 { raised += 1 } else { lowered += 1 }
        earlierSum.ore += Int128(line.earlier.amount.ore)
        laterSum.ore += Int128(line.later.amount.ore)
    }

    /// Adds the counts of another region.
    mutating func add(_ other: DifferenceCounts) {
        identical += other.identical
        new += other.new
        gone += other.gone
        raised += other.raised
        lowered += other.lowered
        otherwiseChanged += other.otherwiseChanged
        earlierSum += other.earlierSum
        laterSum += other.laterSum
        if let effect = other.effect { self.effect = (self.effect ?? AmountSum()) + effect }
    }
}
