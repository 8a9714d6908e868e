internal import Federation
internal import Reading

/// The way through the parts of one feed: one body, page after page, or an index and what it lists.
struct PartsWalk {
    private let feed: Feed
    private let tools: HarvestTools
    private let start: FeedAddress
    private var requester: Requester
    /// What is known of each address, for conditional requests; the newest answer counts.
    private var known: [String: FetchedPart] = [:]

    init(_ feed: Feed, tools: HarvestTools, requester: Requester) throws(FeedFailure) {
        self.feed = feed
        self.tools = tools
        self.requester = requester
        start = try FeedAddress(feed.url)
    }

    /// The parts in order. Page one or the index is asked for again at the end, and if it changed meanwhile, the walk
    /// starts over, twice at most: the parts of one version must belong together.
    mutating func run(from previous: [FetchedPart]) async throws -> [FetchedPart] {
        for part in previous { known[part.url] = part }
        for _ in 0..<3 {
            let parts = try await walk()
            guard let first = parts.first, parts.count > 1 else { return parts }
            let again = try await fetch(start, role: first.part.role)
            if again.part.identity == first.part.identity { return [again] + parts.dropFirst() }
        }
        throw FeedFailure(.partsChanged, start.text)
    }

    private mutating func walk() async throws -> [FetchedPart] {
        switch feed.parts {
        case .single: [try await fetch(start, role: "body")]
        case .pages(let next): try await pages(next)
        case .index(let entries): try await index(entries)
        }
    }

    private mutating func pages(_ next: String) async throws -> [FetchedPart] {
        var here = start
        var parts = [try await fetch(start, role: "page")]
        var asked: Set<FeedAddress> = [start]
        while let link = try await nextPage(at: next, of: parts[parts.count - 1]) {
            here = try own(link, from: here)
            guard parts.count < tools.limits.parts else { throw FeedFailure(.tooManyParts, "\(parts.count)") }
            guard let page = try await follow(here, role: "page", asked: &asked) else { break }
            parts.append(page)
        }
        return parts
    }

    private func nextPage(at next: String, of page: FetchedPart) async throws -> String? {
        let links = try await links(at: next, of: page, as: .json)
        guard links.count <= 1 else { throw FeedFailure(.linkMalformed, "\(links.count) × \(next)") }
        return links.first
    }

    private mutating func index(_ entries: String) async throws -> [FetchedPart] {
        let index = try await fetch(start, role: "index")
        var parts = [index]
        var asked: Set<FeedAddress> = [start]
        for link in try await links(at: entries, of: index, as: .xml) {
            guard let part = try await follow(try own(link, from: start), role: "part", asked: &asked) else { break }
            parts.append(part)
        }
        return parts
    }

    /// The part at a linked address; nil where the link leads back to one that was asked for already, or to nothing. The
    /// delivery ends there, and intake, which finds more links than parts, refuses it at that link.
    private mutating func follow(
        _ address: FeedAddress, role: String, asked: inout Set<FeedAddress>
    ) async throws -> FetchedPart? {
        guard asked.insert(address).inserted else { return nil }
        do {
            return try await fetch(address, role: role)
        } catch let failure as FeedFailure where failure.isAbsence {
            return nil
        }
    }

    private mutating func fetch(_ address: FeedAddress, role: String) async throws -> FetchedPart {
        let earlier = known[address.text].flatMap { $0.part.role == role ? $0 : nil }
        let part = try await requester.fetch(address, role: role, known: earlier)
        known[address.text] = part
        return part
    }

    private func links(at path: String, of part: FetchedPart, as format: DocumentFormat) async throws -> [String] {
        let archive = tools.archive
        let limit = tools.limits.parts
        return try await OffPool.run {
            try LinkReader.links(at: path, of: part.part, as: format, in: archive, limit: limit)
        }
    }

    private func own(_ link: String, from address: FeedAddress) throws(FeedFailure) -> FeedAddress {
        let target = try address.resolving(link)
        guard target.origin == start.origin else { throw FeedFailure(.linkElsewhere, link.withoutUser) }
        return target
    }
}
