import Federation
import Reading
import Registry

/// Turns a document's events into records, by a layout and nothing else. One decoder reads one part.
final class FeedDecoder: DocumentHandler {
    /// An element, member or item that is open.
    struct Frame {
        let name: Name
        /// The node of the layout; nil below anything unmapped, ignored or of the wrong shape.
        var node: Int?
        /// How many of the same name came before it under the same parent.
        let index: Int
        /// Where the counts of its children begin.
        let counts: Int
        let start: Spot
        /// Counts of children beyond the first few distinct names, so that many names take no longer than few.
        var moreCounts: [Name: Int] = [:]
    }

    let mapping: Mapping
    let format: DocumentFormat
    let part: Int
    let names: NameTable
    /// Whether the layout is a contract, where a JSON null is a value of the wrong type and not an absent one.
    let isContract: Bool
    private(set) var frames: [Frame] = []

    private let tree: LayoutTree
    private unowned let client: any DecoderClient
    /// The namespaces of the layout, and those that were told already.
    private var namespaces: Set<Name>
    private var lastNamespace = Name.empty
    private var counts: [(name: Name, count: Int)] = []
    private var open: [OpenRecord?]
    private var inherited: [RawValue?]
    private var waiting: [Bool]

    private struct OpenRecord {
        var values: [RawValue?]
        var meets: Bool?
        let start: Spot
    }

    /// A decoder for one part of a version; `client` must outlive it.
    init(
        mapping: Mapping, isContract: Bool, format: DocumentFormat, part: Int, names: NameTable,
        client: any DecoderClient
    ) {
        self.isContract = isContract
        self.mapping = mapping
        self.format = format
        self.part = part
        self.names = names
        self.client = client
        tree = LayoutTree(mapping, names: names)
        namespaces = Set(mapping.namespaces.map(names.name) + [.empty])
        open = Array(repeating: nil, count: mapping.records.count)
        inherited = Array(repeating: nil, count: tree.slots.count)
        waiting = Array(repeating: false, count: tree.slots.count)
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) throws {
        let index = count(name)
        let isRoot = frames.isEmpty
        // A JSON root has no name of its own: it is the layout's root.
        let node: Int? =
            isRoot && format == .json ? 0 : (isRoot ? 0 : frames.last?.node).flatMap { tree.child(of: $0, name) }
        let strange = node == nil && (isRoot || frames.last?.node != nil)
        let ignored = node.map { tree.nodes[$0].ignored } ?? false
        frames.append(Frame(name: name, node: ignored ? nil : node, index: index, counts: counts.count, start: spot))
        if strange { try client.unmapped(at: spot, self) }
        guard let node, !ignored else { return }
        if namespace != lastNamespace { try met(namespace, at: spot) }
        for slot in tree.nodes[node].clears {
            inherited[slot] = nil
            waiting[slot] = false
        }
        for rule in tree.nodes[node].begins {
            open[rule] = OpenRecord(
                values: Array(repeating: nil, count: mapping.records[rule].fields.count), meets: nil, start: spot)
        }
    }

    /// Tells a namespace that the layout does not use, once. A contract's is its schema's business.
    private func met(_ namespace: Name, at spot: Spot) throws {
        lastNamespace = namespace
        guard !isContract, namespaces.insert(namespace).inserted else { return }
        try client.finding(
            Finding("namespace-unexpected", at: place(spot, spot.offset), sample: names.text(namespace)))
    }

    func attribute(_ name: Name, _ value: Scalar) throws {
        guard let parent = frames.last?.node else { return }
        let node = tree.attribute(of: parent, name)
        // While it is looked at, an attribute is open like an element.
        frames.append(Frame(name: name, node: node, index: -1, counts: counts.count, start: value.start))
        defer { frames.removeLast() }
        if let node { try capture(value, at: node) } else { try client.unmapped(at: value.start, self) }
    }

    func scalar(_ value: Scalar) throws {
        guard let frame = frames.last, let node = frame.node else { return }
        if !tree.nodes[node].captures.isEmpty {
            try capture(value, at: node)
        } else if let shape = tree.shape(of: node), format == .json {
            guard value.kind != .null || isContract else { return }
            try misshaped(frame, node, expected: shape, found: value.string)
        } else if format == .json || !value.string.isAllBlank {
            // In XML an element that holds nothing may still have a line break.
            try client.unmapped(at: value.start, self)
        }
    }

    func container(_ shape: ContainerShape) throws {
        guard let frame = frames.last, let node = frame.node, format == .json else { return }
        guard let expected = tree.shape(of: node) else {
            // A value should stand here, or, at a node without captures, nothing that is read.
            guard !tree.nodes[node].captures.isEmpty else { return }
            return try misshaped(frame, node, expected: nil, found: shape == .array ? "[…]" : "{…}")
        }
        guard expected != shape else { return }
        try misshaped(frame, node, expected: expected, found: shape == .array ? "[…]" : "{…}")
    }

