import NIOCore

extension Fault {
    /// The head of the answer: no HTTP, too much of it, or with traps in it.
    static let heads: [Fault] = [
        Fault("garbage-status", "Noise instead of a status line.") { _ in
            [.send([0x00, 0xff, 0x16, 0x03, 0x01] + Array("SSH-2.0-prislista\r\n\r\n".utf8)), .close]
        },
        Fault("header-1-mib", "One header field of 1 MiB.") { exchange in
            exchange.content.with("X-Long", String(repeating: "x", count: 1 << 20)).steps()
        },
        Fault("headers-2000", "2 000 header fields.") { exchange in
            var reply = exchange.content
            for number in 1...2000 { reply.fields.add(name: "X-Field-\(number)", value: "\(number)") }
            return reply.steps()
        },
        Fault("headers-endless", "Header fields that never end.") { _ in
            [.send("HTTP/1.1 200 OK\r\n"), .sendAgain(ByteBuffer(string: "X-More: and more\r\n"), times: .max)]
        },
        Fault("nasty-headers", "Control codes and line breaks in header values, and a file name that climbs out.") {
            $0.content.with("Content-Disposition", "attachment; filename=\"../../../etc/cron.d/prislista\"")
                .with("X-Note", "\u{1b}[31mred\u{7}\r\n folded").steps()
        },
        Fault("cookies", "The server sets cookies.") { exchange in
            exchange.content.with("Set-Cookie", "session=\(exchange.count); Path=/").steps()
        },
    ]
}
