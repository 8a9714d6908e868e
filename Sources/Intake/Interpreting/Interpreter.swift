import Federation
import Reading
import Registry

/// Applies a mapping's conversions and tables: from what was delivered to canonical records.
struct Interpreter {
    private let layouts: [RecordLayout]
    private let hospitals: [String: String]
    private let units: [String: [String: String]]
    private let measures: [String: String]

    /// An interpreter of one mapping for one region.
    init(mapping: Mapping, region: Region, codes: CodeLists) {
        layouts = mapping.records.map(RecordLayout.init)
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
            values[unit] = FieldValue(raw: named.raw, value: id, kind: named.kind, start: named.start, end: named.end)
        }
        return Record(
            kind: layout.rule.kind, layout: layout, values: values, start: raw.start, end: raw.end, decoder: decoder)
    }

    /// One field's value; nil where it is absent and has no fallback.
    func value(_ rule: FieldRule, _ raw: RawValue?) -> FieldValue? {
        let here = raw?.start ?? Spot(offset: 0, line: 1, column: 1)
        let made = { FieldValue(raw: $0, value: $0, kind: .text, start: here, end: raw?.end ?? 0) }
        if case .constant(let text) = rule.source { return made(text) }
        guard let raw else { return rule.fallback.map(made) }
        var value: String? = raw.text
        for conversion in rule.conversions { value = value.flatMap { conversion.apply($0) } }
        if let table = rule.table { value = value.flatMap { look($0, in: table) } }
        return FieldValue(raw: raw.text, value: value, kind: raw.kind, start: raw.start, end: raw.end)
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

extension String {
    /// The text as names are compared: without blanks at the ends, in lower case.
    var folded: String {
        utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 }
            ? self : trimmedBlanks.lowercased()
    }
}
