import Federation
import Reading

/// Reads a region's descriptor.
struct DescriptorReader {
    let file: SourceFile
    /// Settings by name, for base addresses and credentials.
    let setting: (String) -> String?

    /// The region and its feeds.
    func read() throws(PremisesError) -> RegionDescriptor {
        try file.json { root in
            try root.allowMembers([
                "slug", "name", "countyCode", "organisationNumber", "contact", "hospitals", "tables", "feeds",
            ])
            let region = try region(root)
            let tables = try root.optional("tables").map(tables) ?? [:]
            let feeds = try root.member("feeds").map { try feed($0, region, tables) }
            return RegionDescriptor(region: region, contact: try root.member("contact").string(), feeds: feeds)
        }
    }

    private func region(_ root: JSONValue) throws -> Region {
        Region(
            slug: try root.member("slug").parsed("a-z, 0-9, -") { RegionSlug($0) },
            name: try root.member("name").string(),
            countyCode: try root.member("countyCode").parsed("SCB: 03") { code in
                code.utf8.count == 2 && code.utf8.allSatisfy { (48...57).contains($0) } ? code : nil
            },
            organisationNumber: try root.member("organisationNumber").parsed("232100-0156 (Luhn)") {
                OrganisationNumber($0)
            },
            hospitals: try unique(
                root.member("hospitals"), "hospitals", try root.member("hospitals").map(hospital), \.id))
    }

    private func hospital(_ value: JSONValue) throws -> Hospital {
        try value.allowMembers(["id", "name", "hsaId", "units"])
        return Hospital(
            id: try value.member("id").string(), name: try value.member("name").string(),
            hsaID: try value.optional("hsaId")?.string(),
            units: try unique(value.member("units"), "units", try value.member("units").map(unit), \.id))
    }

    private func unit(_ value: JSONValue) throws -> CareUnit {
        try value.allowMembers(["id", "name", "aliases", "kind", "medicalFieldCodes"])
        return CareUnit(
            id: try value.member("id").string(), name: try value.member("name").string(),
            aliases: try value.optional("aliases")?.map { try $0.string() } ?? [],
            kind: try value.member("kind").one(of: CareUnit.Kind.self),
            medicalFieldCodes: try value.optional("medicalFieldCodes")?.map { try $0.string() } ?? [])
    }

    private func unique<T>(
        _ value: JSONValue, _ name: String, _ items: [T], _ id: KeyPath<T, String>
    ) throws -> [T] {
        var seen: Set<String> = []
        for (index, item) in items.enumerated() where !seen.insert(item[keyPath: id]).inserted {
            throw try value.items()[index].unexpected("an id that is unique among \(name): \(item[keyPath: id])")
        }
        return items
    }

    private func tables(_ value: JSONValue) throws -> [String: [String: String]] {
        var tables: [String: [String: String]] = [:]
        for table in try value.members() {
            tables[table.key] = Dictionary(
                try table.value.members().map { ($0.key.normalized, try $0.value.string()) },
                uniquingKeysWith: { first, _ in first })
        }
        return tables
    }

    private func feed(
        _ value: JSONValue, _ region: Region, _ tables: [String: [String: String]]
    ) throws -> FeedDescriptor {
        try value.allowMembers([
            "kind", "url", "format", "encoding", "parts", "timetable", "mapping", "contract", "authorization",
        ])
        let kind = try value.member("kind").one(of: FeedKind.self)
        let format = try value.member("format").one(of: FeedDescriptor.Format.self)
        let contract = try value.optional("contract")?.one(of: Contract.self)
        let mapping: Mapping
        if let contract {
            mapping = format == .xml ? contract.xmlMapping : contract.jsonMapping
        } else {
            mapping = try MappingReader(tables: tables, kind: kind).read(value.member("mapping"))
        }
        let authorization = try value.optional("authorization").flatMap { setting(try filledName($0)) }
        return FeedDescriptor(
            kind: kind,
            feed: Feed(
                region: region.slug, kind: kind, url: try filled(value.member("url")),
                parts: try value.optional("parts").map(parts) ?? .single,
                headers: authorization.map { ["Authorization": "Bearer \($0)"] } ?? [:]),
            format: format, encoding: try value.optional("encoding")?.string(), contract: contract, mapping: mapping,
            fingerprint: file.fingerprint)
    }

    private func parts(_ value: JSONValue) throws -> PartsRule {
        try value.allowMembers(["kind", "next", "entries"])
        switch try value.member("kind").string() {
        case "single": return .single
        case "pages": return .pages(next: try value.member("next").string())
        case "index": return .index(entries: try value.member("entries").string())
        default: throw try value.member("kind").unexpected("single | pages | index")
        }
    }

    /// An address with its settings filled in. A setting that is not given stays as it is written; whoever fetches
    /// says so then, since most commands need no address.
    private func filled(_ value: JSONValue) throws -> String {
        let text = try value.string()
        guard let match = text.firstMatch(of: /^\$\{([A-Z0-9_]+)\}/) else {
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
                throw value.unexpected("http://… | https://… | ${SETTING}/…")
            }
            return text
        }
        guard let base = setting(String(match.1)) else { return text }
        return base + text[match.range.upperBound...]
    }

    private func filledName(_ value: JSONValue) throws -> String {
        try value.parsed("${SETTING}: credentials never stand in the file") { text in
            text.wholeMatch(of: /\$\{([A-Z0-9_]+)\}/).map { String($0.1) }
        }
    }
}
