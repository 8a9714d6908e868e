import Federation
import Reading

/// Reads the mapping of a feed.
struct MappingReader {
    let tables: [String: [String: String]]
    let kind: FeedKind
    /// Where the addresses of further parts stand.
    let links: MappingPath?

    /// The mapping; throws a `ReadingFault` with the place of what cannot be.
    func read(_ value: JSONValue) throws -> Mapping {
        try value.allowMembers(["header", "records", "ignore", "namespaces"])
        return Mapping(
            header: try header(value.member("header")), records: try value.member("records").someItems().map(record),
            ignored: try value.given("ignore")?.distinct(ignored) ?? [],
            namespaces: try value.given("namespaces")?.distinct { try $0.name() } ?? [], links: links)
    }

    private func ignored(_ value: JSONValue) throws -> MappingPath {
        let path = try absolute(value)
        guard links?.steps.starts(with: path.steps) != true else {
            throw value.refused("en annan sökväg än den som parts läser", "another path than the one that parts reads")
        }
        return path
    }

    private func header(_ value: JSONValue) throws -> [FieldRule] {
        try fields(
            value, of: Contract.header(of: kind) + [.regionName, .total], required: Contract.requiredHeader(of: kind),
            path: absolute
        )
    }

    private func record(_ value: JSONValue) throws -> RecordRule {
        try value.allowMembers(["kind", "at", "when", "fields"])
        let kinds = RecordKind.allCases.filter { $0.feed == kind }
        let recordKind = try value.member("kind").parsed(kinds.map(\.rawValue).joined(separator: " | ")) { text in
            kinds.first { $0.rawValue == text }
        }
        let at = try absolute(value.member("at"))
        let names = Contract.fields(of: recordKind)
        let rules = try value.member("fields")
        let fields = try fields(rules, of: names.required + names.optional, required: names.required, also: ["usual"]) {
            try relative($0, below: at)
        }
        if recordKind == .careService, !fields.contains(where: { [.amount, .asLastYear].contains($0.field) }) {
            throw rules.refused("medlemmen amount eller asLastYear", "the member amount or asLastYear")
        }
        return RecordRule(
            kind: recordKind, at: at, when: try value.given("when").map { try when($0, at) }, fields: fields)
    }

    private func when(_ value: JSONValue, _ at: MappingPath) throws -> RecordRule.When {
        try value.allowMembers(["path", "equals"])
        return RecordRule.When(
            path: try relative(value.member("path"), below: at), equals: try value.member("equals").text())
    }

    /// The rules of a header or a record: no other fields than the contract's, and all that it requires.
    private func fields(
        _ value: JSONValue, of known: [FieldName], required: [FieldName], also members: Set<String> = [],
        path: (JSONValue) throws -> MappingPath
    ) throws -> [FieldRule] {
        try value.allowMembers(Set(known.map(\.rawValue)))
        for field in required { _ = try value.member(field.rawValue) }
        return try value.members().compactMap { member in
            try FieldName(rawValue: member.key).map { try rule($0, member.value, also: members, path: path) }
        }
    }

    private func rule(
        _ field: FieldName, _ value: JSONValue, also members: Set<String>, path: (JSONValue) throws -> MappingPath
    ) throws -> FieldRule {
        if let constant = try value.given("constant") {
            try value.allowMembers(["constant"])
            return FieldRule(field: field, source: .constant(try constant.text()))
        }
        try value.allowMembers(members.union(["path", "convert", "table", "default"]))
        return FieldRule(
            field: field, source: .path(try path(value.member("path"))),
            conversions: try value.given("convert")?.someItems().map { try $0.one(of: Conversion.self) } ?? [],
            table: try value.given("table").map(table), fallback: try value.given("default")?.text(),
            isUsual: try value.given("usual")?.boolean() ?? false)
    }

    private func table(_ value: JSONValue) throws -> CodeTable {
        let name = try value.string()
        if let shared = CodeTable.shared(name) { return shared }
        guard let own = tables[name] else {
            let known = ["hospitals", "units", "measures"] + tables.keys.sorted { $0.precedes($1) }
            throw value.unexpected(known.joined(separator: " | "))
        }
        return .own(own)
    }

    private func absolute(_ value: JSONValue) throws -> MappingPath {
        try value.parsed("/a/b/@c, /a/[]/b") { MappingPath(absolute: $0.normalized) }
    }

    private func relative(_ value: JSONValue, below at: MappingPath) throws -> MappingPath {
        guard let path = MappingPath(relative: try value.text()), path.ups <= at.steps.count else {
            throw value.refused(
                "a/b, @c, ../@d eller .; högst \(at.steps.count) steg upp",
                "a/b, @c, ../@d or .; at most \(at.steps.count) \(at.steps.count.word("step", "steps")) up")
        }
        return path
    }
}
