/// Receives a document as a stream of events with exact places. What it throws ends the read and comes out unchanged.
package protocol DocumentHandler: AnyObject {
    /// An XML element, a JSON member whatever its value, a JSON array item (`Name.item`) or the JSON root
    /// (`Name.empty`) begins: at its `<`, at the quote of the member's name, or at the value.
    /// `namespace` is `Name.empty` where there is none.
    func begin(_ name: Name, namespace: Name, at spot: Spot) throws

    /// The JSON value that has just begun is an object or an array; an empty one has no other event.
    func container(_ shape: ContainerShape) throws

    /// An attribute of the element that has just begun, by local name; namespace declarations are no attributes.
    func attribute(_ name: Name, _ value: Scalar) throws

    /// The text of an element without children, once, its pieces joined; or the JSON scalar that has just begun.
    /// Not called for an element without any text.
    func scalar(_ value: Scalar) throws

    /// Text that is not only white space in an element that has children.
    func strayText(_ value: Scalar) throws

    /// What began last and has not ended ends: just after the end tag or the JSON value.
    func end(_ name: Name, endOffset: Int) throws

    /// Something that is wrong without ending the read: `encoding-disagreement`, `schema-violation`.
    func notice(_ fault: ReadingFault) throws
}

/// What holds other JSON values.
package enum ContainerShape: Sendable { case object, array }

extension DocumentHandler {
    /// Does nothing: few handlers need to know.
    package func container(_ shape: ContainerShape) throws {}
}
