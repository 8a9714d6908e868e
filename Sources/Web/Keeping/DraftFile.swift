import Federation
import Foundation
import HTTPTypes
import Publishing

/// One file of a draft: a year and the file's ending.
struct DraftFile: Hashable, Sendable {
    /// How a list can be written; the raw value is the file's ending.
    enum Form: String, CaseIterable {
        case json
        case xml
        case csv
        case excelCSV = "excel.csv"
        case html
    }

    let year: Year
    let form: Form

    /// `prislista-2023.json`, as the command line writes it.
    var name: String { "prislista-\(year).\(form.rawValue)" }

    /// The files of a year's draft.
    static func all(_ year: Year) -> [DraftFile] { Form.allCases.map { DraftFile(year: year, form: $0) } }

    /// Writes the file.
    func write(_ document: PriceListDocument) throws -> KeptFile {
        let rendering =
            switch form {
            case .json: try document.json()
            case .xml: document.xml()
            case .csv: document.machineCSV()
            case .excelCSV: document.excelCSV()
            case .html: try document.page()
            }
        return KeptFile(
            body: try Body(keeping: rendering.bytes), mediaType: rendering.mediaType,
            policy: form == .html ? ContentPolicy.page(rendering.bytes) : nil)
    }
}

/// A file that is kept ready to send.
struct KeptFile: Sendable {
    let body: Body
    let mediaType: String
    /// The content security policy of a page; nil for what is no page.
    let policy: String?

    /// The answer with the file.
    func answer(_ caching: Answer.Caching) -> Answer {
        var answer = Answer(body, mediaType: mediaType, caching: caching)
        if let policy { answer.headers[.contentSecurityPolicy] = policy }
        return answer
    }
}
