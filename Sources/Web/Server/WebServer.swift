import Foundation
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Pipeline
import ServiceLifecycle

/// The API and the pages (webbserver) over one gateway: plain HTTP/1.1, for loopback or behind a proxy.
package struct WebServer: Service {
    private let host: String
    private let port: Int
    private let limits: ServerLimits
    private let logger: Logger
    private let doorkeeper: Doorkeeper
    private let routes: [Route]
    private let onRunning: @Sendable (Int) async -> Void

    /// A server that answers for the given host names only.
    ///
    /// - Parameters:
    ///   - port: the port to listen on; 0 for any that is free.
    ///   - allowedHosts: names without port, such as `localhost` and `[::1]`.
    ///   - onRunning: called with the port once the server listens.
    ///
    /// Throws where `openapi.json` cannot be read.
    package init(
        gateway: Gateway, host: String, port: Int, allowedHosts: Set<String>, limits: ServerLimits = ServerLimits(),
        logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.host = host
        self.port = port
        self.limits = limits
        self.logger = logger
        self.onRunning = onRunning
        doorkeeper = Doorkeeper(allowedHosts: Set(allowedHosts.map { $0.lowercased() }))
        routes = try Route.all(Holdings(gateway: gateway, limits: limits, logger: logger))
    }

    /// Serves until graceful shutdown is asked for; then requests in flight are finished.
    package func run() async throws {
        let limits = limits
        let onRunning = onRunning
        let application = Application(
            responder: Route.responder(for: routes, behind: doorkeeper),
            server: HTTPServerBuilder { GuardedChannel(responder: $0, limits: limits) },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { await onRunning($0.localAddress?.port ?? 0) }, logger: logger)
        do {
            try await application.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandError(
                "Port \(port) är upptagen; välj en annan med --port.",
                "Port \(port) is taken; choose another with --port.")
        }
    }
}
