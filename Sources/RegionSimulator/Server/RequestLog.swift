package import Federation
import Synchronization

/// A request that a simulated region has seen, and what it answered.
package struct LoggedRequest: Sendable {
    package let region: RegionSlug
    package let method: String
    /// The path with its query.
    package let path: String
    /// The header fields under lower-case names; the values of repeated fields are joined by a comma.
    package let headers: [String: String]
    /// The status on the wire; nil where no proper status line went out.
    package let status: Int?
}

/// The latest requests to all regions, in the order of their coming.
final class RequestLog: Sendable {
    private static let limit = 20_000
    private let entries = Mutex<[LoggedRequest]>([])

    var all: [LoggedRequest] { entries.withLock { $0 } }

    func add(_ entry: LoggedRequest) {
        entries.withLock {
            if $0.count == Self.limit { $0.removeFirst(Self.limit / 2) }
            $0.append(entry)
        }
    }
}
