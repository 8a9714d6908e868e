import Glibc

/// A block of IP addresses: its first address and how many leading bits are common.
struct Network: Sendable {
    private let address: [UInt8]
    private let prefix: Int

    /// Reads `10.0.0.0/8`, or an address alone as a block of one.
    init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let address = Network.parse(String(first)) else { return nil }
        var prefix = address.count * 8
        if halves.count == 2 {
            guard let number = Int(halves[1]), (0...prefix).contains(number) else { return nil }
            prefix = number
        }
        self.address = address
        self.prefix = prefix
    }

    /// Whether the address lies in this block.
    func holds(_ other: [UInt8]) -> Bool {
        guard other.count == address.count else { return false }
        let whole = prefix / 8
        guard other.prefix(whole) == address.prefix(whole) else { return false }
        let rest = prefix % 8
        return rest == 0 || (other[whole] ^ address[whole]) >> (8 - rest) == 0
    }

    /// The bytes of an address in the textual form of its family; nil for anything else.
    static func parse(_ text: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if inet_pton(family, text, &bytes) == 1 { return bytes }
        }
        return nil
    }

    /// An IPv4 address that is written inside an IPv6 one (::ffff:0:0/96) is judged as itself.
    static func unmapped(_ bytes: [UInt8]) -> [UInt8] {
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        return bytes.count == 16 && Array(bytes.prefix(12)) == mapped ? Array(bytes.suffix(4)) : bytes
    }

    /// The address inside a socket address; nil for another family than IPv4 and IPv6.
    static func bytes(of address: UnsafePointer<sockaddr>) -> [UInt8]? {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let inner = raw.loadUnaligned(as: sockaddr_in.self)
            return withUnsafeBytes(of: inner.sin_addr) { Array($0) }
        case AF_INET6:
            let inner = raw.loadUnaligned(as: sockaddr_in6.self)
            return withUnsafeBytes(of: inner.sin6_addr) { Array($0) }
        default: return nil
        }
    }

    /// The address in text, for a person; the family's number where it is neither IPv4 nor IPv6.
    static func text(_ address: UnsafePointer<sockaddr>) -> String {
        guard let bytes = bytes(of: address) else { return "address family \(address.pointee.sa_family)" }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
            let family = bytes.count == 4 ? AF_INET : AF_INET6
            return inet_ntop(family, bytes, text.baseAddress, socklen_t(text.count)).map(String.init(cString:)) ?? "?"
        }
    }

    /// Whether the address is one of the open internet, by the special-purpose registries of IANA.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 4 { return !special.contains { $0.holds(bytes) } }
        return globalUnicast.contains { $0.holds(bytes) } && !special.contains { $0.holds(bytes) }
    }

    private static let globalUnicast = ["2000::/3"].compactMap { Network($0) }

    private static let special = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ].compactMap { Network($0) }
}
