import Federation
import Pricing
import Registry

/// Names the lines of compared lists in words.
struct ListedLineNames {
    private let directory: Directory
    private let words: CodeWords
    private let language: Language

    init(_ language: Language, regions: [Region], codes: CodeLists) {
        self.language = language
        directory = Directory(regions)
        words = CodeWords(codes, in: language)
    }

    /// A region's name; for nil what stands for the DRG prices that are common to all.
    func region(_ slug: RegionSlug?) -> String {
        slug.map(directory.regionName) ?? language.pick("DRG-priser, gemensamma", "DRG prices, common")
    }

    /// A line from the widest to the narrowest, with its id last.
    func line(_ line: ListedLine) -> String {
        (place(of: line.key) + [code(of: line), care(of: line.key), line.id.description]).compactMap { $0 }
            .joined(separator: " · ")
    }

    private func place(of key: ListedLineKey) -> [String?] {
        guard let region = key.region, let provider = key.provider else { return [] }
        let unit = key.unit.map { directory.unitName($0, at: provider, in: region) }
        return [directory.regionName(region), directory.hospitalName(provider, in: region), unit]
    }

    private func code(of line: ListedLine) -> String {
        line.text.isEmpty ? line.key.code : line.key.code + " " + line.text
    }

    private func care(of key: ListedLineKey) -> String? {
        let parts = [key.typeOfCare.map(words.typeOfCare), key.careLevel.map(words.careLevel)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// What differs between two lines besides the amount, each with its value before and after; empty where nothing does.
    func otherwise(_ line: ChangedLine) -> String {
        line.kinds.compactMap { kind in detail(of: kind, line.earlier, line.later) }.joined(separator: "; ")
    }

    private func detail(of kind: ChangedLine.Kind, _ earlier: ListedLine, _ later: ListedLine) -> String? {
        let number = NumberText(language: language)
        let values: (String?, String?) =
            switch kind {
            case .amount, .limits: (nil, nil)
            case .measure: (earlier.measure.map(words.measure), later.measure.map(words.measure))
            case .typeOfCare: (earlier.key.typeOfCare.map(words.typeOfCare), later.key.typeOfCare.map(words.typeOfCare))
            case .careLevel: (earlier.key.careLevel.map(words.careLevel), later.key.careLevel.map(words.careLevel))
            case .unit: (unit(of: earlier.key), unit(of: later.key))
            case .pointPrice: (earlier.key.pointPrice, later.key.pointPrice)
            case .weight:
                (
                    earlier.group.map { number.decimal($0.weight.text) },
                    later.group.map { number.decimal($0.weight.text) }
                )
            case .text: (earlier.text, later.text)
            }
        if kind == .amount { return nil }
        let (before, after) = values
        let name = kind.word(in: language)
        return before == nil && after == nil ? name : "\(name) \(before ?? "–") → \(after ?? "–")"
    }

    private func unit(of key: ListedLineKey) -> String? {
        guard let region = key.region, let provider = key.provider, let unit = key.unit else { return nil }
        return directory.unitName(unit, at: provider, in: region)
    }
}

extension ListedLineKey {
    /// The id of a DRG line's point price; nil for other lines.
    fileprivate var pointPrice: String? {
        guard case .drg(let id, _, _, _) = self else { return nil }
        return id
    }
}

extension ChangedLine.Kind {
    /// What differs, in a word.
    func word(in language: Language) -> String {
        switch self {
        case .amount: language.pick("pris", "price")
        case .measure: language.pick("mått", "measure")
        case .typeOfCare: language.pick("vårdform", "kind of care")
        case .careLevel: language.pick("vårdnivå", "care level")
        case .unit: language.pick("enhet", "unit")
        case .pointPrice: language.pick("poängpris", "point price")
        case .weight: language.pick("vikt", "weight")
        case .limits: language.pick("gränser", "limits")
        case .text: "text"
        }
    }
}

extension LineID.Section {
    /// The name of the section in machine files: the member of the list's JSON that holds it.
    var member: String {
        switch self {
        case .drg: "drg"
        case .careService: "careServices"
        case .drgFixedPrice: "drgFixedPrices"
        case .surcharge: "surcharges"
        }
    }
}
