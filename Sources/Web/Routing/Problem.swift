import Federation
import HTTPTypes
import Reading
import Registry
import Sealing

/// Why a request is not answered with what it asked for: the one mouth for errors (RFC 9457).
struct Problem: Error {
    let kind: ProblemKind
    /// What was wrong this time and what to do, in the two languages.
    let swedish: String
    let english: String
    /// Header fields that belong to the status.
    var headers: HTTPFields = [:]
    /// Further members, such as what would have been allowed.
    var members: [CanonicalValue.Member] = []

    init(_ kind: ProblemKind, _ swedish: String, _ english: String) {
        self.kind = kind
        self.swedish = swedish
        self.english = english
    }

    /// A query parameter that will not do, and what is allowed.
    static func query(_ name: String, allowed: [String], _ swedish: String, _ english: String) -> Problem {
        var problem = Problem(
            .invalidQuery, "Frågeparametern ”\(name)” \(swedish).", "The query parameter “\(name)” \(english).")
        problem.members = [.init("parameter", .string(name)), .init("allowed", .array(allowed.map { .string($0) }))]
        return problem
    }

    /// A body that cannot be read, or says what cannot be; with the place, and a JSON Pointer where there is one.
    static func body(_ fault: ReadingFault) -> Problem {
        let words = fault.words
        let path = fault.arguments["path"]
        let swedish = fault.spot.map { " (rad \($0.line), kolumn \($0.column))" } ?? ""
        let english = fault.spot.map { " (line \($0.line), column \($0.column))" } ?? ""
        var problem = Problem(
            .invalidBody, "Begärans innehåll duger inte\(swedish): \(words.swedish).",
            "The content of the request will not do\(english): \(words.english).")
        if let path { problem.members.append(.init("pointer", .string(path))) }
        if let spot = fault.spot {
            problem.members += [.init("line", .integer(spot.line)), .init("column", .integer(spot.column))]
        }
        return problem
    }

    /// A body of more bytes than any route reads.
    static var tooLarge: Problem {
        Problem(
            .tooLarge, "Begäran får ha högst 1 MiB innehåll. Dela upp den.",
            "A request may have 1 MiB of content at most. Part it.")
    }

    /// Something that is not there, named in the two languages.
    static func missing(_ swedish: String, _ english: String) -> Problem { Problem(.notFound, swedish, english) }

    /// The document in the language that is wanted.
    func answer(path: String, in language: Language) throws -> Answer {
        let members: [CanonicalValue.Member] =
            members + [
                .init("type", .string("urn:samverkan:problem:\(kind.rawValue)")),
                .init("title", .string(language.pick(kind.title.swedish, kind.title.english))),
                .init("status", .integer(kind.status.code)),
                .init("detail", .string(language.pick(swedish, english))), .init("instance", .string(path)),
            ]
        var answer = try Answer(json: .object(members), caching: .never)
        answer.status = kind.status
        answer.mediaType = "application/problem+json"
        answer.headers = headers
        answer.headers[.contentLanguage] = language.rawValue
        answer.variesByLanguage = true
        return answer
    }
}

/// The kinds of problem, each with its status and title; the raw value ends its urn and never changes.
enum ProblemKind: String, CaseIterable {
    case invalidHost = "invalid-host"
    case invalidQuery = "invalid-query"
    case invalidBody = "invalid-body"
    case mediaType = "unsupported-media-type"
    case tooLarge = "content-too-large"
    case notPriced = "case-not-priced"
    case unauthorized
    case localOnly = "local-only"
    case personalNumber = "personal-number"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case conflict
    case internalFault = "internal-fault"
    case methodUnknown = "method-unknown"
    case notReady = "not-ready"
    case unreadable = "unreadable-request"

    var status: HTTPResponse.Status {
        switch self {
        case .invalidHost, .invalidQuery, .invalidBody, .unreadable: .badRequest
        case .mediaType: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .notPriced: .unprocessableContent
        case .unauthorized: .unauthorized
        case .localOnly, .personalNumber: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .conflict: .conflict
        case .internalFault: .internalServerError
        case .methodUnknown: .notImplemented
        case .notReady: .serviceUnavailable
        }
    }

    var title: (swedish: String, english: String) {
        switch self {
        case .invalidHost: ("Fel värdnamn", "Wrong host")
        case .invalidQuery: ("Fel i frågan", "Invalid query")
        case .invalidBody: ("Fel i begärans innehåll", "Invalid content")
        case .mediaType: ("Fel sorts innehåll", "Unsupported media type")
        case .tooLarge: ("För stort innehåll", "Content too large")
        case .notPriced: ("Vårdfallet kan inte prissättas", "The case cannot be priced")
        case .unauthorized: ("Inloggning krävs", "Authentication is required")
        case .localOnly: ("Visas bara på servern själv", "Shown only on the server itself")
        case .personalNumber: ("Innehåller personnummer", "Contains a personal identity number")
        case .notFound: ("Finns inte", "Not found")
        case .methodNotAllowed: ("Metoden går inte att använda här", "Method not allowed")
        case .notAcceptable: ("Finns inte i den formen", "Not acceptable")
        case .conflict: ("Går inte just nu", "Not possible now")
        case .internalFault: ("Internt fel", "Internal error")
        case .methodUnknown: ("Okänd metod", "Unknown method")
        case .notReady: ("Inte redo", "Not ready")
        case .unreadable: ("Oläslig begäran", "Unreadable request")
        }
    }
}
