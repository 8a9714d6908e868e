import Federation

/// How one region writes its deliveries.
protocol RegionLayout: Sendable {
    /// How it writes money.
    var amounts: AmountStyle { get }
    /// The column of the service's code, for changes of layout that nobody announced.
    var codeColumn: Column { get }
    /// The column of the goal in plan reports.
    var goalColumn: Column { get }
    /// The price submission; the first draft is the one that the descriptor's address names.
    func priceList(_ submission: SimulatedSubmission, amounts: AmountStyle) -> [Draft]
    /// The plan report; likewise.
    func planReport(_ report: SimulatedPlanReport) -> [Draft]
}

/// How a column looks in a layout's text, so that it can be renamed or taken out.
struct Column {
    let start: String
    let end: String
    let newStart: String
    let newEnd: String

    /// An element with its text.
    static func element(_ name: String, renamed: String) -> Column {
        Column(start: "<\(name)>", end: "</\(name)>", newStart: "<\(renamed)>", newEnd: "</\(renamed)>")
    }

    /// An attribute.
    static func attribute(_ name: String, renamed: String) -> Column {
        Column(start: " \(name)=\"", end: "\"", newStart: " \(renamed)=\"", newEnd: "\"")
    }

    /// A member that is a string and never the last of its object.
    static func member(_ name: String, renamed: String) -> Column {
        Column(start: "\"\(name)\": \"", end: "\",", newStart: "\"\(renamed)\": \"", newEnd: "\",")
    }

    /// The text with every occurrence of the column rewritten.
    func rewrite(_ text: [UInt8], to replacement: (_ value: ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
        let start = Array(start.utf8)
        let end = Array(end.utf8)
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let found = Column.find(start, in: text, from: index) {
            guard let stop = Column.find(end, in: text, from: found + start.count) else { break }
            result += text[copied..<found]
            result += replacement(text[found + start.count..<stop])
            copied = stop + end.count
            index = copied
        }
        return result + text[copied...]
    }

    private static func find(_ wanted: [UInt8], in text: [UInt8], from index: Int) -> Int? {
        guard let first = wanted.first else { return nil }
        var start = index
        while start + wanted.count <= text.count {
            if text[start] == first && text[start..<start + wanted.count].elementsEqual(wanted) { return start }
            start += 1
        }
        return nil
    }
}

extension RegionSlug {
    /// The layout that the region's server speaks.
    var layout: (any RegionLayout)? {
        switch text {
        case "uppsala": UppsalaLayout()
        case "sormland": SormlandLayout()
        case "varmland": VarmlandLayout()
        case "orebro": OrebroLayout()
        case "vastmanland": VastmanlandLayout()
        case "dalarna": DalarnaLayout()
        case "gavleborg": GavleborgLayout()
        default: nil
        }
    }
}
