/// What an answer under a fault looks like on the wire.
struct WireCheck: Sendable {
    let name: String
    let holds: @Sendable (RawAnswer) -> Bool

    init(_ name: String, _ holds: @escaping @Sendable (RawAnswer) -> Bool) {
        self.name = name
        self.holds = holds
    }

    static let all = statuses + redirects + lengths + heads + codings + mediaTypes + validators

    private static let whole = Sample.bytes.count
    private static let half = Array(Sample.bytes.prefix(Sample.bytes.count / 2))

    private static let statuses =
        [
            ("http-500", "500"), ("http-500-once", "500"), ("http-403", "403"), ("http-404", "404"),
            ("http-410", "410"),
        ].map { name, status in WireCheck(name) { $0.status == status } }
        + [
            ("http-429", "429", "5"), ("http-503-retry-after", "503", "5"), ("retry-after-a-day", "503", "86400"),
            ("retry-after-negative", "503", "-1"), ("retry-after-soon", "503", "soon"),
            ("retry-after-date", "503", "Tue, 15 Nov 2022 09:00:05 GMT"),
        ].map { name, status, wait in WireCheck(name) { $0.status == status && $0.value("Retry-After") == wait } }
        + [
            WireCheck("http-401") { $0.status == "401" && $0.value("WWW-Authenticate") != nil },
            WireCheck("status-204") { $0.status == "204" && $0.body == Sample.bytes },
            WireCheck("status-206") {
                $0.status == "206" && $0.body == half
                    && $0.value("Content-Range") == "bytes 0-\(half.count - 1)/\(whole)"
            },
            WireCheck("status-304-unasked") { $0.status == "304" && $0.body.isEmpty },
        ]

    private static let redirects = [
        WireCheck("redirect-loop") { $0.status == "302" && $0.value("Location")?.hasSuffix(Sample.path) == true },
        WireCheck("redirect-elsewhere") {
            $0.status == "302" && $0.value("Location")?.hasSuffix("/hit-ska-ingen-komma") == true
        },
        WireCheck("redirect-credentials") { $0.value("Location")?.hasPrefix("http://user:secret@127.0.0.1:") == true },
        WireCheck("redirect-file") { $0.value("Location") == "file:///etc/passwd" },
        WireCheck("redirect-ftp") { $0.value("Location")?.hasPrefix("ftp://") == true },
        WireCheck("redirect-empty") { $0.status == "302" && $0.value("Location") == "" },
        WireCheck("redirect-none") { $0.status == "302" && $0.value("Location") == nil },
        WireCheck("redirect-two-locations") { Set($0.values("Location")).count == 2 },
        WireCheck("redirect-relative") { $0.status == "302" && $0.value("Location") == "flyttad/lista?del=1" },
    ]

    private static let lengths = [
        WireCheck("reset-in-body") { $0.wasReset && $0.body.count <= half.count },
        WireCheck("cut-short") { $0.body == half && $0.value("Content-Length") == "\(whole)" },
        WireCheck("length-too-small") { $0.body == Sample.bytes && $0.value("Content-Length") == "\(half.count)" },
        WireCheck("two-lengths") { $0.values("Content-Length") == ["\(whole)", "\(half.count)"] },
        WireCheck("negative-length") { $0.value("Content-Length") == "-1" },
        WireCheck("length-and-chunked") {
            $0.value("Transfer-Encoding") == "chunked" && $0.value("Content-Length") == "\(half.count)"
                && $0.body.ends(with: "\r\n0\r\n\r\n")
        },
        WireCheck("chunk-cut-off") {
            $0.value("Transfer-Encoding") == "chunked"
                && $0.body == Array("\(String(whole, radix: 16))\r\n".utf8) + half
        },
        WireCheck("no-last-chunk") {
            $0.body == Array("\(String(half.count, radix: 16))\r\n".utf8) + half + Array("\r\n".utf8)
        },
        WireCheck("bad-chunk-size") { $0.text.contains("\r\nmånga\r\n") },
        WireCheck("no-length-cut") { $0.body == half && $0.value("Content-Length") == nil },
    ]

    private static let heads = [
        WireCheck("garbage-status") { $0.lines.first?.hasPrefix("HTTP") == false },
        WireCheck("header-1-mib") { $0.value("X-Long")?.utf8.count == 1 << 20 && $0.body == Sample.bytes },
        WireCheck("headers-2000") { $0.lines.count > 2000 && $0.value("X-Field-2000") == "2000" },
        WireCheck("nasty-headers") {
            $0.value("Content-Disposition")?.contains("../") == true && $0.value("X-Note")?.contains("\u{1b}") == true
        },
        WireCheck("cookies") { $0.value("Set-Cookie")?.hasPrefix("session=") == true },
    ]

    private static let codings = [
        WireCheck("bad-gzip") { $0.value("Content-Encoding") == "gzip" && $0.body == Sample.bytes },
        WireCheck("gzip-cut") { $0.value("Content-Length") == "\($0.body.count)" && Unzipped($0.body).code == -5 },
        WireCheck("gzip-wrong-crc") {
            let result = Unzipped($0.body)
            return result.content == Sample.bytes && result.code == -3
        },
        WireCheck("gzip-trailing") { Unzipped($0.body).code == 1 && Unzipped($0.body).leftOver == 13 },
        WireCheck("gzip-bomb") {
            let result = Unzipped($0.body)
            return result.length == Sample.bytes.count + 300 << 20 && result.code == 1 && $0.body.count < 400_000
        },
        WireCheck("gzip-seven-layers") { answer in
            let content = (1...7).reduce(answer.body) { layer, _ in Unzipped(layer).content }
            return content == Sample.bytes && answer.value("Content-Encoding")?.split(separator: ", ").count == 7
        },
        WireCheck("unknown-coding") { $0.value("Content-Encoding") == "x-snurr" && $0.body != Sample.bytes },
    ]

    private static let mediaTypes = [
        WireCheck("no-content-type") { $0.value("Content-Type") == nil && $0.body == Sample.bytes },
        WireCheck("wrong-content-type") { $0.value("Content-Type") == "image/png" && $0.body == Sample.bytes },
        WireCheck("charset-disagrees") { $0.value("Content-Type") == "text/plain; charset=UTF-16" },
        WireCheck("html-login") { $0.status == "200" && $0.text.contains("<form") },
        WireCheck("pdf-file") { $0.text.hasPrefix("%PDF-") },
        WireCheck("zip-file") { $0.body.starts(with: "PK".utf8) && $0.body.firstRange(of: Sample.bytes) != nil },
        WireCheck("xlsx-file") { $0.body.starts(with: "PK".utf8) && $0.text.contains("xl/workbook.xml") },
    ]

    private static let validators = [
        WireCheck("lying-etag") { $0.value("ETag") == "\"alltid-samma\"" && $0.body == Sample.bytes },
        WireCheck("new-etag-same-bytes") { $0.value("ETag") == "\"svar-1\"" && $0.body == Sample.bytes },
    ]
}