    func strayText(_ value: Scalar) throws {
        guard frames.last?.node != nil else { return }
        try client.finding(
            Finding("stray-text", ["path": path()], at: place(value.start, value.endOffset), sample: value.string))
    }

    func end(_ name: Name, endOffset: Int) throws {
        guard let frame = frames.last else { return }
        if let node = frame.node, !tree.nodes[node].begins.isEmpty { try close(tree.nodes[node].begins, endOffset) }
        counts.removeSubrange(frame.counts...)
        frames.removeLast()
    }

    func notice(_ fault: ReadingFault) throws { try client.finding(fault.finding(part: part, path: path())) }

    private func count(_ name: Name) -> Int {
        let first = frames.last?.counts ?? 0
        for position in first..<counts.count where counts[position].name == name {
            counts[position].count += 1
            return counts[position].count - 1
        }
        guard counts.count - first == FeedDecoder.fewNames, let parent = frames.indices.last else {
            counts.append((name, 1))
            return 0
        }
        let earlier = frames[parent].moreCounts[name] ?? 0
        frames[parent].moreCounts[name] = earlier + 1
        return earlier
    }

    /// So many names are found sooner one after the other than by hashing.
    private static let fewNames = 16

    /// An object, array or value stands where the layout has another of them: nothing below it is read.
    private func misshaped(_ frame: Frame, _ node: Int, expected: ContainerShape?, found: String) throws {
        frames[frames.count - 1].node = nil
        let value = RawValue(text: found, kind: nil, start: frame.start, end: frame.start.offset)
        let target = tree.nodes[node].captures.isEmpty ? tree.child(of: node, .item) ?? node : node
        guard tree.nodes[target].captures.isEmpty else { return try keep(value, at: target) }
        let word = expected.map { $0 == .array ? "[…]" : "{…}" } ?? ""
        let arguments = ["field": names.text(frame.name), "expected": word]
        let place = place(frame.start, frame.start.offset)
        try client.finding(Finding("wrong-json-type", arguments, at: place, sample: found))
    }

    private func capture(_ scalar: Scalar, at node: Int) throws {
        let text = scalar.string.normalized
        try keep(RawValue(text: text, kind: scalar.kind, start: scalar.start, end: scalar.endOffset), at: node)
    }

    private func keep(_ value: RawValue, at node: Int) throws {
        // In a region's own layout a JSON null is a value that is not there.
        guard value.kind != .null || isContract else { return }
        for capture in tree.nodes[node].captures {
            switch capture {
            case .header(let index): try client.header(index, value, self)
            case .link: try client.link(value, self)
            case .condition(let rule): open[rule]?.meets = value.text == mapping.records[rule].when?.equals
            case .field(let rule, let field): try keep(value, rule, field)
            case .inherited(let slot):
                if waiting[slot] { try late(slot, value) }
                inherited[slot] = value
            }
        }
    }

    private func keep(_ delivered: RawValue, _ rule: Int, _ field: Int) throws {
        var value = delivered
        if isContract, mapping.records[rule].fields[field].field == .typesOfCare { value = value.asListItem }
        guard let earlier = open[rule]?.values[field] else {
            open[rule]?.values[field] = value
            return
        }
        guard mapping.records[rule].fields[field].field == .typesOfCare else {
            let named = mapping.records[rule].fields[field].arguments
            try client.finding(
                Finding("field-twice", named, at: place(value.start, value.end), sample: value.text))
            return
        }
        // One item of another type makes the list one of another type.
        open[rule]?.values[field] = RawValue(
            text: earlier.text + " " + value.text, kind: earlier.kind == .string ? value.kind : earlier.kind,
            start: earlier.start, end: value.end)
    }

    private func late(_ slot: Int, _ value: RawValue) throws {
        let owner = tree.slots[slot]
        let named = mapping.records[owner.rule].fields[owner.field].arguments
        try client.finding(
            Finding("inherited-value-late", named, at: place(value.start, value.end), sample: value.text))
    }

    private func close(_ rules: [Int], _ endOffset: Int) throws {
        var met = false
        var first: OpenRecord?
        for rule in rules {
            guard let record = open[rule] else { continue }
            open[rule] = nil
            first = first ?? record
            if mapping.records[rule].when != nil, record.meets != true { continue }
            met = true
            try client.record(finish(record, rule, endOffset), self)
        }
        guard !met, let first else { return }
        try client.finding(Finding("record-kind-unknown", at: place(first.start, endOffset)))
    }

    private func finish(_ record: OpenRecord, _ rule: Int, _ endOffset: Int) -> RawRecord {
        var values = record.values
        for (field, slot) in tree.slotOfField[rule].enumerated() {
            guard let slot else { continue }
            values[field] = inherited[slot]
            waiting[slot] = inherited[slot] == nil
        }
        return RawRecord(rule: rule, start: record.start, end: endOffset, values: values)
    }
}
