extension Fault {
    /// The coding of the body: not what it says, cut, damaged, or a bomb.
    static let codings: [Fault] = [
        Fault("bad-gzip", "Says gzip and is plain.") { exchange in coded("gzip", exchange) { $0 } },
        Fault("gzip-cut", "The gzip ends before its end; Content-Length agrees with that.") { exchange in
            coded("gzip", exchange) { bytes in
                let whole = Gzip.compress(bytes)
                return Array(whole.prefix(whole.count * 4 / 5))
            }
        },
        Fault("gzip-wrong-crc", "The check sum of the gzip is wrong.") { exchange in
            coded("gzip", exchange) { bytes in
                var damaged = Gzip.compress(bytes)
                damaged[damaged.count - 8] ^= 0xff
                return damaged
            }
        },
        Fault("gzip-trailing", "More bytes follow the end of the gzip.") { exchange in
            coded("gzip", exchange) { Gzip.compress($0) + Array("och lite till".utf8) }
        },
        Fault("gzip-bomb", "300 KiB of gzip that unfold to 300 MiB: the delivery and blanks.") { exchange in
            coded("gzip", exchange) { Gzip.bomb($0, blankMebibytes: 300) }
        },
        Fault("gzip-seven-layers", "Gzip seven times over.") { exchange in
            coded(Array(repeating: "gzip", count: 7).joined(separator: ", "), exchange) { bytes in
                (1...7).reduce(bytes) { layer, _ in Gzip.compress(layer) }
            }
        },
        Fault("unknown-coding", "A content coding that nobody knows.") { exchange in
            coded("x-snurr", exchange) { $0.reversed() }
        },
    ]

    private static func coded(
        _ coding: String, _ exchange: Exchange, _ change: ([UInt8]) -> [UInt8]
    ) -> [Step] {
        let reply = exchange.content
        return reply.with("Content-Encoding", coding).with(body: change(reply.bytes)).steps()
    }
}
