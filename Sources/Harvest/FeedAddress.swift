import Foundation

/// An address that the gateway is willing to ask: http or https, a plain host, no user, no oddities.
/// It is stricter than RFC 3986 on purpose, so that no other reader of the same text can find another host in it.
struct FeedAddress: Hashable, Sendable {
    /// The whole address without fragment.
    let text: String
    /// Scheme, host and port, the port always written out: `https://pris.region.example:443`.
    let origin: String

    /// Reads an absolute address.
    init(_ text: String) throws(FeedFailure) {
        let plain = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard plain.utf8.count <= 2048, plain.utf8.allSatisfy(FeedAddress.isPlain) else {
            throw FeedFailure(.addressMalformed, text)
        }
        guard let (scheme, rest) = FeedAddress.splitScheme(plain) else {
            throw FeedFailure(.addressRefused, text.withoutUser)
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw FeedFailure(.addressRefused, text.withoutUser) }
        guard let (host, port) = FeedAddress.splitAuthority(authority, scheme: scheme) else {
            throw FeedFailure(.addressRefused, text)
        }
        self.text = String(plain)
        self.origin = "\(scheme)://\(host):\(port)"
    }

    /// The address that a redirect, a page or an index names, read relative to this one.
    /// An empty one names nothing; an absolute one may lead anywhere, which the caller must judge by `origin`.
    func resolving(_ reference: String) throws(FeedFailure) -> FeedAddress {
        let reference = reference.trimmingCharacters(in: .whitespaces)
        guard !reference.isEmpty, reference.utf8.allSatisfy(FeedAddress.isPlain),
            let base = URL(string: text), let target = URL(string: reference, relativeTo: base)
        else { throw FeedFailure(.addressMalformed, reference) }
        return try FeedAddress(target.absoluteURL.absoluteString)
    }

    /// Printable ASCII without blanks and without the characters that readers of addresses disagree about.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#""<>\^`{|}"#.utf8.contains(byte)
    }

    private static func splitScheme(_ text: Substring) -> (scheme: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        guard ["http", "https"].contains(scheme), rest.hasPrefix("//") else { return nil }
        return (scheme, rest.dropFirst(2))
    }

    /// Host and port; nil for a host that is neither a name, nor four decimal numbers, nor an IPv6 address in brackets,
    /// and for a port below 1024 that is not 80 or 443: those belong to other services than the web.
    private static func splitAuthority(_ text: Substring, scheme: String) -> (host: String, port: Int)? {
        let hostEnd = text.first == "[" ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":")
        let host = text[..<(hostEnd ?? text.endIndex)].lowercased()
        let rest = text[(hostEnd ?? text.endIndex)...]
        guard isHost(host) else { return nil }
        if rest.isEmpty { return (host, scheme == "https" ? 443 : 80) }
        let digits = rest.dropFirst()
        guard rest.first == ":", (1...5).contains(digits.count), digits.utf8.allSatisfy(isDigit),
            let port = Int(digits), [80, 443].contains(port) || (1024...65_535).contains(port)
        else { return nil }
        return (host, port)
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return Network.parse(String(host.dropFirst().dropLast()))?.count == 16
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        // A last label of digits, or of hex with 0x, is an IPv4 address to some readers: only the plain form will do.
        guard last.utf8.allSatisfy(isDigit) || last.hasPrefix("0x") else { return true }
        return labels.count == 4 && labels.allSatisfy { String(Int($0) ?? -1) == $0 && (Int($0) ?? 256) <= 255 }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { isDigit($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

extension String {
    /// An address whose user and password, if it has any, are left out: a password must not get into a log.
    var withoutUser: String {
        guard let start = range(of: "//")?.upperBound else { return self }
        let authority = self[start...].prefix { $0 != "/" && $0 != "?" }
        guard let sign = authority.lastIndex(of: "@") else { return self }
        return String(self[..<start] + self[index(after: sign)...])
    }
}

/// Why this address is not one to fetch from; nil where it is. Networks are judged later, when its name is looked up.
package func checkAddress(_ url: String) -> FeedFailure? {
    do throws(FeedFailure) {
        _ = try FeedAddress(url)
        return nil
    } catch {
        return error
    }
}
