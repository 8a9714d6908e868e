import Federation
import Reading

/// Reads the mapping of a feed.
struct MappingReader {
    let tables: [String: [String: String]]
    let kind: FeedKind

    /// The mapping; throws a `ReadingFault` with the place of what cannot be.
    func read(_ value: JSONValue) throws -> Mapping {
        try value.allowMembers(["header", "records", "ignore"])
        return Mapping(
            header: try value.member("header").members().map { try header($0.key, $0.value) },
            records: try value.member("records").map(record),
            ignored: try value.optional("ignore")?.map { try absolute($0) } ?? [])
    }

    private func header(_ name: String, _ value: JSONValue) throws -> FieldRule {
        try field(name, value) { try absolute($0) }
    }

    private func record(_ value: JSONValue) throws -> RecordRule {
        try value.allowMembers(["kind", "at", "when", "fields"])
        let recordKind = try value.member("kind").one(of: RecordKind.self)
        guard recordKind.feed == kind else {
            throw try value.member("kind").unexpected("a kind of record of the feed \(kind.rawValue)")
        }
        let at = try absolute(value.member("at"))
        let fields = try value.member("fields").members().map { member in
            try field(member.key, member.value) { try relative($0, below: at) }
        }
        return RecordRule(
            kind: recordKind, at: at, when: try value.optional("when").map { try when($0, at) }, fields: fields)
    }

    private func when(_ value: JSONValue, _ at: MappingPath) throws -> RecordRule.When {
        try value.allowMembers(["path", "equals"])
        return RecordRule.When(
            path: try relative(value.member("path"), below: at), equals: try value.member("equals").string())
    }

    private func field(
        _ name: String, _ value: JSONValue, path: (JSONValue) throws -> MappingPath
    ) throws -> FieldRule {
        try value.allowMembers(["path", "constant", "convert", "table", "default"])
        guard let field = FieldName(rawValue: name) else {
            throw value.unexpected(FieldName.allCases.map(\.rawValue).joined(separator: " | "))
        }
        let source: FieldRule.Source
        if let constant = try value.optional("constant") {
            source = .constant(try constant.string())
        } else {
            source = .path(try path(value.member("path")))
        }
        return FieldRule(
            field: field, source: source,
            conversions: try value.optional("convert")?.map { try $0.one(of: Conversion.self) } ?? [],
            table: try value.optional("table").map(table), fallback: try value.optional("default")?.string())
    }

    private func table(_ value: JSONValue) throws -> CodeTable {
        switch try value.string() {
        case "hospitals": return .hospitals
        case "units": return .units
        case "measures": return .measures
        case let name:
            guard let table = tables[name] else {
                let known = (["hospitals", "units", "measures"] + tables.keys.sorted { $0.precedes($1) })
                throw value.unexpected(known.joined(separator: " | "))
            }
            return .own(table)
        }
    }

    private func absolute(_ value: JSONValue) throws -> MappingPath {
        try value.parsed("/a/b/@c, /a/[]/b") { MappingPath(absolute: $0.normalized) }
    }

    private func relative(_ value: JSONValue, below at: MappingPath) throws -> MappingPath {
        try value.parsed("a/b, @c, ../@d, .; at most \(at.steps.count) steps up") { text in
            MappingPath(relative: text.normalized).flatMap { $0.ups <= at.steps.count ? $0 : nil }
        }
    }
}
