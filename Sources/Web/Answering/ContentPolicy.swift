import Federation
import Foundation

/// What a page of ours may do in a browser: nothing but its own style and script, known by their SHA-256.
enum ContentPolicy {
    /// The policy of a page with at most one `style` and one `script` in it.
    static func page(_ bytes: [UInt8]) -> String { page(Data(bytes)) }

    /// The same of a page in a file, which need not be read into memory.
    static func page(_ bytes: Data) -> String {
        let style = hash(of: "style", in: bytes).map { "; style-src \($0)" } ?? ""
        let script = hash(of: "script", in: bytes).map { "; script-src \($0)" } ?? ""
        return "default-src 'none'\(style)\(script); base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }

    private static func hash(of element: String, in data: Data) -> String? {
        guard let start = data.range(of: Data("<\(element)>".utf8)),
            let end = data.range(of: Data("</\(element)>".utf8), in: start.upperBound..<data.endIndex)
        else { return nil }
        let hex = Array(Fingerprint(of: data[start.upperBound..<end.lowerBound]).hex)
        let digest = stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(String(hex[$0...$0 + 1]), radix: 16) }
        return "'sha256-\(Data(digest).base64EncodedString())'"
    }
}
