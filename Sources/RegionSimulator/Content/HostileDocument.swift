/// Documents that are no delivery at all, or an attack on the reader.
enum HostileDocument {
    /// The content that the variant puts in the place of a delivery; nil for a variant that is about something else.
    static func text(_ variant: ContentVariant, format: DraftFormat) -> (format: DraftFormat, text: [UInt8])? {
        switch variant {
        case .notXML: (.html, Array(maintenancePage.utf8))
        case .emptyDocument: (.raw, [])
        case .onlyBOM: (.raw, [0xEF, 0xBB, 0xBF])
        case .hugeNumber: (format, hugeNumber(format))
        case .deepNesting: (format, deepNesting(format))
        case .manyAttributes: (format, manyAttributes(format))
        case .doctype: (.xml, Array("<!DOCTYPE Prislista>\n<Prislista/>\n".utf8))
        case .externalEntity: (.xml, Array(externalEntity.utf8))
        case .entityBomb: (.xml, Array(entityBomb.utf8))
        default: nil
        }
    }

    private static let maintenancePage = """
        <!DOCTYPE html>
        <html lang="sv"><head><title>Underhåll pågår</title></head>
        <body><h1>Underhåll pågår</h1><p>Tjänsten är tillbaka klockan 18.</p></body></html>

        """

    private static let externalEntity = """
        <!DOCTYPE Prislista [<!ENTITY fil SYSTEM "file:///etc/hostname">]>
        <Prislista><Kommentar>&fil;</Kommentar></Prislista>

        """

    private static var entityBomb: String {
        let levels = (1...9).map { level in
            "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
        }
        let entities = ["<!ENTITY e0 \"vårdvårdvård\">"] + levels
        return "<!DOCTYPE Prislista [\n\(entities.joined(separator: "\n"))\n]>\n<Prislista>&e9;</Prislista>\n"
    }

    private static func hugeNumber(_ format: DraftFormat) -> [UInt8] {
        let digits = [UInt8](repeating: UInt8(ascii: "7"), count: 10_000_000)
        return switch format {
        case .json: Array("{\"pris\": ".utf8) + digits + Array("}\n".utf8)
        default: Array("<Prislista><Pris>".utf8) + digits + Array("</Pris></Prislista>\n".utf8)
        }
    }

    private static func deepNesting(_ format: DraftFormat) -> [UInt8] {
        let (start, end) = if case .json = format { ("[", "]") } else { ("<d>", "</d>") }
        let depth = 1_000_000
        var text: [UInt8] = []
        text.reserveCapacity(depth * (start.utf8.count + end.utf8.count))
        for _ in 0..<depth { text += start.utf8 }
        for _ in 0..<depth { text += end.utf8 }
        return text
    }

    private static func manyAttributes(_ format: DraftFormat) -> [UInt8] {
        let isJSON = if case .json = format { true } else { false }
        var text = Array((isJSON ? "{\"a\": 1" : "<Prislista").utf8)
        for number in 0..<200_000 {
            text += Array((isJSON ? ",\"a\(number)\": 1" : " a\(number)=\"1\"").utf8)
        }
        return text + Array((isJSON ? "}\n" : "/>\n").utf8)
    }
}
