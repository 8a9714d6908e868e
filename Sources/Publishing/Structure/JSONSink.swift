import Sealing

/// Writes a document's members as canonical JSON.
struct JSONSink: DocumentSink {
    private var writer: CanonicalJSONWriter

    init(capacity: Int) { writer = CanonicalJSONWriter(capacity: capacity) }

    /// Writes the whole document.
    mutating func document(_ structure: PriceListStructure) {
        writer.beginObject()
        structure.write(to: &self)
        writer.endObject()
    }

    /// The bytes; throws where a member came out of order.
    consuming func finish() throws -> [UInt8] { try writer.finish() }

    mutating func text(_ name: String, _ value: String?) { writer.member(name, value) }
    mutating func number(_ name: String, _ value: Int?) { writer.member(name, value) }
    mutating func flag(_ name: String, _ value: Bool) { writer.member(name, value) }
    mutating func words(_ name: String, _ values: [String]) { writer.member(name, values) }

    mutating func record(_ name: String, _ body: (inout JSONSink) -> Void) {
        writer.key(name)
        writer.beginObject()
        body(&self)
        writer.endObject()
    }

    mutating func records<Item>(
        _ name: String, item: String, _ items: [Item], _ body: (inout JSONSink, Item) -> Void
    ) {
        writer.key(name)
        writer.beginArray()
        for entry in items {
            writer.beginObject()
            body(&self, entry)
            writer.endObject()
        }
        writer.endArray()
    }
}
