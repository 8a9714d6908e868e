import Federation
import Reading
import Sealing
import Storage

/// The published editions of a year, and their files byte for byte as they were published.
struct EditionResource {
    private static let path = "/v1/price-lists/{year}/editions"
    /// Media types whose bytes are compressed already.
    private static let compressed: Set = [
        "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
    /// Endings of files that a browser shows; the others it saves.
    private static let shown: Set = ["json", "xml", "html", "pdf", "manifest.json", "signatures.json"]

    private let holdings: Holdings

    init(_ holdings: Holdings) { self.holdings = holdings }

    var routes: [Route] {
        let own = self
        return [
            .get(EditionResource.path) { try await own.list($0) },
            .get(EditionResource.path + "/{edition}") { try await own.one($0) },
        ]
    }

    private func list(_ call: Call) async throws -> Answer {
        try call.query.allow(["knownAt"])
        let year = try call.year()
        let moment = try call.query.instant("knownAt")
        let kept = try await holdings.editions(of: year)
        let json = EditionJSON(among: kept, knownAt: moment ?? kept.last?.edition.publishedAt ?? holdings.gateway.now())
        let known = kept.filter { edition in moment.map { edition.edition.publishedAt <= $0 } ?? true }
        return try Answer(json: ["items": .array(known.map(json.value))])
    }

    /// An edition, or with an ending one of its files.
    private func one(_ call: Call) async throws -> Answer {
        try call.query.allow([])
        let parts = call["edition"].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let (kept, json) = try await holdings.edition(call, number: String(parts[0]))
        var answer: Answer
        if parts.count > 1 {
            answer = try await file(String(parts[1]), of: kept)
        } else {
            answer = try Answer(json: json.value(kept))
        }
        json.addLinks(from: kept.edition, to: &answer)
        return answer
    }

    private func file(_ ending: String, of kept: KeptEdition) async throws -> Answer {
        guard let file = kept.files.first(where: { $0.ending(in: kept.edition) == ending }) else {
            let known = kept.files.map { $0.ending(in: kept.edition) }.joined(separator: ", ")
            throw Problem.missing(
                "Utgåvan har ingen sådan fil. Ändelserna är \(known).",
                "The edition has no such file. The endings are \(known).")
        }
        let stream = PartStream(try await holdings.open(file))
        var answer = Answer(
            content: .stream(
                stream, length: file.length, tag: file.sha256.hex,
                isCompressible: !EditionResource.compressed.contains(file.mediaType)),
            mediaType: file.mediaType, caching: .forever)
        let way = EditionResource.shown.contains(ending) ? "inline" : "attachment"
        answer.headers[.contentDisposition] = "\(way); filename=\"\(file.name)\""
        if ending == "html" {
            answer.headers[.contentSecurityPolicy] = try await holdings.policy(of: file)
        }
        return answer
    }
}

extension Holdings {
    /// The edition of a number in the year that a path names. Throws a problem where there is none.
    func edition(_ call: Call, number: String) async throws -> (kept: KeptEdition, json: EditionJSON) {
        let year = try call.year()
        let kept = try await editions(of: year)
        guard let edition = kept.first(where: { String($0.edition.number) == number }) else {
            let known = kept.map { String($0.edition.number) }.joined(separator: ", ")
            throw Problem.missing(
                kept.isEmpty
                    ? "Ingen utgåva av prislistan för \(year) är publicerad."
                    : "Prislistan för \(year) har ingen sådan utgåva. Utgåvorna är \(known).",
                kept.isEmpty
                    ? "No edition of the price list of \(year) is published."
                    : "The price list of \(year) has no such edition. The editions are \(known).")
        }
        let moment = kept.last?.edition.publishedAt ?? edition.edition.publishedAt
        return (edition, EditionJSON(among: kept, knownAt: moment))
    }

    /// The bytes of an edition's file, which are known to be the ones that were published before the first is given, and
    /// watched on their way. Throws `DamagedFile` where they are not.
    func open(_ file: EditionFile) async throws -> VerifiedSource {
        try await requireWhole(file.sha256)
        let source = try FileSource(path: gateway.archive.path(of: file.sha256))
        return VerifiedSource(source, file.sha256) { [logger] in Doorkeeper.tell(of: $0, to: logger) }
    }

    /// The content security policy of a page that is a file of an edition.
    func policy(of file: EditionFile) async throws -> String {
        try await policy(of: file.sha256, path: gateway.archive.path(of: file.sha256))
    }
}
