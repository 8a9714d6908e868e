import Adoption
import Federation
import Foundation
import Pricing
import Sealing

/// What a proposal froze (fryst underlag), as the archive keeps it: by fingerprints everything that the list was made
/// from, and every finding on it in the words that were shown, with who let the list stand with it and why.
package struct FrozenInput: Hashable, Sendable {
    /// The name of this form.
    private static let kind = "samverkan-frozen-input-1"

    /// A finding on the list as the committee has it before it (avvikelse).
    package struct Deviation: Hashable, Sendable, Codable {
        package struct Acknowledged: Hashable, Sendable, Codable {
            package let by: String
            package let reason: String
            /// RFC 3339, in UTC.
            package let at: String
        }

        package let id: String
        package let code: String
        package let severity: String
        /// What it is about, by ids.
        package let subject: String
        /// What it is about in Swedish words; nil in what was frozen before there were such.
        package let about: String?
        /// Why, in the region's own words; nil where it gave no reason.
        package let reason: String?
        package let sv: String
        package let en: String
        /// Nil for a finding that needs nobody.
        package let acknowledged: Acknowledged?
    }

    /// A file or version that the list was made from, by its SHA-256.
    private struct Source: Hashable, Sendable, Codable {
        let kind: String
        let id: String
        let sha256: String
    }

    private struct Form: Codable {
        let kind: String
        let year: Int
        let list: String
        let sources: [Source]
        let deviations: [Deviation]
    }

    package let deviations: [Deviation]
    private let year: Int
    private let list: String
    private let sources: [Source]

    /// What a list of that fingerprint was made from, with the findings on it.
    init(_ list: PriceList, fingerprint: Fingerprint, deviations: [Deviation]) {
        let header = list.header
        self.list = fingerprint.hex
        year = header.model.year.number
        sources =
            [Source(kind: "priceModel", id: header.model.year.description, sha256: header.modelFingerprint.hex)]
            + header.model.weightLists.map { Source(kind: "weightList", id: $0.id, sha256: $0.sha256.hex) }
            + header.submissions.map { Source(kind: "version", id: $0.region.text, sha256: $0.version.hex) }
        self.deviations = deviations
    }

    /// Reads what was frozen; throws where the bytes are not that.
    init(bytes: [UInt8]) throws {
        let form = try JSONDecoder().decode(Form.self, from: Data(bytes))
        guard form.kind == Self.kind else { throw CocoaError(.coderReadCorrupt) }
        (year, list, sources, deviations) = (form.year, form.list, form.sources, form.deviations)
    }

    /// Its canonical JSON: the bytes whose fingerprint the proposal names.
    func bytes() throws -> [UInt8] {
        let form = Form(kind: Self.kind, year: year, list: list, sources: sources, deviations: deviations)
        let plain = try JSONEncoder().encode(form)
        return try CanonicalJSON.bytes(of: JSONDecoder().decode(CanonicalValue.self, from: plain))
    }
}
