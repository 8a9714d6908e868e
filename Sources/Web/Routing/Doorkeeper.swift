import HTTPTypes
import Hummingbird
import Logging
import Pipeline

/// Lets requests in by host and method, and turns every error into a problem document.
struct Doorkeeper: RouterMiddleware {
    /// The methods that a path answers, if only to refuse.
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]

    let allowedHosts: Set<String>

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            try check(request)
            return try await next(request, context)
        } catch {
            let call = Call(request, context)
            let problem = problem(for: error, context.logger)
            return try problem.answer(path: call.path, in: call.language).response(to: call)
        }
    }

    private func check(_ request: Request) throws(Problem) {
        guard let host = Doorkeeper.name(of: request.head.authority), allowedHosts.contains(host) else {
            throw Problem(
                .invalidHost, "Begäran ska ha exakt ett värdnamn (Host), och ett som den här servern svarar för.",
                "The request must have exactly one host, and one that this server answers for.")
        }
        guard Doorkeeper.methods.contains(request.method) else {
            throw Problem(
                .methodUnknown, "Servern känner inte metoden \(request.method).",
                "The server does not know the method \(request.method).")
        }
    }

    /// The host's name without its port; nil where it cannot be read.
    static func name(of authority: String?) -> String? {
        guard let authority = authority?.lowercased(), !authority.isEmpty else { return nil }
        let name =
            authority.hasPrefix("[")
            ? authority.firstIndex(of: "]").map { authority[...$0] } : authority.prefix { $0 != ":" }
        guard let name else { return nil }
        let rest = authority.dropFirst(name.count)
        let isPort =
            rest.isEmpty || (rest.hasPrefix(":") && rest.dropFirst().utf8.allSatisfy { (48...57).contains($0) })
        return isPort ? String(name) : nil
    }

    /// Logs that a file of the archive is damaged or gone, by its SHA-256.
    static func tell(of damage: DamagedFile, to logger: Logger) {
        logger.error("a file of the archive is damaged or gone", metadata: ["sha256": "\(damage.fingerprint)"])
    }

    private func problem(for error: any Error, _ logger: Logger) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as CommandError: return Problem(.conflict, error.swedish, error.english)
        case let damage as DamagedFile:
            Doorkeeper.tell(of: damage, to: logger)
            return Problem(.internalFault, damage.words(in: .swedish), damage.words(in: .english))
        case let error as HTTPError where error.status == .notFound:
            return Problem(
                .notFound, "Det finns inget på den här adressen. Adresserna står i /openapi.json.",
                "There is nothing at this address. The addresses stand in /openapi.json.")
        default:
            logger.error("request failed", metadata: ["error": "\(error)"])
            return Problem(
                .internalFault, "Något gick fel i servern. Felet står i serverns logg.",
                "Something went wrong in the server. The error stands in the server's log.")
        }
    }
}
