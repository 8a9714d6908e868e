extension FaultRow {
    /// Documents that are no delivery, or an attack on the reader.
    static let documents = [
        FaultRow("wrong-encoding", .refused(["encoding-broken"]), region: "uppsala"),
        FaultRow("not-xml", .refused(["looks-like"])),
        FaultRow("empty-document", .refused(["empty-document"])),
        FaultRow("only-bom", .refused(["empty-document"])),
        FaultRow("doctype", .refused(["doctype-refused"])),
        FaultRow("external-entity", .refused(["doctype-refused"])),
        FaultRow("entity-bomb", .refused(["doctype-refused"])),
        FaultRow("deep-nesting", .refused(["nesting-too-deep"])),
        FaultRow("deep-nesting", .refused(["nesting-too-deep"]), region: "orebro"),
        FaultRow("many-attributes", .refused(["start-tag-too-large"])),
        FaultRow("huge-number", .refused(["text-too-large"])),
    ]

    /// Deliveries that can be read and are not what they should be.
    static let data = [
        FaultRow("alternating", .new, isFirst: true),
        FaultRow("schema-drift", .refused(["missing-field", "layout-drift"])),
        FaultRow("schema-drift", .refused(["missing-field"]), region: "uppsala"),
        FaultRow("missing-column", .refused(["missing-field"])),
        FaultRow("new-column", .held("new-column")),
        FaultRow("new-column", .refused(["not-in-contract"]), region: "uppsala"),
        FaultRow("duplicate-lines", .refused(["duplicate-line"])),
        FaultRow("negative-price", .refused(["amount-negative"])),
        FaultRow("decimal-comma", .refused(["amount-not-a-number"])),
        FaultRow("decimal-comma", .refused(["amount-not-a-number"]), region: "uppsala"),
        FaultRow("prices-times-ten", .held("all-prices-scaled"), rows: Bench.rows),
        FaultRow("prices-in-ore", .held("all-prices-scaled"), rows: Bench.rows),
        FaultRow("prices-divided-by-hundred", .held("all-prices-scaled"), rows: Bench.rows),
        FaultRow("half-the-lines", .held("lines-dropped"), rows: Bench.rows),
        FaultRow("no-lines", .refused(["no-lines"])),
        FaultRow("last-years-file", .held("wrong-year")),
        FaultRow("other-regions-file", .held("wrong-region")),
        FaultRow("other-regions-file", .held("wrong-region"), region: "uppsala"),
        FaultRow("test-data", .held("test-data")),
        FaultRow("personal-identity-number", .held("personal-number")),
    ]

    /// Deliveries of several parts that do not hang together: what came is kept and refused.
    static let parts = [
        FaultRow("next-to-itself", .refused(["linked-part-missing"]), region: "dalarna"),
        FaultRow("next-to-itself", .refused(["linked-part-missing"]), region: "gavleborg"),
        FaultRow("missing-page", .refused(["linked-part-missing"]), region: "dalarna"),
        FaultRow("missing-page", .refused(["linked-part-missing"]), region: "gavleborg"),
        FaultRow("page-twice", .refused(["duplicate-line"]), region: "dalarna"),
        FaultRow("page-twice", .refused(["linked-part-missing"]), region: "gavleborg"),
        FaultRow("total-differs", .refused(["total-differs"]), region: "dalarna"),
    ]
}
