import Federation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The server of one region: its documents, its fault, its port.
final class RegionServer: Sendable {
    private struct State {
        var fault: Fault?
        /// What the simulated documents were made from, and they themselves; several where contents take turns.
        var sources: [Source] = []
        var simulated: [[FeedKind: Shelf]] = []
        /// Documents that were set from outside, which stand in place of the simulated ones.
        var replaced: [FeedKind: Shelf] = [:]
        /// What is handed out: simulated and replaced together.
        var shelves: [Shelf] = []
        /// How many times each address has been asked since the fault was set.
        var counts: [String: Int] = [:]
        var origin = ""
        var elsewhere = ""
        var listener: (any Channel)?

        mutating func arrange() {
            shelves = simulated.map { Shelf(joining: $0.merging(replaced) { _, given in given }.values) }
        }
    }

    private struct Source: Hashable {
        let plan: SimulationPlan
        let variant: ContentVariant
    }

    /// The adopted list of the year before, which every server hands out whatever its fault.
    static let adoptedListPath = "/adopted-2022.json"

    let slug: RegionSlug
    private let plan: SimulationPlan
    private let adoptedList: Shelf
    private let log: RequestLog
    private let state = Mutex(State())

    init(slug: RegionSlug, plan: SimulationPlan, fault: Fault?, adoptedList: Shelf, log: RequestLog) {
        self.slug = slug
        self.plan = plan
        self.adoptedList = adoptedList
        self.log = log
        set(fault: fault)
    }

    /// Whether the fault is that nobody listens.
    var isClosed: Bool {
        guard case .closedPort = state.withLock({ $0.fault })?.behaviour else { return false }
        return true
    }

    var isListening: Bool { state.withLock { $0.listener != nil } }

    /// Whether connections are closed as soon as they are accepted.
    var closesConnections: Bool {
        guard case .closedConnection = state.withLock({ $0.fault })?.behaviour else { return false }
        return true
    }

    /// Remembers the channel that listens for this server.
    func listen(with listener: any Channel) {
        state.withLock { $0.listener = listener }
    }

    /// Says where this server and a foreign one are to be found.
    func settle(origin: String, elsewhere: String) {
        state.withLock {
            $0.origin = origin
            $0.elsewhere = elsewhere
        }
    }

    /// Misbehaves from now on; nil for good behaviour. Opening or closing the port is up to the caller.
    /// Makes other documents where the fault needs them, which may take a while; requests meanwhile get the old ones.
    func set(fault: Fault?) {
        let sources = sources(of: fault)
        let isReady = state.withLock { state in
            state.fault = fault
            state.counts = [:]
            return state.sources == sources
        }
        if isReady { return }
        let simulated = sources.map { source in
            Dictionary(
                uniqueKeysWithValues: FeedKind.allCases.map { kind in
                    let documents = SimulatedRegion.documents(
                        region: slug, kind: kind, plan: source.plan, variant: source.variant)
                    return (kind, Shelf(documents))
                })
        }
        state.withLock { state in
            state.sources = sources
            state.simulated = simulated
            state.arrange()
        }
    }

    /// Hands out these documents for the feed instead of the simulated ones.
    func set(documents: [SimulatedDocument], for kind: FeedKind) {
        let shelf = Shelf(documents)
        state.withLock { state in
            state.replaced[kind] = shelf
            state.arrange()
        }
    }

    /// Takes the listening channel out, to be closed; nil where the port is closed.
    func takeListener() -> (any Channel)? {
        state.withLock { state in
            defer { state.listener = nil }
            return state.listener
        }
    }

    /// What to do on the connection in answer to a request.
    func answer(_ request: Request) -> [Step] {
        let steps =
            request.target == Self.adoptedListPath
            ? adoptedList.reply(to: request).steps(withBody: request.method != "HEAD") : regionsAnswer(request)
        log.add(
            LoggedRequest(
                region: slug, method: request.method, path: request.target, headers: request.fieldTable,
                status: steps.first?.status))
        return request.wantsClose ? steps + [.close] : steps
    }

    private func regionsAnswer(_ request: Request) -> [Step] {
        let (fault, exchange) = state.withLock { state in
            state.counts[request.target, default: 0] += 1
            let count = state.counts[request.target] ?? 1
            let shelf = state.shelves[(count - 1) % state.shelves.count]
            let exchange = Exchange(
                count: count, request: request, reply: shelf.reply(to: request), shelf: shelf, origin: state.origin,
                elsewhere: state.elsewhere)
            return (state.fault, exchange)
        }
        if case .answer(let answer) = fault?.behaviour { return answer(exchange) }
        guard ["GET", "HEAD"].contains(request.method) else {
            return Reply.text(.methodNotAllowed, "Bara GET och HEAD.", ["Allow": "GET, HEAD"]).steps()
        }
        return exchange.reply.steps(withBody: request.method != "HEAD")
    }

    private func sources(of fault: Fault?) -> [Source] {
        switch fault?.behaviour {
        case .content(let variant):
            return [Source(plan: plan, variant: variant)]
        case .alternatingContent:
            var other = plan
            other.seed &+= 1
            return [Source(plan: plan, variant: .normal), Source(plan: other, variant: .normal)]
        case nil, .answer, .closedPort, .closedConnection:
            return [Source(plan: plan, variant: .normal)]
        }
    }
}
