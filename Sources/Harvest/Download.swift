package import Federation

/// One part of a delivery as it was last seen: what is kept of it, and what lets us ask for it conditionally.
package struct FetchedPart: Hashable, Sendable {
    package let part: VersionPart
    /// The address asked, before any redirect.
    package let url: String
    /// The ETag of the last answer, as it came; nil where there was none.
    package let etag: String?
    /// The Last-Modified of the last answer, as it came; nil where there was none.
    package let lastModified: String?

    /// A part with the address and the validators it came with.
    package init(part: VersionPart, url: String, etag: String?, lastModified: String?) {
        self.part = part
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What a fetch of one feed brought (hämtning). Every part named here is in the archive already.
package enum Download: Sendable {
    /// The same parts in the same order as before, by 304 or by the same bytes; with the validators of today.
    case unchanged([FetchedPart])
    /// Other parts than before, or the first ones.
    case fetched([FetchedPart])

    /// The parts in their order.
    package var parts: [FetchedPart] {
        switch self {
        case .unchanged(let parts), .fetched(let parts): parts
        }
    }
}
