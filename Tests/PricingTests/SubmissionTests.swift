import Federation
import Testing

@testable import Pricing

@Suite struct SubmissionTests {
    @Test func `a care service takes at most 112 bytes`() {
        #expect(MemoryLayout<CareService>.stride <= 112)
    }
}
