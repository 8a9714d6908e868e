/// Keeps the newest value under each name, and makes it once however many ask at the same time.
actor Shelf<Name: Hashable & Sendable, Stamp: Equatable & Sendable, Value: Sendable> {
    private var kept: [Name: (stamp: Stamp, value: Value)] = [:]
    private var waiting: [Name: [CheckedContinuation<Void, Never>]] = [:]

    /// The value with this stamp, made where the one that is kept has another. Throws what `make` throws.
    func value(
        _ name: Name, stamp: Stamp, make: @Sendable () async throws -> Value
    ) async throws -> Value {
        while true {
            if let known = kept[name], known.stamp == stamp { return known.value }
            guard waiting[name] != nil else { break }
            await withCheckedContinuation { waiting[name, default: []].append($0) }
        }
        waiting[name] = []
        defer { for waiter in waiting.removeValue(forKey: name) ?? [] { waiter.resume() } }
        let value = try await make()
        kept[name] = (stamp, value)
        return value
    }
}
