import Federation
import Foundation
import Reading
import Testing

/// A connection to the server as plain bytes, so that a test can say anything and say it badly.
final class Wire: Sendable {
    private let socket: Int32

    /// Connects from an address of this machine; `isSlow` gives the smallest buffers, so that a server notices who does
    /// not read.
    init(port: Int, isSlow: Bool = false, from source: String = "127.0.0.1") throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if isSlow {
            var small: Int32 = 4096
            var segment: Int32 = 536
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
            setsockopt(socket, Int32(IPPROTO_TCP), TCP_MAXSEG, &segment, socklen_t(MemoryLayout<Int32>.size))
        }
        // Nothing here takes long; a test that would wait for ever fails instead.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard Wire.use(source, 0, { bind(socket, $0, $1) }) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        guard Wire.use("127.0.0.1", port, { connect(socket, $0, $1) }) == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    private static func use(
        _ host: String, _ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr(host)
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }

    deinit { close(socket) }

    /// Gives a slow connection a large buffer, to read the rest quickly.
    func hurry() {
        var large: Int32 = 1 << 20
        setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &large, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Sends text as it is. What the server does not take any more is left.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Whether nothing has come that was not read yet, not even the end.
    var isSilent: Bool {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_PEEK)) < 0 && errno == EAGAIN
    }

    /// Asks for something small and reads the answer; the connection stays.
    func ask(_ path: String = "/v1/api-info") async throws -> Reply {
        send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        var bytes: [UInt8] = []
        while true {
            let more = try await receive()
            bytes += more
            let reply = try? Reply(bytes)
            if more.isEmpty || reply.map({ $0.body.count == Int($0["content-length"] ?? "") }) == true {
                return try Reply(bytes)
            }
        }
    }

    /// At most so many bytes that have come; none where the server has closed. Throws where nothing comes at all.
    func receive(atMost count: Int = 65_536) async throws -> [UInt8] {
        let socket = socket
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: many tests wait at the same time, and the server needs the shared ones.
            Thread.detachNewThread {
                var buffer = [UInt8](repeating: 0, count: count)
                let got = recv(socket, &buffer, count, 0)
                if got >= 0 || errno == ECONNRESET {
                    continuation.resume(returning: Array(buffer.prefix(max(got, 0))))
                } else {
                    continuation.resume(throwing: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
                }
            }
        }
    }

    /// Everything until the server closes.
    func receiveAll() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try await receive()
            if more.isEmpty { return bytes }
            bytes += more
        }
    }
}

/// An answer of the server, taken apart.
struct Reply {
    let status: Int
    /// That the head has not come to its end.
    struct Incomplete: Error {}

    /// Header fields by their names in lower case.
    let headers: [String: String]
    let body: [UInt8]

    init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(_ bytes: [UInt8]) throws {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.lowerBound else { throw Incomplete() }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        status = try #require(Int(lines[0].split(separator: " ")[1]))
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.headers = headers
        body = Array(bytes[(end + 4)...])
    }

    subscript(_ name: String) -> String? { headers[name.lowercased()] }

    /// Whether there is a date, written as HTTP writes dates.
    var isDated: Bool {
        self["date"]?.wholeMatch(of: /[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/) != nil
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a JSON object.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    /// The entries of a list.
    func items() throws -> [[String: Any]] { try #require(try json()["items"] as? [[String: Any]]) }

    /// The body without its compression.
    func inflated() throws -> [UInt8] {
        let source = try InflatingSource(MemorySource(body), coding: .gzip, limits: .feed)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}

extension Site {
    /// Asks for a path and waits for the whole answer.
    func get(_ path: String, _ headers: [String: String] = [:], method: String = "GET") async throws -> Reply {
        let fields = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        return try await say("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(fields)\r\n")
    }

    /// Sends a body in JSON and waits for the whole answer.
    func post(_ path: String, _ body: String, _ headers: [String: String] = [:]) async throws -> Reply {
        let fields = headers.merging(["Content-Type": "application/json"]) { own, _ in own }
            .map { "\($0.key): \($0.value)\r\n" }.joined()
        let length = body.utf8.count
        return try await say(
            "POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: \(length)\r\n\(fields)\r\n\(body)"
        )
    }

    /// Says something and waits until the server closes.
    func say(_ text: String) async throws -> Reply {
        let wire = try Wire(port: port)
        wire.send(text)
        let reply = try Reply(try await wire.receiveAll())
        encounters.note(reply, to: text)
        return reply
    }
}
