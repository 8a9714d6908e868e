import Federation
import Reading
import Registry

/// A mapping compiled to a tree of names, so that a document is matched step by step while it streams.
struct LayoutTree {
    /// What happens to a value at a node.
    enum Capture: Equatable {
        case header(Int)
        case link
        case field(rule: Int, field: Int)
        case condition(rule: Int)
        case inherited(slot: Int)
    }

    /// A value that records below its scope inherit.
    struct Slot {
        let rule: Int
        let field: Int
    }

    /// One step of the layout.
    struct Node {
        var children: [(name: Name, node: Int)] = []
        var attributes: [(name: Name, node: Int)] = []
        var captures: [Capture] = []
        /// Rules whose records begin here.
        var begins: [Int] = []
        /// Slots that are forgotten when this node begins anew.
        var clears: [Int] = []
        var ignored = false
    }

    private(set) var nodes: [Node] = [Node()]
    private(set) var slots: [Slot] = []
    /// For each rule, for each field, the slot that it inherits from, if any.
    private(set) var slotOfField: [[Int?]] = []
    private let names: NameTable

    /// Compiles a mapping; names are interned in `names`, the table of the read it is used for.
    init(_ mapping: Mapping, names: NameTable) {
        self.names = names
        for (index, rule) in mapping.header.enumerated() {
            if case .path(let path) = rule.source { nodes[node(at: path.steps)].captures.append(.header(index)) }
        }
        for (index, rule) in mapping.records.enumerated() { add(rule, index) }
        if let path = mapping.links { nodes[node(at: path.steps)].captures.append(.link) }
        for path in mapping.ignored { nodes[node(at: path.steps)].ignored = true }
    }

    private mutating func add(_ rule: RecordRule, _ index: Int) {
        nodes[node(at: rule.at.steps)].begins.append(index)
        if let when = rule.when {
            let place = node(at: rule.at.steps.dropLast(when.path.ups) + when.path.steps)
            nodes[place].captures.append(.condition(rule: index))
        }
        slotOfField.append([])
        for (position, field) in rule.fields.enumerated() {
            var slot: Int?
            if case .path(let path) = field.source {
                let base = rule.at.steps.dropLast(path.ups)
                let place = node(at: base + path.steps)
                if path.ups == 0 {
                    nodes[place].captures.append(.field(rule: index, field: position))
                } else {
                    slot = slots.count
                    slots.append(Slot(rule: index, field: position))
                    nodes[place].captures.append(.inherited(slot: slots.count - 1))
                    nodes[node(at: Array(base))].clears.append(slots.count - 1)
                }
            }
            slotOfField[index].append(slot)
        }
    }

    private mutating func node(at steps: some Sequence<MappingPath.Step>) -> Int {
        steps.reduce(0) { parent, step in
            switch step {
            case .child(let text): child(of: parent, names.name(text), \.children)
            case .items: child(of: parent, names.name("[]"), \.children)
            case .attribute(let text): child(of: parent, names.name(text), \.attributes)
            }
        }
    }

    private mutating func child(
        of parent: Int, _ name: Name, _ list: WritableKeyPath<Node, [(name: Name, node: Int)]>
    ) -> Int {
        if let known = nodes[parent][keyPath: list].first(where: { $0.name == name }) { return known.node }
        nodes.append(Node())
        nodes[parent][keyPath: list].append((name, nodes.count - 1))
        return nodes.count - 1
    }

    /// What a JSON document has at a node: nil where a value stands, or where both are read.
    func shape(of node: Int) -> ContainerShape? {
        let children = nodes[node].children
        guard nodes[node].captures.isEmpty, !children.isEmpty || !nodes[node].begins.isEmpty else { return nil }
        return children.contains { $0.name == .item } ? .array : .object
    }

    /// The node of a child, nil where the layout has none.
    func child(of node: Int, _ name: Name) -> Int? { nodes[node].children.first { $0.name == name }?.node }

    /// The node of an attribute, nil where the layout has none.
    func attribute(of node: Int, _ name: Name) -> Int? { nodes[node].attributes.first { $0.name == name }?.node }
}
