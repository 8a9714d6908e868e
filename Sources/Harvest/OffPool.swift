import Dispatch

/// Runs work that blocks, such as syncing and inflating, on threads of its own: the cooperative pool has only as many
/// as there are cores.
package enum OffPool {
    private static let queue = DispatchQueue(label: "samverkan.archive", attributes: .concurrent)

    /// Runs the work and waits for it without holding a thread of the pool; throws what it throws.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
