import Foundation
import Synchronization

/// A server on loopback that sends exactly the bytes it is told to, however wrong they are.
final class ScriptedServer: Sendable {
    /// One request as it came.
    struct Request: Sendable {
        let path: String
        /// The header lines, joined; names and values as sent.
        let head: String
        /// How many requests for this path came before this one.
        let earlier: Int

        /// The value of a header field; nil where it was not sent.
        func value(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// What the server does next on a connection.
    enum Act: Sendable {
        case send([UInt8])
        /// Sends these bytes again and again until the client has gone.
        case endless([UInt8])
        /// Sends one byte each so many milliseconds until the client has gone.
        case drip(milliseconds: UInt32)
        /// Sends nothing more and waits until the client has gone.
        case hang
        /// Breaks the connection instead of closing it.
        case reset

        /// Text to send.
        static func text(_ text: String) -> Act { .send(Array(text.utf8)) }
    }

    let port: UInt16
    private let listener: Int32
    private let state = Mutex<[Request]>([])

    /// The requests so far.
    var requests: [Request] { state.withLock { $0 } }

    /// The address of a path on this server.
    func url(_ path: String = "/feed") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Listens on a free port; `script` says what to do for each request before the connection is closed.
    init(_ script: @escaping @Sendable (Request) -> [Act]) throws {
        (listener, port) = try ScriptedServer.listen()
        let (listener, note) = (listener, { @Sendable [weak self] in self?.note($0) })
        Thread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread { ScriptedServer.serve(connection, script, note) }.start()
            }
        }.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// A port of loopback that nobody listens on.
    static func closedPort() throws -> UInt16 {
        let (socket, port) = try listen()
        close(socket)
        return port
    }

    private func note(_ head: String) -> Request {
        state.withLock { requests in
            let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            let request = Request(path: path, head: head, earlier: requests.count { $0.path == path })
            requests.append(request)
            return request
        }
    }

    private static func listen() throws -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Foundation.listen(listener, 64) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    private static func serve(
        _ connection: Int32, _ script: (Request) -> [Act], _ note: (String) -> Request?
    ) {
        defer { close(connection) }
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            guard recv(connection, &byte, 1, 0) == 1 else { return }
            head.append(byte)
            // A TLS client begins with this byte; the answer is as plain as to anyone.
            if head == [0x16] { break }
        }
        guard let request = note(String(decoding: head, as: UTF8.self)) else { return }
        for act in script(request) { perform(act, on: connection) }
        // Closing with unread bytes would break the connection; there are none, since requests have no body.
        shutdown(connection, Int32(SHUT_WR))
    }

    private static func perform(_ act: Act, on connection: Int32) {
        var byte: UInt8 = 0
        switch act {
        case .send(let bytes): _ = send(bytes, on: connection)
        case .endless(let bytes): while send(bytes, on: connection) {}
        case .drip(let milliseconds): while send([UInt8(ascii: "x")], on: connection) { usleep(milliseconds * 1000) }
        case .hang: while recv(connection, &byte, 1, 0) > 0 {}
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
        }
    }

    private static func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

extension ScriptedServer.Act {
    /// A plain 200 with its right length.
    static func ok(_ body: String, _ fields: String...) -> Self { ok(Array(body.utf8), fields) }

    /// A plain 200 with its right length.
    static func ok(_ body: [UInt8], _ fields: [String] = []) -> Self {
        let head = ["HTTP/1.1 200 OK", "Content-Length: \(body.count)"] + fields
        return .send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// A status line, fields and no body.
    static func status(_ status: Int, _ fields: String...) -> Self {
        .text((["HTTP/1.1 \(status) X"] + fields).joined(separator: "\r\n") + "\r\n\r\n")
    }
}
