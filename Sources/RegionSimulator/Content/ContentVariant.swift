/// What can be wrong with a delivery's content while the server itself behaves.
package enum ContentVariant: String, Sendable, CaseIterable {
    case normal
    case wrongEncoding = "wrong-encoding"
    case notXML = "not-xml"
    case schemaDrift = "schema-drift"
    case missingColumn = "missing-column"
    case newColumn = "new-column"
    case duplicateLines = "duplicate-lines"
    case negativePrice = "negative-price"
    case decimalComma = "decimal-comma"
    case pricesTimesTen = "prices-times-ten"
    case pricesInOre = "prices-in-ore"
    case pricesDividedByHundred = "prices-divided-by-hundred"
    case halfTheLines = "half-the-lines"
    case noLines = "no-lines"
    case huge
    case hugeNumber = "huge-number"
    case deepNesting = "deep-nesting"
    case manyAttributes = "many-attributes"
    case doctype
    case externalEntity = "external-entity"
    case entityBomb = "entity-bomb"
    case emptyDocument = "empty-document"
    case onlyBOM = "only-bom"
    case lastYearsFile = "last-years-file"
    case otherRegionsFile = "other-regions-file"
    case testData = "test-data"
    case personalIdentityNumber = "personal-identity-number"
    case nextToItself = "next-to-itself"
    case missingPage = "missing-page"
    case pageTwice = "page-twice"
    case totalDiffers = "total-differs"

    /// The name that `--fault REGION=NAME` takes.
    package var name: String { rawValue }

    /// One sentence on what is delivered.
    package var explanation: String {
        switch self {
        case .normal: "Everything is as it should be."
        case .wrongEncoding: "The file says UTF-8 and its bytes are ISO-8859-1."
        case .notXML: "An HTML page about maintenance comes with status 200."
        case .schemaDrift: "A required column has a new name."
        case .missingColumn: "A required column is gone."
        case .newColumn: "A column that nobody has announced is there."
        case .duplicateLines: "Three lines stand twice."
        case .negativePrice: "One price is below zero."
        case .decimalComma: "Amounts have the other decimal sign than the layout's own."
        case .pricesTimesTen: "Every price is ten times what it should be."
        case .pricesInOre: "Every price is in the hundredth part of the unit that was agreed."
        case .pricesDividedByHundred: "Every price is a hundredth of what it should be."
        case .halfTheLines: "Only the first half of the care services is there."
        case .noLines: "The header is there and no line at all."
        case .huge: "The file goes on with blanks for 600 MiB."
        case .hugeNumber: "One amount has ten million digits."
        case .deepNesting: "Elements or arrays lie in each other a million deep."
        case .manyAttributes: "One element has 200 000 attributes, or one object as many members."
        case .doctype: "The document begins with a DOCTYPE."
        case .externalEntity: "The document asks for a file of the reader's own machine."
        case .entityBomb: "Ten entities that would unfold to thousands of millions of characters."
        case .emptyDocument: "Not one byte."
        case .onlyBOM: "A byte order mark and nothing more."
        case .lastYearsFile: "The file of the year before."
        case .otherRegionsFile: "The data of another region in this region's layout."
        case .testData: "The delivery says that it is test data."
        case .personalIdentityNumber: "A made-up personal identity number stands in a text."
        case .nextToItself: "The page's next link, or the index's first entry, points to itself; elsewhere as normal."
        case .missingPage: "The next page, or a listed part, is not there; elsewhere as normal."
        case .pageTwice: "A page, or a listed part, comes twice; elsewhere as normal."
        case .totalDiffers: "The pages state one record more than they have; elsewhere as normal."
        }
    }
}
