package import Federation

/// What one record of a feed is about. The raw value is the name in descriptors and in canonical XML.
package enum RecordKind: String, Sendable, CaseIterable {
    case careService, drgTariff, drgException, drgFixedPrice, surcharge, notApplicable
    case goalReport, effectMeasure, activity, stopped

    /// The kind of feed that such a record belongs to.
    package var feed: FeedKind {
        switch self {
        case .goalReport, .effectMeasure, .activity, .stopped: .plan
        default: .priceList
        }
    }
}

/// A field of a record or of the header. The raw value is the name in descriptors and contracts.
package enum FieldName: String, Sendable, CaseIterable {
    case provider, unit, medicalFieldCode, code, text, measure, typeOfCare, typesOfCare, careLevel, productCategory
    case amount, asLastYear, drg, reason, what
    case round, goal, status, shareDone, evidence, comment, name, value, target, title, due
    case region, regionName, organisationNumber, year, plan, created, currency, contact, testData, total
}

/// A named conversion of a mapping; the list is closed.
package enum Conversion: String, Sendable, CaseIterable {
    case trim, upper, list, boolean, swedishDecimal, pointDecimal, oreToKronor, compactDate, yearOfDate
}

/// Which table turns the region's word into ours.
package enum CodeTable: Hashable, Sendable {
    /// The hospitals of the descriptor, by id or name.
    case hospitals
    /// The units of the record's provider, by id, name or alias.
    case units
    /// The measures of `Contracts/codes/measures.json`, by code, label or alias.
    case measures
    /// A table of the descriptor's own.
    case own([String: String])

    /// The table of that name which every region has.
    static func shared(_ name: String) -> CodeTable? {
        switch name {
        case "hospitals": .hospitals
        case "units": .units
        case "measures": .measures
        default: nil
        }
    }
}

/// Where a field's value comes from.
package struct FieldRule: Hashable, Sendable {
    /// A path, or a value that is the same everywhere.
    package enum Source: Hashable, Sendable {
        case path(MappingPath)
        case constant(String)
    }

    package let field: FieldName
    package let source: Source
    package let conversions: [Conversion]
    package let table: CodeTable?
    /// The value where the path is absent.
    package let fallback: String?
    /// Whether the region usually delivers the column, though the contract does not ask for it: where no record has it,
    /// the layout has changed.
    package let isUsual: Bool

    package init(
        field: FieldName, source: Source, conversions: [Conversion] = [], table: CodeTable? = nil,
        fallback: String? = nil, isUsual: Bool = false
    ) {
        self.field = field
        self.source = source
        self.conversions = conversions
        self.table = table
        self.fallback = fallback
        self.isUsual = isUsual
    }
}

/// Where records of one kind stand and how their fields are found.
package struct RecordRule: Hashable, Sendable {
    package let kind: RecordKind
    package let at: MappingPath
    /// Only records where this relative path holds this text are meant; others at the same place are of other kinds.
    package let when: When?
    package let fields: [FieldRule]

    /// A condition on a record.
    package struct When: Hashable, Sendable {
        package let path: MappingPath
        package let equals: String

        package init(path: MappingPath, equals: String) {
            self.path = path
            self.equals = equals
        }
    }

    package init(kind: RecordKind, at: MappingPath, when: When? = nil, fields: [FieldRule]) {
        self.kind = kind
        self.at = at
        self.when = when
        self.fields = fields
    }
}

/// How a region's layout becomes the canonical form: data, never code.
package struct Mapping: Hashable, Sendable {
    package let header: [FieldRule]
    package let records: [RecordRule]
    /// What is known and not needed; anything else that no rule reads is reported.
    package let ignored: [MappingPath]
    /// The XML namespaces that the layout uses. They decide nothing, names are local; another one is told.
    package let namespaces: [String]
    /// Where the addresses of further parts stand; nil where a delivery is one part.
    package let links: MappingPath?

    package init(
        header: [FieldRule], records: [RecordRule], ignored: [MappingPath], namespaces: [String] = [],
        links: MappingPath? = nil
    ) {
        self.header = header
        self.records = records
        self.ignored = ignored
        self.namespaces = namespaces
        self.links = links
    }

    /// This mapping with the place of the addresses of further parts.
    func with(links: MappingPath?) -> Mapping {
        Mapping(header: header, records: records, ignored: ignored, namespaces: namespaces, links: links)
    }
}
