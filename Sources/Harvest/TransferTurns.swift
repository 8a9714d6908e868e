import CCurl

/// The loop's thread at work: takes orders, lets libcurl run, hands results back, and ends what must end.
struct TransferTurns {
    private let mailbox: Mailbox
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]

    init(mailbox: Mailbox) { self.mailbox = mailbox }

    /// Runs until the mailbox is closed. No caller can be waiting then, since each of them holds the loop.
    mutating func run() {
        guard let multi = mailbox.multi?.pointer else { return }
        while let orders = mailbox.collect() {
            for (order, ticket) in orders { start(order, ticket, on: multi) }
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            finishDone(on: multi)
            endOverdue(on: multi)
            curl_multi_poll(multi, nil, 0, millisecondsToSleep, nil)
        }
        mailbox.retire()
        curl_multi_cleanup(multi)
    }

    private mutating func start(_ order: TransferOrder, _ ticket: TransferTicket, on multi: UnsafeMutableRawPointer) {
        guard let transfer = Transfer(order, ticket: ticket),
            curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
        else {
            let fault = FeedFailure(.transferFailed, "libcurl takes no request")
            ticket.resume(TransferResult(head: AnswerHead(), body: nil, wireBytes: 0, fault: fault))
            return
        }
        running[transfer.handle] = transfer
    }

    private mutating func finishDone(on multi: UnsafeMutableRawPointer) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            finish(handle, message.pointee.data.result, on: multi)
        }
    }

    private mutating func endOverdue(on multi: UnsafeMutableRawPointer) {
        for (handle, transfer) in running where transfer.mustEnd() {
            finish(handle, CURLE_ABORTED_BY_CALLBACK, on: multi)
        }
    }

    private mutating func finish(
        _ handle: UnsafeMutableRawPointer, _ code: CURLcode, on multi: UnsafeMutableRawPointer
    ) {
        guard let transfer = running.removeValue(forKey: handle) else { return }
        curl_multi_remove_handle(multi, handle)
        transfer.finish(code)
    }

    /// Until the next transfer may have stalled; a new order or a cancellation wakes the thread before.
    private var millisecondsToSleep: Int32 {
        let least = running.values.map { $0.millisecondsToStall() }.min() ?? 60_000
        return Int32(min(least, 60_000))
    }
}
