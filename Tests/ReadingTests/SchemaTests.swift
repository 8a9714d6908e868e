import Foundation
import Reading
import Testing

@Suite struct SchemaTests {
    private let schemaText = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="list"><xs:complexType><xs:sequence>
            <xs:element name="row" maxOccurs="unbounded"><xs:complexType><xs:sequence>
              <xs:element name="price" type="xs:decimal"/>
            </xs:sequence><xs:attribute name="no" type="xs:int" use="required"/></xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """

    private func withSchema(_ text: String, _ body: (String) throws -> Void) throws {
        let path = try write(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func write(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xsd")
        try Data(text.utf8).write(to: path)
        return path.path
    }

    private func notices(_ document: String) throws -> [ReadingFault] {
        var notices: [ReadingFault] = []
        try withSchema(schemaText) { path in
            notices = try log(document.bytes, schema: XMLSchema(path: path)).notices
        }
        return notices
    }

    @Test func `a valid document has no notice and all its events`() throws {
        let document = "<list xmlns='urn:t'><row no='1'><price>2590.00</price></row></list>"
        try withSchema(schemaText) { path in
            let log = try log(document.bytes, schema: XMLSchema(path: path))
            #expect(log.notices.isEmpty)
            #expect(try log.lines == events(document.bytes))
        }
    }

    @Test func `a violation is told at the element that it is about`() throws {
        let document = """
            <list xmlns='urn:t'>
              <row no='1'><price>2590.00</price></row>
              <row no='x'><price>4 1200,00</price></row>
              <row/>
              <row no='5'/> <extra/>
            </list>
            """
        let notices = try notices(document)
        let places = notices.compactMap(\.spot).map { "\($0.line):\($0.column)" }
        #expect(places == ["3:3", "3:15", "4:3", "4:3", "5:3", "5:17"])
        #expect(notices.allSatisfy { $0.code == "schema-violation" })
        #expect(notices[1].arguments["detail"]?.contains("4 1200,00") == true)
        #expect(notices.first?.spot?.offset == 66)
    }

    @Test func `one schema serves many reads at once`() async throws {
        let path = try write(schemaText)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let schema = try XMLSchema(path: path)
        let rows = String(repeating: "<row no='1'><price>x</price></row>", count: 200)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { try log("<list xmlns='urn:t'>\(rows)</list>".bytes, schema: schema).notices.count }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 200, count: 8))
    }

    @Test func `a document that is not well-formed is refused in spite of the schema`() throws {
        try withSchema(schemaText) { path in
            let schema = try XMLSchema(path: path)
            let code = { (text: String) in faulting { _ = try events(text.bytes, schema: schema) }?.code }
            #expect(code("<list xmlns='urn:t'><row") == "xml-not-well-formed")
            #expect(code("<!DOCTYPE a><list/>") == "doctype-refused")
            #expect(code(String(repeating: "<a b='&amp;'>", count: 300)) == "nesting-too-deep")
        }
    }

    @Test func `a schema that cannot be used says why`() throws {
        #expect(faulting { _ = try XMLSchema(path: "/nowhere.xsd") }?.code == "schema-unusable")
        try withSchema("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:elment/></xs:schema>") { path in
            let fault = faulting { _ = try XMLSchema(path: path) }
            #expect(fault?.code == "schema-unusable")
            #expect(fault?.arguments["detail"]?.isEmpty == false)
        }
    }
}
