import Federation
package import Reading

extension ReadingFault {
    /// What is wrong with a file of ours or a request, in Swedish and in English.
    package var words: (swedish: String, english: String) {
        let found = sample.map { "”\($0)”" }
        let member = arguments["member"] ?? ""
        switch code {
        case "json-member-missing": return ("medlemmen \"\(member)\" saknas", "the member \"\(member)\" is missing")
        case "json-member-unknown":
            return (
                "medlemmen \"\(member)\" är okänd här; är det ett skrivfel?",
                "the member \"\(member)\" is unknown here; is it a slip of the pen?"
            )
        case "json-value-unexpected":
            let english = arguments["expected"] ?? ""
            let swedish = arguments["expectedSwedish"] ?? ReadingFault.swedishKinds[english] ?? english
            return (
                "\(found ?? "värdet") duger inte här; väntat: \(swedish)",
                "\(found ?? "the value") will not do here; expected: \(english)"
            )
        default:
            let sentence = ReadingFault.sentences[code] ?? ("filen kan inte läsas", "the file cannot be read")
            guard let said else { return sentence }
            return (sentence.0 + ". Läsaren säger: " + said, sentence.1 + ". The parser says: " + said)
        }
    }

    /// The parser's own words and the text it stumbled on.
    private var said: String? {
        let facts = arguments["detail"] ?? arguments.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
        let words = [facts, sample.map { "”\($0)”" } ?? ""].filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static let swedishKinds = [
        "object": "ett objekt, { … }", "array": "en lista, [ … ]", "string": "en text, \"…\"", "number": "ett tal",
        "integer": "ett heltal", "boolean": "true eller false",
    ]

    private static let sentences: [String: (String, String)] = [
        "json-not-well-formed": ("filen är inte giltig JSON", "the file is not well-formed JSON"),
        "duplicate-member": ("samma medlem står två gånger", "the same member stands twice"),
        "empty-document": ("filen är tom", "the file is empty"),
        "encoding-broken": ("filen är inte giltig UTF-8", "the file is not valid UTF-8"),
        "encoding-unsupported": ("filen ska vara UTF-8", "the file must be UTF-8"),
        "content-too-large": ("filen är för stor", "the file is too large"),
        "text-too-large": ("en text i filen är för lång", "a text in the file is too long"),
        "nesting-too-deep": ("filen är för djupt nästlad", "the file is nested too deeply"),
        "too-many-names": ("filen har för många olika namn", "the file has too many different names"),
        "csv-malformed": ("raden följer inte formatet för CSV", "the line does not follow the format of CSV"),
        "looks-like": ("filen är något annat än JSON", "the file is something other than JSON"),
    ]
}
