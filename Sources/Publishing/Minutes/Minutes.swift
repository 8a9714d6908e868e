package import Federation
package import Pricing

/// What the committee's minutes hold about a price list (protokollsbilaga): the list, and what the committee must see.
package struct Minutes: Sendable {
    /// A finding about the list that a person has seen, with the reason why the list may stand (avvikelse).
    package struct Deviation: Hashable, Sendable {
        /// What it concerns, for example hospital, unit, code and text.
        package let subject: String
        /// What is noteworthy, in a sentence.
        package let finding: String
        /// Why the list may stand, or why the price is what it is; nil where nobody needs to say.
        package let reason: String?
        /// Who says so: a person, or the region; nil where nobody needs to.
        package let by: String?
        /// When a person said so.
        package let day: Day?

        package init(subject: String, finding: String, reason: String?, by: String?, day: Day?) {
            self.subject = subject
            self.finding = finding
            self.reason = reason
            self.by = by
            self.day = day
        }
    }

    /// Who did an act on the list, and when (ansvarig).
    package struct Hand: Hashable, Sendable {
        /// The person as the minutes name it.
        package let by: String
        package let day: Day

        package init(by: String, on day: Day) {
            self.by = by
            self.day = day
        }
    }

    package let document: PriceListDocument
    package var cover: PriceListCover
    /// Who laid the list before the committee; nil where nobody has.
    package let proposed: Hand?
    /// Who entered the committee's decision; nil before there is one.
    package let adopted: Hand?
    /// What changed since last year; nil where there is no list to compare with.
    package let changes: PriceListDifference?
    /// In the order that they are to be read.
    package let deviations: [Deviation]
    /// What a correction changes against the edition that it corrects; nil for a first edition.
    package let correction: PriceListDifference?

    package init(
        document: PriceListDocument, cover: PriceListCover, changes: PriceListDifference?, deviations: [Deviation],
        correction: PriceListDifference? = nil, proposed: Hand? = nil, adopted: Hand? = nil
    ) {
        self.proposed = proposed
        self.adopted = adopted
        self.correction = correction
        self.document = document
        self.cover = cover
        self.changes = changes
        self.deviations = deviations
    }

    /// The minutes as PDF/A-3b, in Swedish. The PDF passes through a folder of its own in `folder`. Throws `PDFFailure`
    /// where the program fails.
    package func pdf(by maker: PDFMaker, in folder: String) async throws -> Rendering {
        let page = MinutesPage(self).bytes()
        let bytes = try await maker.pdf(of: page, named: cover.fingerprint, day: document.fileDay, in: folder)
        return Rendering(suffix: "pdf", mediaType: "application/pdf", bytes: bytes)
    }
}
