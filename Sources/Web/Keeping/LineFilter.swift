import Federation
import Pricing

/// Which lines are asked for (urval); what is nil lets every line through.
struct LineFilter {
    /// The names in a query.
    static let names = ["section", "region", "provider", "unit", "clinic", "code", "typeOfCare", "text"]

    private let section: LineSection?
    private let region: RegionSlug?
    private let provider: String?
    private let unit: String?
    private let code: String?
    private let typeOfCare: TypeOfCare?
    private let text: TextSearch?

    /// Whether every line passes.
    let isOpen: Bool

    /// Reads the filter of a query. Throws a problem where a value is none of those allowed.
    init(_ query: Query, regions: [RegionSlug]) throws(Problem) {
        section = try query.word("section", of: LineSection.allCases.map(\.rawValue)).flatMap(LineSection.init)
        region = try query.word("region", of: regions.map(\.text)).flatMap(RegionSlug.init)
        provider = query["provider"]
        // The field is called unit; clinic is the same filter by the word that people use.
        if let unit = query["unit"], let clinic = query["clinic"], unit != clinic {
            throw .query(
                "clinic", allowed: [unit], "är samma urval som unit; ange ett av dem",
                "is the same filter as unit; give one of them")
        }
        unit = query["unit"] ?? query["clinic"]
        code = query["code"]?.uppercased()
        typeOfCare = try query.word("typeOfCare", of: TypeOfCare.allCases.map(\.rawValue)).flatMap(TypeOfCare.init)
        text = query["text"].map(TextSearch.init)
        isOpen = LineFilter.names.allSatisfy { query[$0] == nil }
    }

    /// Whether a line passes; what is quickest to tell is asked first.
    func matches(_ line: PricedLine) -> Bool {
        if let section, line.section != section { return false }
        if let typeOfCare, line.typeOfCare != typeOfCare { return false }
        if let region, line.region != region { return false }
        if let provider, line.provider != provider { return false }
        if let unit, line.unit != unit { return false }
        if let code, line.code != code { return false }
        if let text, !text.isFound(in: line.text) { return false }
        return true
    }
}

/// Looks for a text in others whatever the case of their letters, byte by byte: a list may have a million lines.
struct TextSearch {
    private let wanted: [UInt8]

    init(_ text: String) { wanted = TextSearch.folded(text.normalized) }

    /// Whether the text stands somewhere in the other.
    func isFound(in text: String) -> Bool {
        let bytes = TextSearch.folded(text)
        guard let first = wanted.first else { return true }
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
            if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }

    /// UTF-8 with A-Z and the capitals À to Þ, which are C3 80 to C3 9E, as small letters.
    private static func folded(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        var last: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let isCapital = last == 0xC3 ? (0x80...0x9E).contains(byte) && byte != 0x97 : (65...90).contains(byte)
            if isCapital { bytes[index] = byte + 32 }
            last = byte
        }
        return bytes
    }
}
