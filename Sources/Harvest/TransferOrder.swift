internal import Federation

/// One request for the loop to carry out.
struct TransferOrder: Sendable {
    let url: String
    /// Request header lines, `Name: value`.
    let headers: [String]
    let limits: FetchLimits
    /// The time for this request: the least of its own limit and what is left of the feed's.
    let milliseconds: Int
    /// The bytes of body that are still allowed for the feed.
    let wireBytes: Int
    let networks: AllowedNetworks
    /// A PEM file of authorities that are trusted beside the system's; nil for none.
    let authorities: String?
    let archive: Archive
}

/// What came of one request. Status and header are there as far as they came, also beside a fault.
struct TransferResult: Sendable {
    let head: AnswerHead
    /// The whole body of a 200; nil otherwise.
    let body: IncomingFile?
    let wireBytes: Int
    /// Why the transfer did not come to its end: a `FeedFailure`, or a `DiskFault` of ours.
    let fault: (any Error)?
}
