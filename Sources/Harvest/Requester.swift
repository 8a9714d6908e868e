internal import Federation
internal import Logging

/// What a `Harvester` works with; the same for all feeds.
struct HarvestTools: Sendable {
    let archive: Archive
    let limits: FetchLimits
    let networks: AllowedNetworks
    let authorities: String?
    let logger: Logger
    let now: @Sendable () -> Instant
    /// A number from 0 up to but not including its argument, drawn by lot.
    let jitter: @Sendable (Int) -> Int
    let loop: TransferLoop
    /// At most `perHost` requests at once to one origin.
    let hosts: Turnstile
}

/// Asks the addresses of one feed, one by one: redirects, retries and waits, a record of every request, and what is
/// left of the feed's time and bytes.
struct Requester {
    private let feed: Feed
    private let tools: HarvestTools
    private let record: @Sendable (FetchAttempt) async throws -> Void
    private let deadline: ContinuousClock.Instant
    private var wireBytes: Int
    private var contentBytes: Int

    init(_ feed: Feed, tools: HarvestTools, record: @escaping @Sendable (FetchAttempt) async throws -> Void) {
        self.feed = feed
        self.tools = tools
        self.record = record
        deadline = ContinuousClock.now + .milliseconds(tools.limits.feedMilliseconds)
        wireBytes = tools.limits.wireBytes
        contentBytes = tools.limits.contentBytes
    }

    /// Fetches one address and keeps what came; `known` is what we have of it already and ask by.
    mutating func fetch(_ address: FeedAddress, role: String, known: FetchedPart?) async throws -> FetchedPart {
        let known = known.flatMap { tools.archive.has($0.part.wire) && $0.hasValidator ? $0 : nil }
        let (head, body) = try await persist(address, known: known)
        let part: VersionPart
        if let body {
            let archive = tools.archive
            let coding = head.contentCoding
            let contentLimit = tools.limits.contentBytes
            part = try await OffPool.run {
                try archive.keep(
                    body, role: role, coding: coding, mediaType: head.mediaType, contentLimit: contentLimit)
            }
            wireBytes -= part.wireLength
        } else if let known {
            part = known.part
        } else {
            throw FeedFailure(.notModifiedUnasked, status: 304)
        }
        contentBytes -= part.contentLength
        guard contentBytes >= 0 else {
            throw FeedFailure(
                .bodyTooLarge, "content of more than \(tools.limits.contentBytes) bytes", status: head.status)
        }
        let isNew = body != nil
        return FetchedPart(
            part: part, url: address.text, etag: head.etag ?? (isNew ? nil : known?.etag),
            lastModified: head.lastModified ?? (isNew ? nil : known?.lastModified))
    }

    /// Tries again, with growing waits, as long as the failure is one that can pass.
    private func persist(
        _ address: FeedAddress, known: FetchedPart?
    ) async throws -> (head: AnswerHead, body: IncomingFile?) {
        var tries = 0
        while true {
            do {
                return try await follow(address, known: known)
            } catch let failure as FeedFailure where failure.retryable && tries < tools.limits.retries {
                tries += 1
                let wait = try milliseconds(before: tries, after: failure)
                tools.logger.info(
                    "retry", metadata: ["region": "\(feed.region)", "code": "\(failure.code)", "wait-ms": "\(wait)"])
                try await Task.sleep(for: .milliseconds(wait))
            }
        }
    }

    /// How long to wait before retry number `number`; throws where the feed's time, or the longest wait, is too short.
    private func milliseconds(before number: Int, after failure: FeedFailure) throws -> Int {
        let asked = failure.retryAfterMilliseconds ?? 0
        let rule = RetryWait(limits: tools.limits, jitter: tools.jitter)
        guard let wait = rule.milliseconds(before: number, asked: asked) else {
            throw FeedFailure(
                .retryAfterTooLong, "HTTP \(failure.status ?? 0), \(asked / 1000) s", status: failure.status)
        }
        guard ContinuousClock.now + .milliseconds(wait) < deadline else {
            throw FeedFailure(.feedTimeout, failure.code, status: failure.status)
        }
        return wait
    }

    /// Follows redirects by hand, each address judged anew, within the feed's own origin.
    private func follow(
        _ start: FeedAddress, known: FetchedPart?
    ) async throws -> (head: AnswerHead, body: IncomingFile?) {
        var address = start
        var visited: Set<FeedAddress> = []
        while true {
            visited.insert(address)
            let reply = try await request(address, visited: visited, known: known)
            switch reply {
            case .whole(let head, let body): return (head, body)
            case .unchanged(let head): return (head, nil)
            case .redirect(let target): address = target
            }
        }
    }

    private func request(
        _ address: FeedAddress, visited: Set<FeedAddress>, known: FetchedPart?
    ) async throws -> Reply {
        try await tools.hosts.pass(address.origin) {
            let startedAt = tools.now()
            let begin = ContinuousClock.now
            let result = await tools.loop.perform(try order(address, known: known))
            let reply = Result {
                try Reply(result, at: address, visited: visited, isConditional: known != nil, tools: tools)
            }
            let attempt = FetchAttempt(
                region: feed.region, kind: feed.kind, url: address.text, startedAt: startedAt,
                durationMilliseconds: Int((ContinuousClock.now - begin) / .milliseconds(1)),
                status: result.head.status, wireBytes: result.wireBytes, failure: reply.failureCode,
                detail: reply.failureDetail)
            try await record(attempt)
            return try reply.get()
        }
    }

    private func order(_ address: FeedAddress, known: FetchedPart?) throws -> TransferOrder {
        let left = Int((deadline - ContinuousClock.now) / .milliseconds(1))
        guard left > 0 else { throw FeedFailure(.feedTimeout) }
        return TransferOrder(
            url: address.text, headers: try requestHeaders(known), limits: tools.limits,
            milliseconds: min(left, tools.limits.requestMilliseconds), wireBytes: wireBytes, networks: tools.networks,
            authorities: tools.authorities, archive: tools.archive)
    }

    /// The header lines of a request. Gzip is asked for by hand: libcurl must hand the bytes over as they came.
    private func requestHeaders(_ known: FetchedPart?) throws -> [String] {
        var lines = ["Accept: application/xml, application/json, */*;q=0.1", "Accept-Encoding: gzip"]
        if let etag = known?.etag { lines.append("If-None-Match: \(etag)") }
        if let lastModified = known?.lastModified { lines.append("If-Modified-Since: \(lastModified)") }
        for (name, value) in feed.headers.sorted(by: { $0.key.precedes($1.key) }) {
            let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.isEmpty
            let isName = name.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0 | 0x20) }
            // The value may be a secret: it is not told.
            guard isPlain, isName, !name.isEmpty else { throw FeedFailure(.requestHeaderMalformed, name) }
            lines.append("\(name): \(value)")
        }
        return lines
    }
}

extension FetchedPart {
    /// Whether there is anything to ask conditionally by.
    var hasValidator: Bool { etag != nil || lastModified != nil }
}
