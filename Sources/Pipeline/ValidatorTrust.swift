import Federation
import Harvest
import Storage

/// How long a server is believed that says 304, nothing has changed.
extension Gateway {
    /// Whether a feed is to be fetched in full, since it was not for too long; a server whose validators lie is found
    /// out in no other way.
    func isFullFetchDue(region: RegionSlug, kind: FeedKind) async throws -> Bool {
        guard let last = try await store.lastFullAnswer(region: region, kind: kind) else { return true }
        return now().milliseconds - last.milliseconds >= fullFetchMilliseconds
    }
}

extension [FetchedPart] {
    /// Whether one of these parts has other content than the one before it at the same address, under the same validator.
    func contradict(_ earlier: [FetchedPart]) -> Bool {
        let before = Dictionary(earlier.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
        return contains { part in before[part.url].map(part.contradicts) ?? false }
    }
}

extension FetchedPart {
    fileprivate func contradicts(_ earlier: FetchedPart) -> Bool {
        guard part.identity != earlier.part.identity else { return false }
        // A tag decides where there is one; the date only where there is none (RFC 9110, section 13.1.3).
        if etag != nil || earlier.etag != nil { return etag == earlier.etag }
        return lastModified != nil && lastModified == earlier.lastModified
    }
}
