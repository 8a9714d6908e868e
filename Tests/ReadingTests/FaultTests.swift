import Foundation
import Reading
import Testing

/// Every way in which a document cannot be read, by its code and place.
@Suite struct FaultTests {
    private func code(_ bytes: [UInt8], _ format: DocumentFormat = .xml) -> String? {
        fault(bytes, format)?.code
    }

    private func place(_ fault: ReadingFault?) -> String? {
        fault.map { "\($0.code) \($0.spot.map { "\($0.offset) \($0.line):\($0.column)" } ?? "-")" }
    }

    @Test(arguments: [DocumentFormat.xml, .json])
    func `a document without content is empty`(format: DocumentFormat) {
        for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF], " \r\n\t".bytes] {
            #expect(code(bytes, format) == "empty-document")
        }
        #expect(code([0xFF, 0xFE]) == "empty-document")
    }

    @Test(arguments: [
        ("<!DOCTYPE HTML PUBLIC \"x\"><html>", "html"), ("\n <html lang=\"sv\"><body/></html>", "html"),
        ("PK\u{3}\u{4}xl/workbook.xml", "zip"), ("%PDF-1.7\n", "pdf"),
    ])
    func `other kinds of files are known by their first bytes`(text: String, what: String) {
        for format in [DocumentFormat.xml, .json] {
            #expect(fault(text.bytes, format) == ReadingFault("looks-like", ["what": what], at: .start))
        }
    }

    @Test func `a document of the other format and a second layer of gzip are told`() throws {
        #expect(fault(" {}".bytes, .xml)?.arguments == ["what": "json"])
        #expect(fault("<a/>".bytes, .json)?.arguments == ["what": "xml"])
        #expect(try fault(Deflation.gzip("<a/>".bytes))?.arguments == ["what": "gzip"])
    }

    @Test(arguments: [
        ("<a><b></a>", "xml-not-well-formed 10 1:11"), ("<a>", "xml-not-well-formed 3 1:4"),
        ("<a/>x", "xml-not-well-formed 4 1:5"), ("<a>&finns;</a>", "xml-not-well-formed 10 1:11"),
        ("<a b='1' b='2'/>", "xml-not-well-formed 14 1:15"), ("<a b=1\"><c/></a>", "xml-not-well-formed 5 1:6"),
        ("<a\n<b/></a>", "xml-not-well-formed 3 2:1"), ("<a>]]></a>", "xml-not-well-formed 3 1:4"),
        ("<p:a/>", "xml-namespace-error 4 1:5"), ("<a x:b='1'/>", "xml-namespace-error 10 1:11"),
        ("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM '<'><a/>", "doctype-refused 22 2:1"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "doctype-refused 0 1:1"),
    ])
    func `XML that is not well-formed is refused at its place`(text: String, expected: String) {
        #expect(place(fault(text.bytes)) == expected)
    }

    @Test func `an entity bomb and an external entity stop at the DOCTYPE`() {
        let entities = (1..<30).map { "<!ENTITY a\($0) '&a\($0 - 1);&a\($0 - 1);'>" }.joined()
        #expect(code("<!DOCTYPE a [<!ENTITY a0 'x'>\(entities)]><a>&a29;</a>".bytes) == "doctype-refused")
        #expect(code("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".bytes) == "doctype-refused")
    }

    @Test(arguments: [
        ("[1,]", "json-not-well-formed 3 1:4"), ("[01]", "json-not-well-formed 2 1:3"),
        ("{} x", "json-not-well-formed 3 1:4"), ("{\"a\" 1}", "json-not-well-formed 5 1:6"),
        ("{\"a\":1,}", "json-not-well-formed 7 1:8"), ("[NaN]", "json-not-well-formed 1 1:2"),
        ("[1", "json-not-well-formed 2 1:3"), ("// a\n1", "json-not-well-formed 0 1:1"),
        ("[\"\\ud800\"]", "json-not-well-formed 2 1:3"), ("[\"å\\udc00\"]", "json-not-well-formed 2 1:3"),
        ("[\"a\u{0}b\"]", "json-not-well-formed 3 1:4"), ("[1]\u{0}[2]", "json-not-well-formed 3 1:4"),
        ("{\"å\":1,\n \"\\u00e5\":2}", "duplicate-member 10 2:2"),
    ])
    func `JSON that is not strict is refused at its place`(text: String, expected: String) {
        #expect(place(fault(text.bytes, .json)) == expected)
    }

    @Test func `a member may come again in another object`() {
        #expect(fault("{\"a\":{\"a\":1,\"b\":[{\"a\":1},{\"a\":2}]},\"b\":1}".bytes, .json) == nil)
        #expect(fault("{\"a\":{\"a\":1},\"a\":1}".bytes, .json)?.arguments == ["name": "a"])
    }

    @Test func `what is nested too deep is refused at the level too many`() {
        let elements = { (depth: Int) in
            (String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).bytes
        }
        #expect(fault(elements(256)) == nil)
        #expect(place(fault(elements(257))) == "nesting-too-deep 768 1:769")
        #expect(code(elements(100_000)) == "nesting-too-deep")
        let arrays = { (depth: Int) in
            (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).bytes
        }
        #expect(fault(arrays(64), .json) == nil)
        #expect(place(fault(arrays(65), .json)) == "nesting-too-deep 64 1:65")
    }

    @Test func `a start tag with endless attributes is refused before the parser sees it`() {
        let tag = "<b" + String(repeating: " a='1'", count: 200_000) + "/>"
        let attributes = { (count: Int) in "<b" + (0..<count).map { " a\($0)='='" }.joined() + "/>" }
        #expect(fault(attributes(256).bytes) == nil)
        #expect(fault(attributes(257).bytes)?.arguments == ["limit": "256"])
        #expect(place(fault("<a>\n\(tag)</a>".bytes)) == "start-tag-too-large 4 2:1")
        #expect(code(("<a b='" + String(repeating: "x", count: 64 << 10) + "'/>").bytes) == "start-tag-too-large")
        #expect(fault(("<a b='" + String(repeating: "x", count: 60 << 10) + "'/>").bytes) == nil)
    }

    @Test func `a start tag is measured as it is read, after transcoding`() {
        let tag = { (letters: Int) in
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><a b='".utf8) + Array(repeating: 0xE5, count: letters)
                + Array("'/>".utf8)
        }
        #expect(code(tag(40 << 10)) == "start-tag-too-large")
        #expect(fault(tag(30 << 10)) == nil)
    }

    @Test func `namespaces in scope are counted, those of ended elements are not`() {
        let declarations = { (count: Int) in (0..<count).map { " xmlns:n\($0)='urn:x'" }.joined() }
        let one = "<b\(declarations(60))/>"
        #expect(fault("<a>\(one)\(one)\(one)</a>".bytes) == nil)
        let nested =
            "<a\(declarations(60))>\n<b xmlns:p='u'><c xmlns:q='u' xmlns:r='u' xmlns:s='u' xmlns:t='u'/></b></a>"
        #expect(fault(nested.bytes)?.code == "xml-namespace-error")
        #expect(fault(nested.bytes)?.spot?.line == 2)
    }

    @Test func `an endless value, comment or number is refused where it begins`() {
        let long = String(repeating: "7", count: 1 << 20)
        #expect(fault("<a>\(long)</a>".bytes) == nil)
        #expect(place(fault("<a>\(long)7</a>".bytes)) == "text-too-large 3 1:4")
        #expect(place(fault("<a><!--\(long)--></a>".bytes)) == "text-too-large 3 1:4")
        #expect(place(fault("<a><![CDATA[\(long)]]></a>".bytes)) == "text-too-large 3 1:4")
        #expect(fault("[\"\(long)\"]".bytes, .json) == nil)
        #expect(place(fault("[\"\(long)7\"]".bytes, .json)) == "text-too-large 2 1:3")
        #expect(place(fault("{\"\(long)7\":1}".bytes, .json)) == "text-too-large 1 1:2")
        #expect(place(fault("[\(long)]".bytes, .json)) == "json-not-well-formed 1 1:2")
    }

    @Test func `a document with endless names is refused`() {
        let elements = (0..<10_001).map { "<a\($0)/>" }.joined()
        #expect(code("<a>\(elements)</a>".bytes) == "too-many-names")
        let members = (0..<10_001).map { "\"\($0)\":1" }.joined(separator: ",")
        #expect(code("{\(members)}".bytes, .json) == "too-many-names")
    }

    @Test func `a content beyond its limit is refused`() {
        let limits = ReadingLimits(wireBytes: 1_000, contentBytes: 100_000)
        let rows = String(repeating: "<b>1</b>", count: 20_000)
        #expect(fault("<a>\(rows)</a>".bytes, limits: limits)?.code == "content-too-large")
    }

    @Test func `what the handler throws comes out unchanged`() {
        struct Stop: Error {}
        final class Stopper: DocumentHandler {
            func begin(_ name: Name, namespace: Name, at spot: Spot) throws { throw Stop() }
            func attribute(_ name: Name, _ value: Scalar) {}
            func scalar(_ value: Scalar) {}
            func strayText(_ value: Scalar) {}
            func end(_ name: Name, endOffset: Int) {}
            func notice(_ fault: ReadingFault) {}
        }
        for (text, format) in [("<a b='1'><b/></a>", DocumentFormat.xml), ("[1]", .json)] {
            #expect(throws: Stop.self) {
                try DocumentReader(format: format, names: NameTable()).read(
                    MemorySource(text.bytes), handler: Stopper())
            }
        }
    }
}
