import CXMLReader

/// A compiled XML schema of ours (XSD), read from a file once and used by many reads.
// libxml2 only reads a compiled schema; each read has a validation context of its own. So it may be shared.
package final class XMLSchema: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Compiles the file; throws a `ReadingFault` of code `schema-unusable` with libxml2's words.
    package init(path: String) throws {
        XMLLibrary.prepare()
        var message = [CChar](repeating: 0, count: 500)
        guard let pointer = CXMLSchemaCreate(path, &message, message.count) else {
            let detail = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw ReadingFault("schema-unusable", ["path": path, "detail": XMLLibrary.sentence(detail)])
        }
        self.pointer = pointer
    }

    deinit { CXMLSchemaFree(pointer) }
}

/// What is done once for libxml2 as a whole.
enum XMLLibrary {
    private static let isPrepared: Void = CXMLPrepare()

    /// Makes libxml2 ready for several threads; the first call does it.
    static func prepare() { isPrepared }

    /// A message of libxml2 as one line of at most 300 characters.
    static func sentence(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return String(line.prefix(300))
    }
}
