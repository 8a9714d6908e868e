import Glibc

/// The networks beyond public addresses that feeds may be fetched from (tillåtna nät); none unless a setting names them.
package struct AllowedNetworks: Sendable {
    private let networks: [Network]

    /// Only public addresses.
    package static let publicOnly = AllowedNetworks(networks: [])

    private init(networks: [Network]) { self.networks = networks }

    /// Reads addresses and prefixes separated by commas, `127.0.0.0/8,::1/128`; nil where one of them is neither.
    package init?(text: String) {
        var networks: [Network] = []
        for item in text.split(separator: ",") {
            guard let network = Network(item.filter { $0 != " " }) else { return nil }
            networks.append(network)
        }
        self.networks = networks
    }

    /// Whether a connection to this address is allowed; `bytes` are the 4 or 16 bytes of the address.
    func allows(_ bytes: [UInt8]) -> Bool {
        let plain = Network.unmapped(bytes)
        return networks.contains { $0.holds(plain) } || Network.isPublic(plain)
    }

    /// Whether a connection to this socket address is allowed; never for another family than IPv4 and IPv6.
    func allows(_ address: UnsafePointer<sockaddr>) -> Bool {
        guard let bytes = Network.bytes(of: address) else { return false }
        return allows(bytes)
    }
}
