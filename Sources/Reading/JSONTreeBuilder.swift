/// Builds the tree of a small JSON document from its events.
final class JSONTreeBuilder: DocumentHandler {
    private struct Open {
        let key: String
        let path: String
        var spot: Spot
        var shape: ContainerShape?
        var scalar: JSONValue.Content?
        var members: [JSONValue.Member] = []
    }

    private let names: NameTable
    /// The JSON Pointer of the value that is built.
    private let path: String
    private var open: [Open] = []
    private var finished: JSONValue?

    init(names: NameTable, path: String = "") {
        self.names = names
        self.path = path
    }

    /// The value of the whole document, or of the part of it at `path`.
    func root() throws -> JSONValue {
        guard let finished else { throw ReadingFault("empty-document", at: .start) }
        return finished
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) {
        guard let parent = open.last else {
            open.append(Open(key: "", path: path, spot: spot))
            return
        }
        let key = parent.shape == .array ? String(parent.members.count) : names.text(name)
        open.append(Open(key: key, path: parent.path + "/" + key.pointerToken, spot: spot))
    }

    func container(_ shape: ContainerShape) { open[open.count - 1].shape = shape }

    func attribute(_ name: Name, _ value: Scalar) {}

    func scalar(_ value: Scalar) {
        open[open.count - 1].spot = value.start
        open[open.count - 1].scalar =
            switch value.kind {
            case .string, .text: .string(value.string)
            case .number: .number(value.string)
            case .boolean: .boolean(value.bytes.count == 4)
            case .null: .null
            }
    }

    func strayText(_ value: Scalar) {}

    func end(_ name: Name, endOffset: Int) {
        guard let closed = open.popLast() else { return }
        let content: JSONValue.Content =
            switch closed.shape {
            case .object: .object(closed.members)
            case .array: .array(closed.members.map(\.value))
            case nil: closed.scalar ?? .null
            }
        let value = JSONValue(content: content, spot: closed.spot, path: closed.path)
        if open.isEmpty {
            finished = value
        } else {
            open[open.count - 1].members.append(JSONValue.Member(key: closed.key, value: value))
        }
    }

    func notice(_ fault: ReadingFault) throws { throw fault }
}
