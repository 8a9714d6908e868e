/// Takes the members of a document one after another, in the order of their names; JSON and XML conform.
protocol DocumentSink {
    /// A text; nothing for nil.
    mutating func text(_ name: String, _ value: String?)
    /// A whole number; nothing for nil.
    mutating func number(_ name: String, _ value: Int?)
    /// True or false.
    mutating func flag(_ name: String, _ value: Bool)
    /// A list of words without blanks.
    mutating func words(_ name: String, _ values: [String])
    /// A record with members of its own.
    mutating func record(_ name: String, _ body: (inout Self) -> Void)
    /// A list of records; `item` names each where the notation needs a name.
    mutating func records<Item>(_ name: String, item: String, _ items: [Item], _ body: (inout Self, Item) -> Void)
}
