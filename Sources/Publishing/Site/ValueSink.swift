import Sealing

/// Collects a document's members as a JSON value, for answers that hold a part of a list and members of their own.
struct ValueSink: DocumentSink {
    private var members: [CanonicalValue.Member] = []

    /// The members collected.
    var value: CanonicalValue { .object(members) }

    /// The value of what `body` writes.
    static func value(of body: (inout ValueSink) -> Void) -> CanonicalValue {
        var sink = ValueSink()
        body(&sink)
        return sink.value
    }

    mutating func text(_ name: String, _ value: String?) { add(name, value.map { .string($0) }) }
    mutating func number(_ name: String, _ value: Int?) { add(name, value.map { .integer($0) }) }
    mutating func flag(_ name: String, _ value: Bool) { add(name, .bool(value)) }
    mutating func words(_ name: String, _ values: [String]) { add(name, .array(values.map { .string($0) })) }

    mutating func record(_ name: String, _ body: (inout ValueSink) -> Void) { add(name, ValueSink.value(of: body)) }

    mutating func records<Item>(
        _ name: String, item: String, _ items: [Item], _ body: (inout ValueSink, Item) -> Void
    ) {
        add(name, .array(items.map { item in ValueSink.value { body(&$0, item) } }))
    }

    private mutating func add(_ name: String, _ value: CanonicalValue?) {
        if let value { members.append(.init(name, value)) }
    }
}
