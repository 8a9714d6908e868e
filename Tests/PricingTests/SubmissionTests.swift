import Federation
import Testing

@testable import Pricing

@Suite struct SubmissionTests {
    @Test func `a care service takes at most 128 bytes`() {
        #expect(MemoryLayout<CareService>.stride <= 128)
    }
}
