package import NIOCore

/// What one connection, one peer and one request may cost the server.
package struct ServerLimits: Sendable {
    /// Connections open at once; more wait in the system's queue.
    package var connections = 512
    /// Connections of one peer open at once. A peer on loopback may be a proxy for many; see `countsLoopback`.
    package var connectionsPerPeer = 64
    /// Whether a peer on loopback is counted too: for tests, and for a server that no proxy stands before.
    package var countsLoopback = false
    /// How long a connection may stay without a whole request head.
    package var headDeadline: TimeAmount = .seconds(30)
    /// How long the body of a request may take to come.
    package var bodyDeadline: TimeAmount = .seconds(30)
    /// The largest body of a request, in bytes: a little more than a route reads, so that it can say what is too much.
    package var bodyBytes = (1 << 20) + (256 << 10)
    /// How long a reader may take for what is under way to it, which is never much more than 64 KiB.
    package var writeDeadline: TimeAmount = .seconds(30)
    /// How old a status may be when it is asked for.
    package var statusAge: Duration = .seconds(2)

    package init() {}
}
