import NIOCore
import Synchronization

/// Counts the open connections of each peer, so that one cannot take them all.
final class PeerCount: Sendable {
    private let limit: Int
    private let countsLoopback: Bool
    private let counts = Mutex<[String: Int]>([:])

    /// A count up to a limit. A peer on loopback may be a proxy for many and is not counted unless that is asked for.
    init(limit: Int, countsLoopback: Bool = false) {
        self.limit = limit
        self.countsLoopback = countsLoopback
    }

    /// Counts a connection; false where its peer has as many as it may.
    func enter(_ address: SocketAddress?) -> Bool {
        guard let peer = counted(address) else { return true }
        return counts.withLock { counts in
            let count = counts[peer, default: 0]
            guard count < limit else { return false }
            counts[peer] = count + 1
            return true
        }
    }

    /// Counts a connection that was let in as closed.
    func leave(_ address: SocketAddress?) {
        guard let peer = counted(address) else { return }
        counts.withLock { counts in
            let count = counts[peer, default: 1] - 1
            counts[peer] = count > 0 ? count : nil
        }
    }

    private func counted(_ address: SocketAddress?) -> String? {
        guard let address, countsLoopback || !address.isLoopback else { return nil }
        return address.ipAddress
    }
}

extension SocketAddress {
    /// Whether the address is this machine's own: 127.0.0.0/8, `::1`, or the former written as IPv6.
    var isLoopback: Bool {
        guard let text = ipAddress else { return false }
        return text == "::1" || text.hasPrefix("127.") || text.hasPrefix("::ffff:127.")
    }
}
