import CCurl
import Foundation
import Synchronization

/// The one thread that drives libcurl's multi interface; callers wait for it without holding a thread of their own.
final class TransferLoop: Sendable {
    private let mailbox: Mailbox

    /// Starts the thread; nil where libcurl cannot be set up.
    init?() {
        guard TransferLoop.isCurlReady, let multi = curl_multi_init() else { return nil }
        let mailbox = Mailbox(MultiHandle(pointer: multi))
        self.mailbox = mailbox
        let thread = Thread {
            var turns = TransferTurns(mailbox: mailbox)
            turns.run()
        }
        thread.name = "samverkan-fetch"
        thread.start()
    }

    deinit { mailbox.close() }

    /// Carries out one request; what went wrong stands in the result.
    func perform(_ order: TransferOrder) async -> TransferResult {
        let ticket = TransferTicket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                ticket.await(continuation)
                mailbox.post(order, ticket)
            }
        } onCancel: {
            ticket.cancel()
            mailbox.wake()
        }
    }

    private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// The caller's side of one request: the wish to have it cancelled, and the place where its result goes.
final class TransferTicket: Sendable {
    private let state = Mutex(State())

    private struct State {
        var isCancelled = false
        var continuation: CheckedContinuation<TransferResult, Never>?
    }

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func cancel() { state.withLock { $0.isCancelled = true } }

    func await(_ continuation: CheckedContinuation<TransferResult, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func resume(_ result: TransferResult) {
        let continuation = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: result)
    }
}
