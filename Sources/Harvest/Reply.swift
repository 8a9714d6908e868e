internal import Federation

/// One answer, judged: a whole body, unchanged, or go elsewhere. Everything else is a failure.
enum Reply {
    case whole(AnswerHead, IncomingFile)
    case unchanged(AnswerHead)
    case redirect(FeedAddress)

    /// Judges what came. `visited` holds the addresses asked on the way here, this one included.
    init(
        _ result: TransferResult, at address: FeedAddress, visited: Set<FeedAddress>, isConditional: Bool,
        tools: HarvestTools
    ) throws {
        if let fault = result.fault { throw fault }
        let head = result.head
        guard let status = head.status else { throw FeedFailure(.answerMalformed) }
        switch status {
        case 200:
            guard let body = result.body else { throw FeedFailure(.transferFailed, "no body", status: status) }
            self = .whole(head, body)
        case 304 where isConditional:
            self = .unchanged(head)
        case 304:
            throw FeedFailure(.notModifiedUnasked, status: status)
        case 301, 302, 303, 307, 308:
            self = .redirect(try Reply.target(head, from: address, visited: visited, limit: tools.limits.redirects))
        case 410:
            throw FeedFailure(.gone, "HTTP 410", status: status)
        default:
            let wait = head.value("retry-after").flatMap {
                RetryAfter.milliseconds($0, serverDate: head.value("date"), now: tools.now())
            }
            throw FeedFailure(.httpStatus, "HTTP \(status)", status: status, retryAfterMilliseconds: wait)
        }
    }

    /// Where a redirect leads: exactly one Location, not empty, read relative to the address asked, within its origin.
    private static func target(
        _ head: AnswerHead, from address: FeedAddress, visited: Set<FeedAddress>, limit: Int
    ) throws(FeedFailure) -> FeedAddress {
        let locations = head.values("location")
        let refused = { (told: String) in
            FeedFailure(.redirectRefused, "Location: \(told)".withoutUser, status: head.status)
        }
        guard let location = locations.first, locations.count == 1 else {
            throw refused(locations.joined(separator: ", "))
        }
        guard let target = try? address.resolving(location), target.origin == address.origin else {
            throw refused(location)
        }
        guard !visited.contains(target), visited.count <= limit else {
            throw FeedFailure(.redirectLoop, "Location: \(location)", status: head.status)
        }
        return target
    }
}

extension Result where Failure == any Error {
    /// The stable code of what went wrong, for the record of the attempt.
    var failureCode: String? {
        switch self {
        case .success: nil
        case .failure(let error as FeedFailure): error.code
        case .failure(is CancellationError): FeedFailure.Reason.cancelled.rawValue
        case .failure: "internal"
        }
    }

    /// What went wrong, for the record of the attempt.
    var failureDetail: String? {
        guard case .failure(let error) = self else { return nil }
        return (error as? FeedFailure)?.detail ?? "\(error)"
    }
}
