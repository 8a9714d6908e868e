import NIOHTTP1

/// The target of a request (adress) in the one form that the routes know.
enum RequestTarget {
    /// The head with a path for target: of an absolute address the host counts, whatever the Host field says (RFC 9112),
    /// and letters, digits and `-._~` written with a percent sign stand for themselves (RFC 3986).
    static func plain(_ head: HTTPRequestHead) -> HTTPRequestHead {
        var head = head
        if let (authority, rest) = absolute(head.uri) {
            head.uri = rest.hasPrefix("/") ? rest : "/" + rest
            // Where there is not exactly one host, the request stays as ambiguous as it was.
            if head.headers["Host"].count == 1 { head.headers.replaceOrAdd(name: "Host", value: authority) }
        }
        let path = head.uri.prefix { $0 != "?" }
        if path.utf8.contains(UInt8(ascii: "%")) { head.uri = decoded(path) + head.uri.dropFirst(path.count) }
        return head
    }

    private static func absolute(_ target: String) -> (authority: String, rest: String)? {
        for scheme in ["http://", "https://"] where target.prefix(scheme.count).lowercased() == scheme {
            let address = target.dropFirst(scheme.count)
            let authority = address.prefix { $0 != "/" && $0 != "?" }
            return (String(authority), String(address.dropFirst(authority.count)))
        }
        return nil
    }

    private static func decoded(_ path: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), isUnreserved(value)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
