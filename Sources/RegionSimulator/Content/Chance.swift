/// Repeatable chance (SplitMix64): the same seed gives the same numbers on every machine.
struct Chance {
    private var state: UInt64

    /// A row of numbers for one thing: the plan's seed, mixed with whatever names that thing.
    init(seed: UInt64, _ names: UInt64...) {
        state = seed
        for name in names {
            state = next() ^ name
        }
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range; the slight favour of low numbers does not matter here.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True in so many cases of a hundred.
    mutating func happens(percent: Int) -> Bool { number(in: 0...99) < percent }
}
