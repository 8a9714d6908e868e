import Federation
import Pricing
import Reading
import Registry

/// Applies a mapping's conversions and tables: from what was delivered to canonical records.
struct Interpreter {
    private let layouts: [RecordLayout]
    private let region: RegionSlug
    private let isContract: Bool
    private let hospitals: [String: String]
    private let units: [String: [String: String]]
    private let measures: [String: String]

    /// An interpreter of one mapping for one region. A contract is taken at its word; in a region's own layout an empty
    /// value is an absent one, and a number may stand for a text.
    init(mapping: Mapping, isContract: Bool, region: Region, codes: CodeLists) {
        layouts = mapping.records.map(RecordLayout.init)
        self.region = region.slug
        self.isContract = isContract
        hospitals = Dictionary(
            region.hospitals.flatMap { hospital in [hospital.id, hospital.name].map { ($0.folded, hospital.id) } },
            uniquingKeysWith: { first, _ in first })
        units = Dictionary(
            region.hospitals.map { hospital in
                let names = hospital.units.flatMap { unit in
                    ([unit.id, unit.name] + unit.aliases).map { ($0.folded, unit.id) }
                }
                return (hospital.id, Dictionary(names, uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
        measures = codes.measureNames
    }

    /// The record of a raw one.
    func record(_ raw: RawRecord, _ decoder: FeedDecoder) -> Record {
        let layout = layouts[raw.rule]
        let rules = layout.rule.fields
        var values = zip(rules, raw.values).map { rule, raw in value(rule, raw) }
        // A unit is looked up in its hospital, so the hospital must be known first.
        if let unit = layout.position(of: .unit), case .units? = rules[unit].table, let named = values[unit] {
            let provider = layout.position(of: .provider).flatMap { values[$0]?.value }
            let id = provider.flatMap { units[$0]?[(named.value ?? named.raw).folded] }
            values[unit] = FieldValue(
                raw: named.raw, value: id, start: named.start, end: named.end, isWrongType: named.isWrongType)
        }
        let line = LineID(region: region, kind: layout.rule.kind) { field in
            layout.position(of: field).flatMap { values[$0]?.value }
        }
        return Record(
            kind: layout.rule.kind, layout: layout, values: values, start: raw.start, end: raw.end, lineID: line,
            decoder: decoder)
    }

    /// One field's value; nil where it is absent and has no fallback.
    func value(_ rule: FieldRule, _ raw: RawValue?) -> FieldValue? {
        if case .constant(let text) = rule.source { return made(text, raw) }
        guard let raw, isContract || !raw.isNothing else { return rule.fallback.map { made($0, raw) } }
        guard let kind = raw.kind, !isContract || JSONForm.allows(kind, rule.field) else {
            return FieldValue(raw: raw.text, value: nil, start: raw.start, end: raw.end, isWrongType: true)
        }
        var value: String? = raw.text
        for conversion in rule.conversions { value = value.flatMap { conversion.apply($0) } }
        if let table = rule.table { value = value.flatMap { look($0, in: table) } }
        return FieldValue(raw: raw.text, value: value, start: raw.start, end: raw.end)
    }

    private func made(_ text: String, _ raw: RawValue?) -> FieldValue {
        FieldValue(raw: text, value: text, start: raw?.start ?? .start, end: raw?.end ?? 0)
    }

    private func look(_ text: String, in table: CodeTable) -> String? {
        switch table {
        case .hospitals: hospitals[text.folded]
        case .measures: measures[text.folded]
        case .own(let codes): codes[text] ?? codes[text.trimmedBlanks]
        case .units: text
        }
    }
}

extension RawValue {
    /// Whether nothing was delivered: a JSON null, or blanks.
    fileprivate var isNothing: Bool { kind == .null || (kind != nil && text.isAllBlank) }
}

extension String {
    /// The text as names are compared: without blanks at the ends, in lower case.
    var folded: String {
        utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 }
            ? self : trimmedBlanks.lowercased()
    }
}
