import CZlib
import Federation
import Glibc
import RegionSimulator
import Testing

/// A plain socket to a server on loopback, since an HTTP client would hide what is on the wire.
final class RawConnection {
    private let socket: Int32

    /// Connects to an address like `http://127.0.0.1:9101`; throws `NobodyThere` where nobody listens.
    init(_ address: String?) throws {
        guard let port = address?.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw NobodyThere() }
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // Only so that a server that never says anything fails the test instead of hanging it.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var peer = sockaddr_in()
        peer.sin_family = sa_family_t(AF_INET)
        peer.sin_port = port.bigEndian
        peer.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &peer) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
        }
        guard result == 0 else { throw NobodyThere() }
    }

    deinit { close(socket) }

    /// Sends a request with these header lines and an empty line.
    func ask(_ path: String, _ lines: String..., method: String = "GET") {
        let text = (["\(method) \(path) HTTP/1.1", "Host: localhost"] + lines + ["", ""]).joined(separator: "\r\n")
        _ = Glibc.send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads until there are so many bytes, or the end.
    func read(_ count: Int = .max) -> (bytes: [UInt8], wasReset: Bool) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < count {
            let got = recv(socket, &buffer, min(buffer.count, count - bytes.count), 0)
            guard got > 0 else { return (bytes, got < 0 && errno == ECONNRESET) }
            bytes += buffer[..<got]
        }
        return (bytes, false)
    }
}

/// An answer taken apart: what stands before the first empty line, and what after.
struct RawAnswer {
    let lines: [String]
    let body: [UInt8]
    let wasReset: Bool

    init(_ read: (bytes: [UInt8], wasReset: Bool)) {
        let split = read.bytes.firstRange(of: Array("\r\n\r\n".utf8))
        let head = read.bytes[..<(split?.lowerBound ?? read.bytes.count)]
        lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
        body = Array(read.bytes[(split?.upperBound ?? read.bytes.count)...])
        wasReset = read.wasReset
    }

    var status: String { String(lines.first?.split(separator: " ").dropFirst().first ?? "") }
    var text: String { String(decoding: body, as: UTF8.self) }

    /// All values of a header field, in their order.
    func values(_ name: String) -> [String] {
        lines.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
            return String(parts[1].drop { $0 == " " })
        }
    }
    func value(_ name: String) -> String? { values(name).first }
}

/// A document that the tests know by heart, in the place of Uppsala's price list.
enum Sample {
    static let path = "/lista?del=1"
    static let bytes = Array(String(repeating: "Läkarbesök 2 590,00 kr\n", count: 60).utf8)
    static let changed = Instant(milliseconds: 1_666_000_000_000)
    static let changedText = "Mon, 17 Oct 2022 09:46:40 GMT"
    static let type = "text/plain; charset=utf-8"
    static let tag = "\"\(Fingerprint(of: bytes))\""
    static let document = SimulatedDocument(
        path: path, mediaType: type, bytes: bytes, gzip: true, etag: true, lastModified: changed)
}

/// Servers of Uppsala and Värmland for one test, with the sample in place; stopped afterwards.
func withServers(
    faults: [String: String] = [:], _ body: (RegionServers, _ uppsala: RegionSlug) async throws -> Void
) async throws {
    let uppsala = try slug("uppsala")
    var chosen: [RegionSlug: Fault] = [:]
    for (region, name) in faults { chosen[try slug(region)] = try fault(name) }
    let servers = try await RegionServers.start(
        plan: SimulationPlan(rows: 3), regions: [uppsala, slug("varmland")], faults: chosen)
    servers.setDocuments([Sample.document], for: uppsala, kind: .priceList)
    do {
        try await body(servers, uppsala)
    } catch {
        try await servers.stop()
        throw error
    }
    try await servers.stop()
}

/// Asks on a connection of its own and reads to the end.
func answer(_ address: String?, _ path: String = Sample.path, _ lines: String..., method: String = "GET") throws
    -> RawAnswer
{
    let connection = try RawConnection(address)
    connection.ask(path, (lines + ["Connection: close"]).joined(separator: "\r\n"), method: method)
    return RawAnswer(connection.read())
}

/// The connection was refused, or the region has no address.
struct NobodyThere: Error {}

/// The region of that short name.
func slug(_ text: String) throws -> RegionSlug { try #require(RegionSlug(text)) }

/// The fault of that name, which must be in the catalogue.
func fault(_ name: String) throws -> Fault { try #require(Fault(name: name)) }

extension Sequence<UInt8> {
    /// Whether the last bytes are those of the text.
    func ends(with text: String) -> Bool { Array(self).suffix(text.utf8.count).elementsEqual(text.utf8) }
}

/// What zlib makes of one gzip.
struct Unzipped {
    /// At most the first MiB.
    var content: [UInt8] = []
    var length = 0
    /// zlib's last word: 1 at the stream's end, -3 for damage, -5 where the input ends too early.
    var code = Z_OK
    /// Bytes after the stream's end.
    var leftOver = 0

    init(_ bytes: [UInt8]) {
        var stream = z_stream()
        inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&stream) }
        var input = bytes
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while code == Z_OK {
                let made = buffer.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    code = inflate(&stream, Z_NO_FLUSH)
                    return target.count - Int(stream.avail_out)
                }
                length += made
                if content.isEmpty { content = Array(buffer[..<made]) }
            }
        }
        leftOver = Int(stream.avail_in)
    }
}
