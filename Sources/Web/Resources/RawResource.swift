import Federation
import HTTPTypes
import NIOPosix
import Registry
import Storage

/// The bytes of a delivered version, as the archive keeps them (rådata).
struct RawResource {
    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [.get(VersionResource.path + "/{fingerprint}/raw") { try await own.bytes($0) }]
    }

    private func bytes(_ call: Call) async throws -> Answer {
        try call.query.allow(["part"])
        try call.requireLocal()
        let (kept, examination) = try await holdings.version(call)
        let (number, part) = try part(call, kept.version)
        guard examination.isFreeOfPersonalNumbers else { throw RawResource.personalNumber }
        guard let content = part.content else { throw RawResource.undecodable }
        guard examination.wasLookedInto(part: number) else { throw RawResource.container }
        let archive = holdings.gateway.archive
        let stream = try await NIOThreadPool.singleton.runIfActive { PartStream(try archive.open(part)) }
        var answer = Answer(
            content: .stream(stream, length: part.contentLength, tag: content.hex),
            mediaType: "application/octet-stream", caching: .foreverPrivately)
        let format = try holdings.feed(call).feed.format.rawValue
        let name = "\(kept.version.region)-\(kept.version.kind.rawValue)-\(kept.version.fingerprint.short)-\(number)"
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name).\(format)\""
        return answer
    }

    /// The part asked for; the only one where none is named.
    private func part(_ call: Call, _ version: FeedVersion) throws -> (Int, VersionPart) {
        let last = version.parts.count - 1
        guard last == 0 || call.query["part"] != nil else {
            throw Problem.query(
                "part", allowed: ["0–\(last)"], "måste anges: versionen har delarna 0 till \(last)",
                "must be given: the version has parts 0 to \(last)")
        }
        let number = try call.query.number("part", in: 0...max(last, 0), or: 0)
        return (number, version.parts[number])
    }

    private static var personalNumber: Problem {
        Problem(
            .personalNumber,
            "Leveransen innehåller något som ser ut som ett personnummer. Dess innehåll lämnas aldrig ut över HTTP.",
            "The delivery contains what looks like a personal identity number. Its content is never given over HTTP.")
    }

    private static var undecodable: Problem {
        Problem(
            .conflict,
            "Delen gick inte att packa upp och har därför inte kunnat granskas. Den finns kvar i arkivet på servern.",
            "The part could not be decompressed and so not be examined. It is kept in the archive on the server.")
    }

    private static var container: Problem {
        Problem(
            .conflict,
            "Delen är en fil av annat slag, till exempel zip eller pdf, och har därför inte kunnat granskas. Den finns kvar i "
                + "arkivet på servern.",
            "The part is a file of another kind, such as zip or pdf, and so could not be examined. It is kept in the archive "
                + "on the server.")
    }
}

extension KeptExamination {
    /// Kinds of file that are looked into though they are no deliveries: they are text.
    private static let text: Set = ["html", "json", "xml"]

    /// Whether a part's bytes were looked into for personal identity numbers: a container may hold one that no byte shows.
    func wasLookedInto(part number: Int) -> Bool {
        !report.samples.contains { finding in
            finding.code == "looks-like" && finding.place?.part == number
                && !KeptExamination.text.contains(finding.arguments["what"] ?? "")
        }
    }

    /// Whether nothing in the version looks like a personal identity number.
    var isFreeOfPersonalNumbers: Bool { report.totals["personal-number"] == nil }
}

extension Call {
    /// Refuses who does not ask from this machine: until there are accounts, nothing else tells who may see a draft.
    func requireLocal() throws(Problem) {
        guard isLocal else {
            throw Problem(
                .localOnly, "Utkast och opublicerade leveranser visas bara för den som frågar från servern själv.",
                "Drafts and unpublished deliveries are shown only to who asks from the server itself.")
        }
    }
}
