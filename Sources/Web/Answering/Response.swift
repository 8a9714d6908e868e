import HTTPTypes
import Hummingbird
import NIOCore

extension Answer {
    /// The response to a call: not at all where the asker has it already, compressed where that is wanted, and without
    /// body for HEAD.
    func response(to call: Call) -> Response {
        var headers = self.headers
        headers[.contentType] = mediaType
        headers[.cacheControl] = caching.rawValue
        Answer.secure(&headers)
        switch content {
        case .body(let body): return response(to: call, body, headers)
        case .stream(let stream, let length, let tag, let isCompressible):
            return response(to: call, stream, length, tag, isCompressible: isCompressible, headers)
        }
    }

    private func response(
        to call: Call, _ stream: PartStream, _ length: Int, _ tag: String, isCompressible: Bool, _ headers: HTTPFields
    ) -> Response {
        var headers = headers
        let isCompressed = isCompressible && call.acceptsGzip && length >= Body.compressedFrom
        if isCompressible { headers[.vary] = variesByLanguage ? "Accept-Encoding, Accept-Language" : "Accept-Encoding" }
        headers[.eTag] = isCompressed ? "\"\(tag)-gzip\"" : "\"\(tag)\""
        if call.knows(tag) { return Answer.notModified(headers) }
        if isCompressed {
            // How long it becomes is known when it has all gone.
            headers[.contentEncoding] = "gzip"
            return Response(status: status, headers: headers, body: call.isHead ? .init() : stream.compressedBody())
        }
        headers[.contentLength] = String(length)
        return Response(status: status, headers: headers, body: call.isHead ? .init() : stream.body(length))
    }

    private func response(to call: Call, _ body: Body, _ headers: HTTPFields) -> Response {
        var headers = headers
        headers[.vary] = variesByLanguage ? "Accept-Encoding, Accept-Language" : "Accept-Encoding"
        let compressed = call.acceptsGzip ? try? body.compressed() : nil
        if caching != .never {
            // Two forms of the same bytes are two representations, so a strong tag must tell them apart.
            headers[.eTag] = compressed == nil ? "\"\(body.tag)\"" : "\"\(body.tag)-gzip\""
            if call.knows(body.tag) { return Answer.notModified(headers) }
        }
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        let bytes = compressed ?? body.plain
        headers[.contentLength] = String(bytes.readableBytes)
        return Response(status: status, headers: headers, body: call.isHead ? .init() : ResponseBody(inPieces: bytes))
    }

    private static func notModified(_ headers: HTTPFields) -> Response {
        var headers = headers
        headers[.contentType] = nil
        var response = Response(status: .notModified, headers: headers)
        response.headers[.contentLength] = nil
        return response
    }

    /// What keeps a browser from guessing, framing and telling others where it was.
    static func secure(_ headers: inout HTTPFields) {
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "no-referrer"
        headers[.crossOriginResourcePolicy] = "same-origin"
        if headers[.contentSecurityPolicy] == nil {
            headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
    }
}

extension Call {
    /// Whether the asker holds this very body, compressed or not.
    func knows(_ tag: String) -> Bool {
        knownTags.contains { known in
            let strong = known.hasPrefix("W/") ? known.dropFirst(2) : known
            return strong == "*" || strong == "\"\(tag)\"" || strong == "\"\(tag)-gzip\""
        }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
    static let link = known("Link")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("a constant name is a name") }
        return name
    }
}

extension ResponseBody {
    /// Bytes that are sent piece by piece, so that a slow reader is noticed by how far it has come.
    init(inPieces bytes: ByteBuffer) {
        let piece = 64 << 10
        guard bytes.readableBytes > piece else {
            self.init(byteBuffer: bytes)
            return
        }
        self.init(contentLength: bytes.readableBytes) { writer in
            var rest = bytes
            while let next = rest.readSlice(length: min(piece, rest.readableBytes)), next.readableBytes > 0 {
                try await writer.write(next)
            }
            try await writer.finish(nil)
        }
    }
}
