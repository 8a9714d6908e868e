import Federation
import Reading

/// Reads one feed of a descriptor.
struct FeedReader {
    let region: RegionSlug
    /// The descriptor's own tables.
    let tables: [String: [String: String]]
    let fingerprint: Fingerprint
    let setting: (String) -> String?

    /// The feed; throws a `ReadingFault` with the place of what cannot be.
    func read(_ value: JSONValue) throws -> FeedDescriptor {
        try value.allowMembers([
            "kind", "url", "format", "encoding", "parts", "timetable", "mapping", "contract", "authorization",
        ])
        let kind = try value.member("kind").one(of: FeedKind.self)
        let format = try value.member("format").one(of: FeedDescriptor.Format.self)
        let contract = try value.given("contract").map { try self.contract($0, for: kind) }
        let token = try value.given("authorization").map(token)
        let parts = try parts(value.member("parts"))
        return FeedDescriptor(
            kind: kind,
            feed: Feed(
                region: region, kind: kind, url: try address(value.member("url")), parts: parts,
                headers: token?.value.map { ["Authorization": "Bearer \($0)"] } ?? [:]),
            format: format, encoding: try value.given("encoding").map(encoding), contract: contract,
            mapping: try mapping(value, contract, format, kind, parts),
            timetable: try value.given("timetable").map(timetable),
            missingToken: token?.value == nil ? token?.name : nil, fingerprint: fingerprint)
    }

    private func contract(_ value: JSONValue, for kind: FeedKind) throws -> Contract {
        let contract = try value.one(of: Contract.self)
        guard contract.feed == kind else {
            let fitting = Contract.allCases.filter { $0.feed == kind }.map(\.rawValue).joined(separator: " | ")
            throw value.unexpected(fitting)
        }
        return contract
    }

    private func mapping(
        _ value: JSONValue, _ contract: Contract?, _ format: FeedDescriptor.Format, _ kind: FeedKind,
        _ parts: PartsRule
    ) throws -> Mapping {
        let links = parts.links.flatMap { MappingPath(absolute: $0) }
        guard let contract else {
            return try MappingReader(tables: tables, kind: kind, links: links).read(value.member("mapping"))
        }
        guard try value.given("mapping") == nil else {
            throw try value.member("contract").refused("antingen contract eller mapping", "either contract or mapping")
        }
        return (format == .xml ? contract.xmlMapping : contract.jsonMapping).with(links: links)
    }

    private func encoding(_ value: JSONValue) throws -> String {
        let known = ["UTF-8", "UTF-16", "ISO-8859-1", "Windows-1252"]
        return try value.parsed(known.joined(separator: " | ")) { known.contains($0) ? $0 : nil }
    }

    private func timetable(_ value: JSONValue) throws -> FeedDescriptor.Timetable {
        try value.allowMembers(["opens", "closes"])
        let opens = try value.member("opens").day()
        let closes = try value.member("closes")
        guard let timetable = FeedDescriptor.Timetable(opens: opens, closes: try closes.day()) else {
            throw closes.refused("\(opens) eller en senare dag", "\(opens) or a later day")
        }
        return timetable
    }

    private func parts(_ value: JSONValue) throws -> PartsRule {
        switch try value.member("kind").string() {
        case "single":
            try value.allowMembers(["kind"])
            return .single
        case "pages":
            try value.allowMembers(["kind", "next"])
            return .pages(next: try path(value.member("next")))
        case "index":
            try value.allowMembers(["kind", "entries"])
            return .index(entries: try path(value.member("entries")))
        default: throw try value.member("kind").unexpected("single | pages | index")
        }
    }

    private func path(_ value: JSONValue) throws -> String {
        try value.parsed("/a/b/@c, /a/[]/b") { MappingPath(absolute: $0.normalized) == nil ? nil : $0.normalized }
    }

    /// An address with its setting filled in. A setting that is not given stays as it is written; whoever fetches says
    /// so then, since most commands need no address.
    private func address(_ value: JSONValue) throws -> String {
        let text = try value.parsed("http://…/… | https://…/… | ${SETTING}/…") { text in
            text.wholeMatch(of: /(\$\{[A-Z][A-Z0-9_]*\}|https?:\/\/[^@\/?#\s]+)(\/[!-~]*)?/) == nil ? nil : text
        }
        guard let match = text.firstMatch(of: /^\$\{([A-Z0-9_]+)\}/) else { return text }
        guard let base = given(String(match.1)) else { return text }
        return base + text[match.range.upperBound...]
    }

    /// The setting that holds the token, and the token. Without it the feed is not asked at all: an answer to a
    /// stranger would be taken for the region's delivery.
    private func token(_ value: JSONValue) throws -> (name: String, value: String?) {
        let text = try value.string()
        guard let match = text.wholeMatch(of: /\$\{([A-Z][A-Z0-9_]*)\}/) else {
            throw value.refused(
                "${INSTÄLLNING}; hemligheten själv står aldrig i filen",
                "${SETTING}; the secret itself never stands in the file")
        }
        let name = String(match.1)
        let token = given(name)
        // A line break would end the header and begin another.
        guard token?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
            throw value.refused(
                "en inställning vars värde är tecken ur ASCII, utan blanktecken och radbrytningar",
                "a setting whose value is characters of ASCII, without blanks and line breaks")
        }
        return (name, token)
    }

    /// A setting's value; an empty one counts as not given.
    private func given(_ name: String) -> String? { setting(name).flatMap { $0.isEmpty ? nil : $0 } }
}
