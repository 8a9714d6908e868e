package import Federation
package import Pricing

/// One feed of a region as its descriptor states it: where it is, and how its layout is read.
package struct FeedDescriptor: Hashable, Sendable {
    /// The formats that a feed can have.
    package enum Format: String, Sendable, CaseIterable { case xml, json }

    /// When the feed is expected (tidsfönster): the first and the last day.
    package struct Timetable: Hashable, Sendable {
        package let opens: Day
        package let closes: Day

        /// A window; nil where it closes before it opens.
        package init?(opens: Day, closes: Day) {
            guard opens <= closes else { return nil }
            self.opens = opens
            self.closes = closes
        }
    }

    package let kind: FeedKind
    package let feed: Feed
    package let format: Format
    /// The encoding that the descriptor states; what the document itself says goes before it.
    package let encoding: String?
    /// The contract, where the region delivers the canonical form.
    package let contract: Contract?
    package let mapping: Mapping
    package let timetable: Timetable?
    /// The setting that should hold the feed's token and that nobody has given; without it the feed is not fetched.
    package let missingToken: String?
    /// SHA-256 of the descriptor's file: another mapping makes another reading.
    package let fingerprint: Fingerprint

    package init(
        kind: FeedKind, feed: Feed, format: Format, encoding: String?, contract: Contract?, mapping: Mapping,
        timetable: Timetable? = nil, missingToken: String? = nil, fingerprint: Fingerprint
    ) {
        self.kind = kind
        self.feed = feed
        self.format = format
        self.encoding = encoding
        self.contract = contract
        self.mapping = mapping
        self.timetable = timetable
        self.missingToken = missingToken
        self.fingerprint = fingerprint
    }
}

extension FeedDescriptor {
    /// The last day that a delivery for a year's list is in time: the feed's own where its window is about the same
    /// round as the model's, else the model's.
    package func submissionsClose(_ model: Pricing.Timetable?) -> Day? {
        guard let model else { return nil }
        guard let own = timetable, own.opens <= model.decision, own.closes >= model.submissionsOpen else {
            return model.submissionsClose
        }
        return own.closes
    }

    /// Whether the address is whole: the setting of its base is given.
    package var hasAddress: Bool { !feed.url.hasPrefix("${") }

    /// This feed where a delivery has the contract's form instead of the region's own layout: one document, in UTF-8 or
    /// whatever it says itself.
    package func inCanonicalForm(_ format: Format) -> FeedDescriptor {
        let contract = Contract(kind)
        return FeedDescriptor(
            kind: kind,
            feed: Feed(region: feed.region, kind: kind, url: feed.url, parts: .single, headers: feed.headers),
            format: format, encoding: nil, contract: contract,
            mapping: format == .xml ? contract.xmlMapping : contract.jsonMapping, timetable: timetable,
            missingToken: missingToken, fingerprint: fingerprint)
    }

    /// The setting that the address or the token needs and that nobody has given, such as `SAMVERKAN_VARMLAND_URL`.
    package var missingSetting: String? {
        hasAddress ? missingToken : String(feed.url.dropFirst(2).prefix { $0 != "}" })
    }
}

/// A region with its feeds: one file in `Regions/`.
package struct RegionDescriptor: Hashable, Sendable {
    package let region: Region
    /// Whom to ask about deliveries.
    package let contact: String
    package let feeds: [FeedDescriptor]

    package init(region: Region, contact: String, feeds: [FeedDescriptor]) {
        self.region = region
        self.contact = contact
        self.feeds = feeds
    }

    /// The feed of that kind.
    package func feed(_ kind: FeedKind) -> FeedDescriptor? { feeds.first { $0.kind == kind } }
}
