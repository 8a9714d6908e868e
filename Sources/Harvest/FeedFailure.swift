/// Why a feed could not be fetched this time (hämtfel). It ends this run of this feed and nothing else.
package struct FeedFailure: Error, Hashable, Sendable {
    package let reason: Reason
    /// The facts of the case in a few words, with control characters removed: a status, an address, two lengths.
    package let detail: String
    /// The HTTP status where one came.
    package let status: Int?
    /// How long the server asked us to wait, in milliseconds; nil where it did not say.
    package let retryAfterMilliseconds: Int?

    /// A failure for that reason; `detail` is cut and made harmless here.
    package init(_ reason: Reason, _ detail: String = "", status: Int? = nil, retryAfterMilliseconds: Int? = nil) {
        self.reason = reason
        self.detail = detail.harmless(limit: 300)
        self.status = status
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    /// The stable code, for example `connect-refused`.
    package var code: String { reason.rawValue }

    /// Whether another try a little later may do better: 408, 429, 5xx, and broken connections.
    package var retryable: Bool {
        guard reason == .httpStatus, let status else { return reason.canPass }
        return status == 408 || status == 429 || (500...599).contains(status)
    }

    /// Whether the server says that nothing stands at the address: 404 or 410.
    var isAbsence: Bool { status == 404 || reason == .gone }
}

extension FeedFailure {
    /// The stable codes of failed fetches.
    package enum Reason: String, Sendable, CaseIterable {
        // The address itself; without its setting there is none.
        case settingMissing = "setting-missing"
        case addressMalformed = "address-malformed"
        case addressRefused = "address-refused"
        case requestHeaderMalformed = "request-header-malformed"
        // The way there.
        case nameNotFound = "name-not-found"
        case connectRefused = "connect-refused"
        case connectFailed = "connect-failed"
        case connectTimeout = "connect-timeout"
        case tlsFailed = "tls-failed"
        case connectionClosed = "connection-closed"
        case connectionBroken = "connection-broken"
        case stalled
        case totalTimeout = "total-timeout"
        case feedTimeout = "feed-timeout"
        case cancelled
        // The answer.
        case answerMalformed = "answer-malformed"
        case headerTooLarge = "header-too-large"
        case httpStatus = "http-status"
        case gone
        case notModifiedUnasked = "not-modified-unasked"
        case retryAfterTooLong = "retry-after-too-long"
        case redirectRefused = "redirect-refused"
        case redirectLoop = "redirect-loop"
        case lengthContradiction = "length-contradiction"
        case lengthMalformed = "length-malformed"
        case bodyCutShort = "body-cut-short"
        case bodyTooLarge = "body-too-large"
        case codingUnsupported = "coding-unsupported"
        case transferFailed = "transfer-failed"
        // The parts.
        case linkMalformed = "link-malformed"
        case linkElsewhere = "link-elsewhere"
        case partsChanged = "parts-changed"
        case tooManyParts = "too-many-parts"

        /// Whether the cause lies on the line rather than in the answer, so that it can pass by itself.
        var canPass: Bool {
            switch self {
            case .connectRefused, .connectFailed, .connectTimeout, .connectionClosed, .connectionBroken, .bodyCutShort:
                true
            default: false
            }
        }
    }
}
