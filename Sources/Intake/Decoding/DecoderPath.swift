import Federation
import Reading
import Registry

extension FeedDecoder {
    /// The path of what is open: an XPath (`/Prislista/Klinik[3]`) or a JSON Pointer (`/sjukhus/0/namn`).
    func path() -> String { path(of: frames[...], then: []) }

    /// The path of a value of the record that is open, found by its rule's relative path.
    func path(to relative: MappingPath) -> String {
        path(of: frames.dropLast(relative.ups), then: relative.steps)
    }

    /// A place in this part, with the path of what is open.
    func place(_ start: Spot, _ end: Int) -> Place { place(start, end, path: path()) }

    /// A place in this part.
    func place(_ start: Spot, _ end: Int, path: String) -> Place {
        Place(
            part: part, bytes: start.offset..<max(start.offset, end), line: start.line, column: start.column,
            path: path)
    }

    private func path(of frames: ArraySlice<Frame>, then steps: [MappingPath.Step]) -> String {
        switch format {
        case .json: pointer(frames) + steps.map { "/" + word($0) }.joined()
        case .xml: xpath(frames) + steps.map { "/" + word($0) }.joined()
        }
    }

    private func word(_ step: MappingPath.Step) -> String {
        switch step {
        case .child(let name): name
        case .attribute(let name): "@" + name
        case .items: "0"
        }
    }

    private func pointer(_ frames: ArraySlice<Frame>) -> String {
        frames.dropFirst().map { frame in
            let name = names.text(frame.name)
            let escaped = name.replacing("~", with: "~0").replacing("/", with: "~1")
            return "/" + (name == "[]" ? String(frame.index) : escaped)
        }.joined()
    }

    private func xpath(_ frames: ArraySlice<Frame>) -> String {
        frames.enumerated().map { depth, frame in
            let name = names.text(frame.name)
            if frame.index < 0 { return "/@" + name }
            return "/" + name + (depth == 0 ? "" : "[\(frame.index + 1)]")
        }.joined()
    }
}

extension ReadingFault {
    /// The fault as a finding of that part.
    func finding(part: Int, path: String) -> Finding {
        let place = spot.map {
            Place(part: part, bytes: $0.offset..<$0.offset, line: $0.line, column: $0.column, path: path)
        }
        return Finding(code, arguments, at: place, sample: sample)
    }
}
