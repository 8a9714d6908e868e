/// A piece of a JSON document whose root is an object.
package enum JSONPiece: Sendable {
    /// An item of an array that is a member of the root.
    case item(of: String, JSONValue)
    /// A member of the root with its whole value; of an array, whose items came before, an empty one.
    case member(String, JSONValue)
}

/// Reads a large JSON document of ours piece by piece, in memory that grows only with the largest piece.
package enum JSONPieces {
    /// Hands over each piece, in the order of the document: strict JSON in UTF-8, no repeated members. Throws
    /// `ReadingFault`, and what `piece` throws.
    package static func read(
        _ source: some ByteSource, limits: ReadingLimits = .feed, piece: @escaping (JSONPiece) throws -> Void
    ) throws {
        let names = NameTable()
        let builder = JSONPieceBuilder(names: names, piece: piece)
        try DocumentReader(format: .json, names: names, limits: limits).read(source, handler: builder)
    }
}

/// Builds one piece after the other from the events of a document.
private final class JSONPieceBuilder: DocumentHandler {
    private let names: NameTable
    private let piece: (JSONPiece) throws -> Void
    /// Open values: the root is the first, its member the second, an item of that the third.
    private var depth = 0
    private var member = ""
    private var isArray = false
    private var items = 0
    private var memberSpot = Spot.start
    private var tree: JSONTreeBuilder?

    init(names: NameTable, piece: @escaping (JSONPiece) throws -> Void) {
        self.names = names
        self.piece = piece
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) {
        depth += 1
        if depth == 2 {
            member = names.text(name)
            memberSpot = spot
            (isArray, items) = (false, 0)
            tree = JSONTreeBuilder(names: names, path: "/" + member.pointerToken)
        } else if depth == 3, isArray {
            tree = JSONTreeBuilder(names: names, path: "/\(member.pointerToken)/\(items)")
            items += 1
        }
        tree?.begin(name, namespace: namespace, at: spot)
    }

    func container(_ shape: ContainerShape) throws {
        if depth == 1, shape == .array { throw rootUnexpected }
        if depth == 2, shape == .array { (isArray, tree) = (true, nil) }
        tree?.container(shape)
    }

    func attribute(_ name: Name, _ value: Scalar) {}
    func strayText(_ value: Scalar) {}
    func notice(_ fault: ReadingFault) throws { throw fault }

    func scalar(_ value: Scalar) throws {
        guard depth > 1 else { throw rootUnexpected }
        tree?.scalar(value)
    }

    func end(_ name: Name, endOffset: Int) throws {
        tree?.end(name, endOffset: endOffset)
        if depth == 3, isArray, let item = tree {
            try piece(.item(of: member, try item.root()))
            tree = nil
        } else if depth == 2 {
            let empty = JSONValue(content: .array([]), spot: memberSpot, path: "/" + member.pointerToken)
            try piece(.member(member, try tree?.root() ?? empty))
            tree = nil
        }
        depth -= 1
    }

    private var rootUnexpected: ReadingFault {
        JSONValue(content: .array([]), spot: .start, path: "").unexpected("object")
    }
}

extension String {
    /// The name as a step of a JSON Pointer.
    var pointerToken: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return self }
        return replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
