import CCurl
internal import Federation
import Glibc

/// One request under way. It lives on the loop's thread alone.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    private let order: TransferOrder
    private let ticket: TransferTicket
    private let headers: UnsafeMutablePointer<curl_slist>?
    private var stall: StallWatch

    private var head = AnswerHead()
    private var file: IncomingFile?
    private var wireBytes = 0
    /// Why we broke off ourselves.
    private var fault: (any Error)?
    /// The address that the open-socket callback refused, in text.
    private var refusedPeer: String?

    /// Prepares the request; nil where libcurl cannot.
    init?(_ order: TransferOrder, ticket: TransferTicket) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.order = order
        self.ticket = ticket
        var list: UnsafeMutablePointer<curl_slist>?
        for line in order.headers { list = curl_slist_append(list, line) ?? list }
        headers = list
        stall = StallWatch(limits: order.limits)
        guard configure() else { return nil }
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headers)
    }

    private func configure() -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_CONNECTTIMEOUT_MS, min(order.limits.connectMilliseconds, order.milliseconds)),
            (CURLOPT_TIMEOUT_MS, order.milliseconds),
            (CURLOPT_BUFFERSIZE, 64 << 10),
            // One answer per connection: bytes past an answer's end can then never pass for the next answer.
            (CURLOPT_FORBID_REUSE, 1),
        ]
        // The system's folder of authorities stays beside a file of our own.
        let authorities = order.authorities.map { [(CURLOPT_CAINFO, $0)] } ?? []
        let texts: [(CURLoption, String)] = [
            (CURLOPT_URL, order.url),
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, "samverkan"),
            // A proxy from the environment would be the only peer that the open-socket callback ever sees.
            (CURLOPT_PROXY, ""),
        ]
        var codes = numbers.map { ccurl_set_number(handle, $0.0, $0.1) }
        codes += (texts + authorities).map { ccurl_set_text(handle, $0.0, $0.1) }
        codes.append(ccurl_set_headers(handle, headers))
        codes.append(ccurl_set_receivers(handle, receiveBody, receiveHeader, context))
        codes.append(ccurl_set_open_socket(handle, openSocket, context))
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    // MARK: What libcurl calls

    /// Takes a header line; false breaks the transfer off.
    fileprivate func header(_ line: UnsafeRawBufferPointer) -> Bool {
        stall.count(line.count)
        return attempt {
            try head.add(line, limits: order.limits)
            guard head.isWhole, head.status == 200 else { return }
            guard let length = try head.announcedLength(), length > order.wireBytes else { return }
            throw FeedFailure(.bodyTooLarge, "Content-Length: \(length)", status: 200)
        }
    }

    /// Takes a piece of body; false breaks the transfer off, as the body of anything but a 200 does: nobody wants it.
    fileprivate func body(_ piece: UnsafeRawBufferPointer) -> Bool {
        stall.count(piece.count)
        wireBytes += piece.count
        guard head.status == 200 else { return false }
        return attempt {
            guard wireBytes <= order.wireBytes else {
                throw FeedFailure(.bodyTooLarge, "more than \(order.wireBytes) bytes", status: 200)
            }
            try openFile().append(piece)
        }
    }

    private func openFile() throws -> IncomingFile {
        let file = try self.file ?? order.archive.newFile()
        self.file = file
        return file
    }

    private func attempt(_ work: () throws -> Void) -> Bool {
        do {
            try work()
            return true
        } catch {
            fault = fault ?? error
            return false
        }
    }

    /// Makes the socket for an address, if the address is allowed.
    fileprivate func socket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let peer = address.pointee
        guard let bare = ccurl_peer(address), order.networks.allows(bare) else {
            refusedPeer = ccurl_peer(address).map(Network.text) ?? "?"
            return CURL_SOCKET_BAD
        }
        return Glibc.socket(peer.family, peer.socktype | Int32(SOCK_CLOEXEC.rawValue), peer.protocol)
    }

    // MARK: What the loop calls

    /// When the stall rule has to be looked at next, in milliseconds from now.
    func millisecondsToStall() -> Int { stall.millisecondsLeft }

    /// Whether the transfer must end now though libcurl would go on: its caller is gone, or too few bytes come.
    func mustEnd() -> Bool {
        if ticket.isCancelled {
            fault = fault ?? CancellationError()
        } else if stall.hasStalled(isConnected: ccurl_get_count(handle, CURLINFO_PRETRANSFER_TIME_T) > 0) {
            fault = fault ?? FeedFailure(.stalled, "\(wireBytes) bytes", status: head.status)
        }
        return fault != nil
    }

    /// Hands what came over to the caller who waits.
    func finish(_ code: CURLcode) {
        var fault = self.fault
        let isAnswered = head.isWhole && head.status != 200
        if fault == nil, code != CURLE_OK, !isAnswered { fault = failure(of: code) }
        if fault == nil, head.status == 200 {
            // An empty body is a body too.
            _ = attempt { _ = try openFile() }
            fault = self.fault
        }
        ticket.resume(
            TransferResult(head: head, body: fault == nil ? file : nil, wireBytes: wireBytes, fault: fault))
    }

    private func failure(of code: CURLcode) -> FeedFailure {
        if let refusedPeer, code == CURLE_COULDNT_CONNECT { return FeedFailure(.addressRefused, refusedPeer) }
        return FeedFailure(
            curl: code, isConnected: ccurl_get_count(handle, CURLINFO_PRETRANSFER_TIME_T) > 0,
            systemError: Int32(truncatingIfNeeded: ccurl_get_number(handle, CURLINFO_OS_ERRNO)), status: head.status)
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(context)?.body(piece) == true ? piece.count : Int(CURL_WRITEFUNC_ERROR)
}

private func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(context)?.header(line) == true ? line.count : 0
}

private func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let transfer = transfer(context), let address else { return CURL_SOCKET_BAD }
    return transfer.socket(for: address)
}
