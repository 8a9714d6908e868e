/// What a feed holds.
package enum FeedKind: String, Sendable, CaseIterable {
    /// A price submission (prisunderlag).
    case priceList = "price-list"
    /// A plan report (planrapport).
    case plan
}

/// How a delivery is divided into parts that are fetched one by one.
package enum PartsRule: Hashable, Sendable {
    /// One address, one part.
    case single
    /// JSON pages; `next` is the path of the address of the page after, absent or null on the last page.
    case pages(next: String)
    /// An XML index that lists the parts' addresses at `entries`, for example `/Index/Del/@href`.
    case index(entries: String)

    /// The path at which the addresses of further parts stand; nil where there is one part.
    package var links: String? {
        switch self {
        case .single: nil
        case .pages(let next): next
        case .index(let entries): entries
        }
    }
}

/// One address of one region to fetch from (leverans, flöde).
package struct Feed: Hashable, Sendable {
    package let region: RegionSlug
    package let kind: FeedKind
    /// An absolute http or https address, settings filled in.
    package let url: String
    package let parts: PartsRule
    /// Request header fields beyond our own, such as `Authorization`; values come from settings and are never logged.
    package let headers: [String: String]

    package init(
        region: RegionSlug, kind: FeedKind, url: String, parts: PartsRule, headers: [String: String] = [:]
    ) {
        self.region = region
        self.kind = kind
        self.url = url
        self.parts = parts
        self.headers = headers
    }
}

/// How the bytes of a part were coded on the wire.
package enum ContentCoding: String, Sendable {
    case identity, gzip, deflate
    /// One that nobody here can undo: the bytes are kept as they came, and the part has no content.
    case unknown
}

/// One kept part of a version: a page, an index, a part file or the whole.
package struct VersionPart: Hashable, Sendable {
    /// `body`, `page`, `index` or `part`.
    package let role: String
    /// SHA-256 of the bytes as they came; the name of the file in the archive.
    package let wire: Fingerprint
    /// SHA-256 of the decoded content; nil where decoding failed.
    package let content: Fingerprint?
    /// Bytes on the wire.
    package let wireLength: Int
    /// Bytes of decoded content; 0 where decoding failed.
    package let contentLength: Int
    package let coding: ContentCoding
    /// The media type header as it came, for example `text/xml; charset=ISO-8859-1`; nil for a file.
    package let mediaType: String?

    package init(
        role: String, wire: Fingerprint, content: Fingerprint?, wireLength: Int, contentLength: Int,
        coding: ContentCoding, mediaType: String?
    ) {
        self.role = role
        self.wire = wire
        self.content = content
        self.wireLength = wireLength
        self.contentLength = contentLength
        self.coding = coding
        self.mediaType = mediaType
    }

    /// What stands for the part in a version's fingerprint: the content or, where decoding failed, the coding and the
    /// wire. Without the coding a server that mends only its header would deliver what was refused already.
    package var identity: Fingerprint { content ?? Fingerprint(of: "\(coding.rawValue) \(wire.hex)".utf8) }
}

/// One distinct delivery of a feed (version): its parts in order, kept for ever.
package struct FeedVersion: Hashable, Sendable {
    package let region: RegionSlug
    package let kind: FeedKind
    package let parts: [VersionPart]
    package let fingerprint: Fingerprint

    /// A version of at least one part; its fingerprint is the part's own, or that of the manifest of several.
    package init(region: RegionSlug, kind: FeedKind, parts: [VersionPart]) {
        self.region = region
        self.kind = kind
        self.parts = parts
        if parts.count == 1, let only = parts.first {
            fingerprint = only.identity
        } else {
            fingerprint = Fingerprint(of: FeedVersion.manifest(of: parts).utf8)
        }
    }

    /// Canonical JSON of the ordered parts; without addresses and times, so that the same content has the same name.
    package static func manifest(of parts: [VersionPart]) -> String {
        let rows = parts.map { part in
            "{\"content\":\"\(part.identity.hex)\",\"length\":\(part.contentLength),\"role\":\"\(part.role)\"}"
        }
        return "[" + rows.joined(separator: ",") + "]"
    }
}

/// What came of one request or of one whole fetch.
package enum FetchOutcome: String, Sendable { case newVersion = "new-version", unchanged, failed }

/// One request to a region's server, whatever came of it.
package struct FetchAttempt: Hashable, Sendable {
    package let region: RegionSlug
    package let kind: FeedKind
    /// The address asked, without user or password.
    package let url: String
    package let startedAt: Instant
    /// From start to the last byte.
    package let durationMilliseconds: Int
    /// The HTTP status; nil where no answer came.
    package let status: Int?
    /// Bytes of body on the wire.
    package let wireBytes: Int
    /// Why it failed, as a stable code; nil where it did not.
    package let failure: String?
    /// What the failure was, in plain words with control characters removed.
    package let detail: String?

    package init(
        region: RegionSlug, kind: FeedKind, url: String, startedAt: Instant, durationMilliseconds: Int,
        status: Int?, wireBytes: Int, failure: String?, detail: String?
    ) {
        self.region = region
        self.kind = kind
        self.url = url
        self.startedAt = startedAt
        self.durationMilliseconds = durationMilliseconds
        self.status = status
        self.wireBytes = wireBytes
        self.failure = failure
        self.detail = detail
    }
}
