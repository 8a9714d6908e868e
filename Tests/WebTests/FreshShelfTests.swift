import Synchronization
import Testing

@testable import Web

/// A value that grows old while it is made.
@Suite struct FreshShelfTests {
    private static let start = ContinuousClock.now

    /// Counts makings; the first waits until it is let go.
    private actor Workshop {
        private(set) var count = 0
        private var isOpen = false
        private var atWork: CheckedContinuation<Void, Never>?
        private var watching: CheckedContinuation<Void, Never>?

        func make() async -> Int {
            count += 1
            let number = count
            watching?.resume()
            watching = nil
            if number == 1, !isOpen { await withCheckedContinuation { atWork = $0 } }
            return number
        }

        func waitUntilBegun() async {
            if count == 0 { await withCheckedContinuation { watching = $0 } }
        }

        func open() {
            isOpen = true
            atWork?.resume()
            atWork = nil
        }
    }

    @Test func `all who ask while a slow value is made share the next one, whenever they come to wait`() async throws {
        let clock = Mutex(Self.start)
        let workshop = Workshop()
        let shelf = FreshShelf<Int>(age: .seconds(2)) { clock.withLock { $0 } }
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await shelf.value(askedAt: Self.start) { await workshop.make() } }
            await workshop.waitUntilBegun()
            // The first takes five minutes, and is too old for those who ask after four.
            clock.withLock { $0 = Self.start + .seconds(300) }
            for _ in 1...20 {
                group.addTask { try await shelf.value(askedAt: Self.start + .seconds(240)) { await workshop.make() } }
            }
            await workshop.open()
            var values: [Int] = []
            for try await value in group { values.append(value) }
            #expect(values.sorted() == [1] + Array(repeating: 2, count: 20))
        }
    }

    @Test func `a value is good for who asks within its age, and a failure is nobody's value`() async throws {
        struct Fault: Error {}
        let shelf = FreshShelf<Int>(age: .seconds(2)) { Self.start }
        await #expect(throws: Fault.self) { try await shelf.value(askedAt: Self.start) { throw Fault() } }
        #expect(try await shelf.value(askedAt: Self.start) { 1 } == 1)
        #expect(try await shelf.value(askedAt: Self.start + .seconds(2)) { 2 } == 1)
        #expect(try await shelf.value(askedAt: Self.start + .seconds(3)) { 3 } == 3)
    }
}
