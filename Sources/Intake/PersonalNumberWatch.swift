import Reading

/// Passes a document's events on, and shows every value and every name to the scanner as it reads with entities and
/// escapes resolved: `19121212\u002d1212` and `19121212&#45;1212` are numbers too.
final class PersonalNumberWatch: DocumentHandler {
    private let next: any DocumentHandler
    private let scanner: PersonalNumberScanner
    private let names: NameTable
    /// How many names of the table have been looked into, and which of them hold a number.
    private var lookedInto = 0
    private var telling: Set<Name> = []

    /// A watch in front of `next`; `names` is the table of the read.
    init(_ scanner: PersonalNumberScanner, names: NameTable, before next: any DocumentHandler) {
        self.scanner = scanner
        self.names = names
        self.next = next
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) throws {
        look(into: name, at: spot)
        try next.begin(name, namespace: namespace, at: spot)
    }

    func container(_ shape: ContainerShape) throws { try next.container(shape) }

    func attribute(_ name: Name, _ value: Scalar) throws {
        scanner.look(into: value.bytes, at: value.start, value.range)
        try next.attribute(name, value)
    }

    func scalar(_ value: Scalar) throws {
        scanner.look(into: value.bytes, at: value.start, value.range)
        try next.scalar(value)
    }

    func strayText(_ value: Scalar) throws {
        scanner.look(into: value.bytes, at: value.start, value.range)
        try next.strayText(value)
    }

    func end(_ name: Name, endOffset: Int) throws { try next.end(name, endOffset: endOffset) }

    func notice(_ fault: ReadingFault) throws { try next.notice(fault) }

    /// Each name of the table is read once; only one that holds a number is looked into where it stands.
    private func look(into name: Name, at spot: Spot) {
        while lookedInto < names.count {
            let known = Name(id: Int32(lookedInto))
            var text = names.text(known)
            if text.withUTF8({ PersonalNumberScan.count(in: $0) }) > 0 { telling.insert(known) }
            lookedInto += 1
        }
        guard telling.contains(name) else { return }
        var text = names.text(name)
        // Behind its quote or `<` the name as written is at least as long as this.
        let range = spot.offset..<spot.offset + 1 + text.utf8.count
        text.withUTF8 { scanner.look(into: $0, at: spot, range) }
    }
}
