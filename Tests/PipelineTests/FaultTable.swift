import RegionSimulator
import Testing

/// What must come of one misbehaviour of one region.
struct FaultRow: Sendable, CustomTestStringConvertible {
    /// The verdicts of the catalogue.
    enum Outcome: Sendable {
        /// A new version, accepted.
        case new
        /// Nothing new: the version from before stands.
        case unchanged
        /// Kept, examined and refused, with one of these findings.
        case refused([String])
        /// Kept and held for a person, with this finding.
        case held(String)
        /// Nothing became a version; the failure is one of these.
        case failed([String])
    }

    let fault: String
    let region: String
    let outcome: Outcome
    /// Whether the region has misbehaved from the first day, so that there is nothing from before.
    let isFirst: Bool
    /// Care services per region: few where the fault is not about them, so that the whole table is quick.
    let rows: Int

    init(
        _ fault: String, _ outcome: Outcome, region: String = "varmland", isFirst: Bool = false, rows: Int = 4
    ) {
        self.rows = rows
        self.fault = fault
        self.region = region
        self.outcome = outcome
        self.isFirst = isFirst
    }

    /// Whether other content is to come than before. A server may date it earlier, and then a conditional request would
    /// not bring it.
    var isNews: Bool { if case .unchanged = outcome { false } else { true } }

    var testDescription: String { "\(fault) in \(region)" }

    /// Every fault of the catalogue at least once.
    static let all: [FaultRow] =
        connections + statuses + redirects + lengths + codings + mediaTypes + documents + data + parts

    private static let connections = [
        FaultRow("port-closed", .failed(["connect-refused"])),
        FaultRow("closes-at-once", .failed(["connection-closed", "connection-broken"])),
        FaultRow("never-answers", .failed(["stalled"])),
        FaultRow("reset-in-body", .failed(["connection-broken", "body-cut-short"])),
        FaultRow("slow", .failed(["stalled"])),
        FaultRow("slow-headers", .failed(["stalled"])),
        FaultRow("stall", .failed(["stalled"])),
        FaultRow("garbage-status", .failed(["answer-malformed"])),
        FaultRow("header-1-mib", .failed(["header-too-large"])),
        FaultRow("headers-2000", .failed(["header-too-large"])),
        FaultRow("headers-endless", .failed(["header-too-large"])),
        FaultRow("nasty-headers", .new, isFirst: true),
        FaultRow("cookies", .new, isFirst: true),
    ]

    private static let statuses = [
        FaultRow("http-500", .failed(["http-status"])),
        FaultRow("http-500-once", .new, isFirst: true),
        FaultRow("http-401", .failed(["http-status"])),
        FaultRow("http-403", .failed(["http-status"])),
        FaultRow("http-404", .failed(["http-status"])),
        FaultRow("http-410", .failed(["gone"])),
        FaultRow("status-204", .failed(["http-status"])),
        FaultRow("status-206", .failed(["http-status"])),
        FaultRow("status-304-unasked", .failed(["not-modified-unasked"]), isFirst: true),
        FaultRow("status-304-unasked", .unchanged),
        FaultRow("http-429", .failed(["retry-after-too-long"])),
        FaultRow("http-503-retry-after", .failed(["retry-after-too-long"])),
        FaultRow("retry-after-a-day", .failed(["retry-after-too-long"])),
        FaultRow("retry-after-negative", .failed(["http-status"])),
        FaultRow("retry-after-soon", .failed(["http-status"])),
        FaultRow("retry-after-date", .failed(["retry-after-too-long"])),
        FaultRow("lying-etag", .unchanged),
        FaultRow("new-etag-same-bytes", .unchanged),
    ]

    private static let redirects = [
        FaultRow("redirect-loop", .failed(["redirect-loop"])),
        FaultRow("redirect-elsewhere", .failed(["redirect-refused"])),
        FaultRow("redirect-credentials", .failed(["redirect-refused"])),
        FaultRow("redirect-file", .failed(["redirect-refused"])),
        FaultRow("redirect-ftp", .failed(["redirect-refused"])),
        FaultRow("redirect-empty", .failed(["redirect-refused"])),
        FaultRow("redirect-none", .failed(["redirect-refused"])),
        FaultRow("redirect-two-locations", .failed(["redirect-refused"])),
        FaultRow("redirect-relative", .new, isFirst: true),
    ]

    private static let lengths = [
        FaultRow("cut-short", .failed(["body-cut-short"])),
        FaultRow("length-too-small", .refused(["xml-not-well-formed"])),
        FaultRow("length-too-small", .refused(["json-not-well-formed"]), region: "orebro"),
        FaultRow("two-lengths", .failed(["length-contradiction"])),
        FaultRow("negative-length", .failed(["answer-malformed", "length-malformed"])),
        FaultRow("length-and-chunked", .failed(["length-contradiction"])),
        FaultRow("chunk-cut-off", .failed(["body-cut-short"])),
        FaultRow("no-last-chunk", .failed(["body-cut-short"])),
        FaultRow("bad-chunk-size", .failed(["connection-broken", "answer-malformed"])),
        FaultRow("no-length-cut", .refused(["xml-not-well-formed"])),
        FaultRow("no-length-cut", .refused(["json-not-well-formed"]), region: "orebro"),
        FaultRow("endless", .failed(["body-too-large"])),
        FaultRow("announces-10-gb", .failed(["body-too-large"])),
        FaultRow("huge", .failed(["body-too-large"])),
    ]

    private static let codings = [
        FaultRow("bad-gzip", .refused(["inflate-not-gzip"])),
        FaultRow("gzip-cut", .refused(["inflate-cut-short"])),
        FaultRow("gzip-wrong-crc", .refused(["inflate-corrupt"])),
        FaultRow("gzip-trailing", .refused(["inflate-trailing-bytes"])),
        FaultRow("gzip-bomb", .refused(["inflate-too-large"])),
        FaultRow("gzip-seven-layers", .refused(["looks-like"])),
        FaultRow("unknown-coding", .refused(["coding-unknown"])),
    ]

    private static let mediaTypes = [
        FaultRow("no-content-type", .new, isFirst: true),
        FaultRow("wrong-content-type", .new, isFirst: true),
        FaultRow("charset-disagrees", .new, isFirst: true),
        FaultRow("charset-disagrees", .new, region: "sormland", isFirst: true),
        FaultRow("html-login", .refused(["looks-like"])),
        FaultRow("html-login", .refused(["looks-like"]), region: "sormland"),
        FaultRow("pdf-file", .refused(["looks-like"])),
        FaultRow("zip-file", .refused(["looks-like"])),
        FaultRow("xlsx-file", .refused(["looks-like"])),
    ]
}
