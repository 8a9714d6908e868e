import Foundation
import Synchronization

/// Lets at most so many through at once for each key; the others wait in line, and may give up.
package final class Turnstile: Sendable {
    private let width: Int
    private let state = Mutex(State())

    private struct State {
        var inside: [String: Int] = [:]
        var waiting: [Waiter] = []
        /// Those who gave up before they stood in line.
        var gone: Set<UUID> = []
    }

    private struct Waiter {
        let id: UUID
        let key: String
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// A turnstile of that width, at least 1.
    package init(width: Int) { self.width = max(1, width) }

    /// Runs the work while inside; throws `CancellationError` where the task is cancelled in line.
    package func pass<Value: Sendable>(
        _ key: String = "", isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async throws -> Value {
        try await enter(key)
        defer { leave(key) }
        return try await work()
    }

    private func enter(_ key: String) async throws {
        let id = UUID()
        defer { _ = state.withLock { $0.gone.remove(id) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                admit(Waiter(id: id, key: key, continuation: continuation))
            }
        } onCancel: {
            giveUp(id)
        }
    }

    private func admit(_ waiter: Waiter) {
        let outcome: Result<Void, any Error>? = state.withLock { state in
            if state.gone.contains(waiter.id) { return .failure(CancellationError()) }
            guard state.inside[waiter.key, default: 0] < width else {
                state.waiting.append(waiter)
                return nil
            }
            state.inside[waiter.key, default: 0] += 1
            return .success(())
        }
        if let outcome { waiter.continuation.resume(with: outcome) }
    }

    private func giveUp(_ id: UUID) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else {
                state.gone.insert(id)
                return nil
            }
            return state.waiting.remove(at: index)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func leave(_ key: String) {
        let next = state.withLock { state -> Waiter? in
            if let index = state.waiting.firstIndex(where: { $0.key == key }) { return state.waiting.remove(at: index) }
            let left = state.inside[key, default: 1] - 1
            state.inside[key] = left > 0 ? left : nil
            return nil
        }
        next?.continuation.resume()
    }
}
