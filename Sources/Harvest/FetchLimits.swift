/// How long, how much and how many: what one fetch may cost.
package struct FetchLimits: Sendable {
    /// Until the connection stands, with name lookup and TLS, per request.
    package var connectMilliseconds = 10_000
    /// In each stretch of this length at least `lowSpeedBytes` must come, from the request's end to the last byte.
    package var stallMilliseconds = 30_000
    package var lowSpeedBytes = 3_000
    /// One request from start to last byte.
    package var requestMilliseconds = 600_000
    /// One feed with all its parts, retries and waits.
    package var feedMilliseconds = 1_800_000
    /// Bytes on the wire, all parts of a feed together: a million records in plain XML take 340 MB.
    package var wireBytes = 512 << 20
    /// Bytes of decoded content, all parts of a feed together.
    package var contentBytes = 1 << 30
    /// All header lines of one answer together.
    package var headerBytes = 64 << 10
    package var headerCount = 200
    /// Further tries after the first one fails in a way that can pass.
    package var retries = 3
    /// The wait before the first retry; it doubles each time, and up to half of it is drawn by lot.
    package var retryBaseMilliseconds = 500
    /// The longest wait that a server's Retry-After is granted.
    package var longestWaitMilliseconds = 60_000
    /// Feeds fetched at once.
    package var width = 8
    /// Requests at once to one origin.
    package var perHost = 2
    /// Redirects followed for one address.
    package var redirects = 3
    /// Parts of one version.
    package var parts = 10_000

    /// The limits of ordinary running.
    package init() {}
}
