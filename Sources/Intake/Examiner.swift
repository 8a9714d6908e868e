package import Federation
package import Pricing
package import Reading
package import Registry

/// Takes each faultless price as it is read; what it throws ends the examination.
package typealias PriceSink = (PriceRecord) throws -> Void

/// Examines versions of one feed: decode, check, normalise, in one pass over each part.
package struct Examiner: Sendable {
    private let feed: FeedDescriptor
    private let context: RuleContext
    private let catalogue: FindingCatalogue
    private let schema: XMLSchema?
    private let limits: ReadingLimits
    /// The region's other feeds, to know a file of another kind.
    private let siblings: [FeedDescriptor]

    /// An examiner of one feed. `schema` is the XSD of the feed's contract, `siblings` are the region's other feeds.
    package init(
        feed: FeedDescriptor, siblings: [FeedDescriptor], context: RuleContext, catalogue: FindingCatalogue,
        schema: XMLSchema?, limits: ReadingLimits = .feed
    ) {
        self.feed = feed
        self.context = context
        self.catalogue = catalogue
        self.schema = schema
        self.limits = limits
        self.siblings = siblings
    }

    /// Examines a version, in the region's layout or in the contract's form. `content` opens the decoded content of a
    /// part; `known` is what was found out before reading.
    ///
    /// Each faultless price goes to `prices` at once, so that a million of them take little room; without it nothing is
    /// kept, and there is no submission. They count only where there is a submission in the end: an error may come
    /// after them. With `numbersAreCleared` a person has stated that what looks like personal identity numbers are none:
    /// they are told all the same, but there is a submission where none of them stands in a record. Faults in the data become findings; an error of the archive or of `prices` is thrown.
    package func examine(
        _ version: FeedVersion, known: [Finding] = [], numbersAreCleared: Bool = false,
        prices: PriceSink? = nil, content: (VersionPart) throws -> any ByteSource
    ) throws -> Examination {
        let form = try feed.asDelivered(version.parts, content: content)
        let session = ExaminationSession(
            feed: form, context: context, catalogue: catalogue, numbersAreCleared: numbersAreCleared,
            prices: prices)
        session.begin(version.parts, known: known)
        for (index, part) in version.parts.enumerated() { try read(part, index, as: form, session, content) }
        session.end(version.parts)
        return session.finish(siblings: siblings)
    }

    private func read(
        _ part: VersionPart, _ index: Int, as form: FeedDescriptor, _ session: ExaminationSession,
        _ content: (VersionPart) throws -> any ByteSource
    ) throws {
        let names = NameTable()
        let decoder = FeedDecoder(
            mapping: form.mapping, isContract: form.contract != nil, format: form.format.document, part: index,
            names: names, client: session)
        do {
            let scanner = PersonalNumberScanner(try content(part))
            defer { session.personalNumbers(scanner, part: index) }
            let reader = DocumentReader(
                format: decoder.format, names: names, limits: limits, declaredEncoding: form.encoding,
                mediaType: part.mediaType, schema: form.contract != nil && form.format == .xml ? schema : nil)
            do {
                try reader.read(
                    scanner, handler: PersonalNumberWatch(scanner, names: names, before: decoder))
            } catch {
                // What the parser would not read may still name a person.
                try? scanner.drain()
                throw error
            }
        } catch let fault as ReadingFault {
            session.breakOff(fault.finding(part: index, path: decoder.path()))
        }
    }
}
