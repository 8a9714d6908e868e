import Federation
import Testing

struct FindingTests {
    @Test func `one word goes with one, the other with every other number`() {
        #expect([-1, 0, 1, 2, 1_001].map { $0.word("rad", "rader") } == ["rader", "rader", "rad", "rader", "rader"])
    }

    @Test func `a long sample is cut, and says so`() {
        let whole = String(repeating: "å", count: 200)
        #expect(Finding("code", sample: whole).sample == whole)
        let cut = Finding("code", sample: whole + "ä").sample
        #expect(cut?.count == 200 && cut?.hasSuffix("å…") == true)
        #expect(Finding("code").sample == nil)
    }
}
