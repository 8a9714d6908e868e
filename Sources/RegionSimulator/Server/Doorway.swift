import NIOCore
import NIOHTTP1
import NIOPosix

/// The port could not be had, mostly because another program has it.
package struct PortUnavailable: Error, CustomStringConvertible {
    package let port: Int
    package let reason: String
    package var description: String { "Porten \(port) går inte att öppna: \(reason)" }
}

/// Opens and closes the ports of the region servers, and owns the threads that serve them.
struct Doorway: Sendable {
    let host: String
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)

    init(host: String) { self.host = host }

    /// The address of a server at that port.
    func origin(port: Int) -> String { "http://\(host):\(port)" }

    /// Listens for a server at the port, 0 for any free one; gives the port. Throws `PortUnavailable`.
    func open(port: Int, for server: RegionServer) async throws -> Int {
        do {
            let listener = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 256)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelInitializer { connection in
                    connection.eventLoop.makeCompletedFuture {
                        let decoder = ByteToMessageHandler(HTTPRequestDecoder())
                        try connection.pipeline.syncOperations.addHandlers(
                            [decoder, ConnectionHandler(server: server)])
                    }
                }
                .bind(host: host, port: port).get()
            server.listen(with: listener)
            return listener.localAddress?.port ?? port
        } catch {
            throw PortUnavailable(port: port, reason: String(describing: error))
        }
    }

    /// Closes a server's port; its open connections stay.
    func close(for server: RegionServer) async throws {
        try await server.takeListener()?.close()
    }

    /// Closes the servers' ports and all connections, and ends the threads.
    func tearDown(_ servers: some Sequence<RegionServer>) async throws {
        // Ports first: a connection that comes in while the threads end would have nowhere to go.
        for server in servers { try await close(for: server) }
        try await group.shutdownGracefully()
    }
}
