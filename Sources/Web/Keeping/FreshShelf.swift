/// Keeps one value that is made of much and grows old, and makes it once however many ask at the same time.
///
/// What counts is when its making began: a making may take longer than a value may be old, and one that began after a
/// question is an answer to it however long it took.
actor FreshShelf<Value: Sendable> {
    private let age: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private var kept: (begun: ContinuousClock.Instant, value: Value)?
    private var isMaking = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A shelf for a value that may be so old when it is asked for.
    init(age: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.age = age
        self.now = now
    }

    /// The value for a question asked at that moment. Throws what `make` throws.
    func value(askedAt asked: ContinuousClock.Instant, make: @Sendable () async throws -> Value) async throws -> Value {
        while true {
            if let kept, kept.begun + age >= asked { return kept.value }
            guard isMaking else { break }
            await withCheckedContinuation { waiting.append($0) }
        }
        isMaking = true
        defer { finish() }
        let begun = now()
        let value = try await make()
        kept = (begun, value)
        return value
    }

    private func finish() {
        isMaking = false
        for waiter in waiting { waiter.resume() }
        waiting = []
    }
}
