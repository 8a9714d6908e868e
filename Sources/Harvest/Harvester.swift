package import Federation
package import Logging

/// Fetches feeds (inhämtning): all at once within a width, each part kept in the archive before anyone is told of it.
package final class Harvester: Sendable {
    private let tools: HarvestTools
    private let width: Turnstile

    /// A harvester with a thread of its own for libcurl. `authorities` is a PEM file of certificate authorities that are
    /// trusted beside the system's; `now` dates the attempts; `jitter` draws a number below its argument.
    package init(
        archive: Archive, limits: FetchLimits, networks: AllowedNetworks, authorities: String? = nil, logger: Logger,
        now: @escaping @Sendable () -> Instant,
        jitter: @escaping @Sendable (Int) -> Int = { Int.random(in: 0..<max(1, $0)) }
    ) throws {
        guard let loop = TransferLoop() else { throw FeedFailure(.transferFailed, "libcurl cannot be set up") }
        tools = HarvestTools(
            archive: archive, limits: limits, networks: networks, authorities: authorities, logger: logger, now: now,
            jitter: jitter, loop: loop, hosts: Turnstile(width: limits.perHost))
        width = Turnstile(width: limits.width)
    }

    /// Fetches a feed with all its parts. `previous` are the parts of its current version, in order, with the
    /// validators last seen; with `conditionally` false everything is asked for in full, which finds out a server whose 304 lies.
    /// `record` is called once for every request, whatever came of it.
    /// Throws `FeedFailure` where the feed failed, `CancellationError`, or what the disk or `record` throws.
    package func download(
        _ feed: Feed, unless previous: [FetchedPart] = [], conditionally: Bool = true,
        record: @escaping @Sendable (FetchAttempt) async throws -> Void
    ) async throws -> Download {
        try await width.pass {
            do {
                let requester = Requester(feed, tools: tools, record: record)
                var walk = try PartsWalk(feed, tools: tools, requester: requester)
                let parts = try await walk.run(from: conditionally ? previous : [])
                let isSame = parts.map(\.identity) == previous.map(\.identity)
                return isSame ? .unchanged(parts) : .fetched(parts)
            } catch let failure as FeedFailure {
                tools.logger.warning(
                    "feed failed",
                    metadata: [
                        "region": "\(feed.region)", "kind": "\(feed.kind.rawValue)", "code": "\(failure.code)",
                        "detail": "\(failure.detail)",
                    ])
                throw failure
            }
        }
    }
}

extension FetchedPart {
    /// What a part counts as in a version's fingerprint.
    fileprivate var identity: [String] { [part.role, part.identity.hex] }
}
