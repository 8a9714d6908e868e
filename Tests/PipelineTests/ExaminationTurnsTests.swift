import Pipeline
import Synchronization
import Testing

/// Whose turn it is to be examined.
struct ExaminationTurnsTests {
    // Where it fails, everybody waits for everybody.
    @Test(.timeLimit(.minutes(1))) func `two slow feeds of one region hold up no other region`() async throws {
        let turns = ExaminationTurns()
        let (slow, other) = (try slug("varmland"), try slug("uppsala"))
        let (gate, open) = AsyncStream<Void>.makeStream()
        let (entered, enter) = AsyncStream<Void>.makeStream()
        let inside = Tally()
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    try await turns.pass(slow) {
                        inside.add()
                        enter.finish()
                        for await _ in gate {}
                    }
                }
            }
            for await _ in entered {}
            for number in 0..<100 { #expect(try await turns.pass(other) { number } == number) }
            #expect(inside.count == 1)
            open.finish()
            try await group.waitForAll()
        }
        #expect(inside.count == 2)
    }
}

/// Counts.
private final class Tally: Sendable {
    private let state = Mutex(0)

    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
}
