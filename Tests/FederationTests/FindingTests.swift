import Federation
import Testing

struct FindingTests {
    @Test func `a long sample is cut, and says so`() {
        let whole = String(repeating: "å", count: 200)
        #expect(Finding("code", sample: whole).sample == whole)
        let cut = Finding("code", sample: whole + "ä").sample
        #expect(cut?.count == 200 && cut?.hasSuffix("å…") == true)
        #expect(Finding("code").sample == nil)
    }
}
