import HTTPTypes
import Hummingbird

/// One way in: a method and a path with names in braces, and what answers there (väg).
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let answer: @Sendable (Call) async throws -> Answer

    /// A route that reads.
    static func get(_ path: String, _ answer: @escaping @Sendable (Call) async throws -> Answer) -> Route {
        Route(method: .get, path: path, answer: answer)
    }

    /// A route that adds.
    static func post(_ path: String, _ answer: @escaping @Sendable (Call) async throws -> Answer) -> Route {
        Route(method: .post, path: path, answer: answer)
    }

    /// Every route of the server.
    static func all(_ holdings: Holdings) throws -> [Route] {
        let description = try APIDescription(contractsFolder: holdings.gateway.premises.contractsFolder)
        return description.routes + Health(holdings).routes + StatusResource(holdings).routes
            + RegionResource(holdings).routes + VersionResource(holdings).routes + RawResource(holdings).routes
            + PriceListResource(holdings).routes + EditionResource(holdings).routes + LineResource(holdings).routes
            + QuoteResource(holdings).routes + DifferenceResource(holdings).routes + ReviewResource(holdings).routes
            + DraftResource(holdings).routes + ActResource().routes + KeyResource(holdings).routes
            + PlanResource(holdings).routes + PageResource(holdings).routes + ListPageResource(holdings).routes
    }

    /// What answers all routes. A path that exists answers every method, with a problem where there is no route for it.
    static func responder(for routes: [Route], behind doorkeeper: Doorkeeper) -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: doorkeeper)
        for (path, own) in Dictionary(grouping: routes, by: \.path) {
            let readable = own.contains { $0.method == .get } ? [HTTPRequest.Method.head] : []
            let allowed = (own.map(\.method) + readable).map(\.rawValue).sorted().joined(separator: ", ")
            for method in Doorkeeper.methods {
                let wanted: HTTPRequest.Method = method == .head ? .get : method
                let answer = own.first { $0.method == wanted }?.answer
                router.on(RouterPath(path), method: method) { request, context in
                    guard let answer else { throw Route.refused(method, allowed) }
                    let call = Call(request, context)
                    let found = try await answer(call)
                    guard call.accepts(found.mediaType) else { throw Route.notAcceptable(found.mediaType) }
                    return found.response(to: call)
                }
            }
        }
        return router.buildResponder()
    }

    private static func notAcceptable(_ mediaType: String) -> Problem {
        Problem(
            .notAcceptable, "Adressen svarar med \(mediaType), som Accept inte tar emot.",
            "The address answers in \(mediaType), which Accept does not take.")
    }

    private static func refused(_ method: HTTPRequest.Method, _ allowed: String) -> Problem {
        var problem = Problem(
            .methodNotAllowed, "\(method) går inte att använda på den här adressen; använd \(allowed).",
            "\(method) cannot be used on this address; use \(allowed).")
        problem.headers[.allow] = allowed
        return problem
    }
}
