import CCurl
import Synchronization

/// libcurl's multi handle.
// Unchecked: only the loop's thread drives it; others only wake it, which libcurl allows from any thread, and only
// under the mailbox's lock, so that the handle is not freed meanwhile.
struct MultiHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

/// What callers leave for the loop's thread.
final class Mailbox: Sendable {
    private let state: Mutex<State>

    private struct State {
        /// Nil once the thread has ended.
        var multi: MultiHandle?
        var orders: [(TransferOrder, TransferTicket)] = []
        var isClosed = false
    }

    init(_ multi: MultiHandle) { state = Mutex(State(multi: multi)) }

    func post(_ order: TransferOrder, _ ticket: TransferTicket) {
        state.withLock { state in
            state.orders.append((order, ticket))
            Mailbox.wake(state)
        }
    }

    func wake() { state.withLock { Mailbox.wake($0) } }

    func close() {
        state.withLock { state in
            state.isClosed = true
            Mailbox.wake(state)
        }
    }

    /// The orders that came since last time; nil when the loop is to end.
    func collect() -> [(TransferOrder, TransferTicket)]? {
        state.withLock { state in
            if state.isClosed { return nil }
            defer { state.orders = [] }
            return state.orders
        }
    }

    /// The handle that the thread drives.
    var multi: MultiHandle? { state.withLock { $0.multi } }

    /// Nobody wakes the handle after this, so that the thread may free it.
    func retire() { state.withLock { $0.multi = nil } }

    private static func wake(_ state: borrowing State) {
        if let multi = state.multi { curl_multi_wakeup(multi.pointer) }
    }
}
