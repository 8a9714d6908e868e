/// Keeps the values that were asked for last, no more than its limit, and makes each once however many ask at the same
/// time. For values that never change under their name.
actor RecentShelf<Name: Hashable & Sendable, Value: Sendable> {
    private let limit: Int
    /// The one asked for last stands last.
    private var kept: [(name: Name, value: Value)] = []
    private var waiting: [Name: [CheckedContinuation<Void, Never>]] = [:]

    /// A shelf for so many values, at least one.
    init(limit: Int) { self.limit = limit }

    /// The value of that name. Throws what `make` throws.
    func value(_ name: Name, make: @Sendable () async throws -> Value) async throws -> Value {
        while true {
            if let known = take(name) { return known }
            guard waiting[name] != nil else { break }
            await withCheckedContinuation { waiting[name, default: []].append($0) }
        }
        waiting[name] = []
        defer { for waiter in waiting.removeValue(forKey: name) ?? [] { waiter.resume() } }
        let value = try await make()
        kept.append((name, value))
        if kept.count > limit { kept.removeFirst(kept.count - limit) }
        return value
    }

    /// The value where it is kept, which then counts as asked for last.
    private func take(_ name: Name) -> Value? {
        guard let place = kept.firstIndex(where: { $0.name == name }) else { return nil }
        let found = kept.remove(at: place)
        kept.append(found)
        return found.value
    }
}
