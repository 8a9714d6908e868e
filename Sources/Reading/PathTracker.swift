/// Knows the path of what is open while a document is read: an XPath (`/Prislista/Klinik[3]`) or a JSON Pointer
/// (`/sjukhus/0/namn`).
struct PathTracker {
    /// An element, member or item that is open, and how many of each name have begun inside it.
    private struct Frame {
        let name: Name
        let index: Int
        var counts: [Name: Int] = [:]
    }

    private let format: DocumentFormat
    private let names: NameTable
    private var frames: [Frame] = []

    init(format: DocumentFormat, names: NameTable) {
        self.format = format
        self.names = names
    }

    mutating func begin(_ name: Name) {
        var index = 0
        if let parent = frames.indices.last {
            index = frames[parent].counts[name, default: 0]
            frames[parent].counts[name] = index + 1
        }
        frames.append(Frame(name: name, index: index))
    }

    mutating func end() { _ = frames.popLast() }

    /// The path of what began last and has not ended.
    var path: String {
        switch format {
        case .xml: frames.enumerated().map { depth, frame in step(frame, isRoot: depth == 0) }.joined()
        case .json: frames.dropFirst().map(token).joined()
        }
    }

    private func step(_ frame: Frame, isRoot: Bool) -> String {
        "/" + names.text(frame.name) + (isRoot ? "" : "[\(frame.index + 1)]")
    }

    private func token(_ frame: Frame) -> String {
        guard frame.name != .item else { return "/\(frame.index)" }
        return "/" + names.text(frame.name).pointerToken
    }
}
