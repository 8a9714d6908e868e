import Federation
import Foundation
import Pricing
import Publishing
import Testing

struct `The list as JSON` {
    private func text(_ document: PriceListDocument) throws -> String {
        String(decoding: try document.json().bytes, as: UTF8.self)
    }

    @Test
    func `it is valid by its own schema`() throws {
        let complaints = try Validator.complaints(aboutJSON: try Sample.document().json().bytes)
        #expect(complaints == "")
    }

    @Test
    func `a reference table is valid by it too`() throws {
        let complaints = try Validator.complaints(aboutJSON: try Sample.reference().json().bytes)
        #expect(complaints == "")
    }

    @Test
    func `the schema refuses a member that it does not know`() throws {
        let broken = try text(Sample.document()).replacing("\"currency\":", with: "\"currencyCode\":")
        #expect(try Validator.complaints(aboutJSON: Array(broken.utf8)).contains("currencyCode"))
    }

    @Test
    func `it is canonical: an independent writer with sorted keys makes the same bytes`() throws {
        let bytes = try Sample.document().json().bytes
        let object = try JSONSerialization.jsonObject(with: Data(bytes))
        let again = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(Array(again) == bytes)
    }

    @Test
    func `amounts are texts in kronor and weights stand as delivered`() throws {
        let text = try text(Sample.document())
        // 1.210 × 74 750 kr = 90 447.50 kr, half away from zero; the weight keeps its last zero.
        #expect(text.contains("\"amount\":\"90448.00\",\"costLimit\":\"193861.00\",\"daysLimit\":29,\"drg\":\"T10N\""))
        #expect(text.contains("\"weight\":\"1.210\""))
    }

    @Test
    func `a raised price says what it was raised from and where the region asked`() throws {
        let text = try text(Sample.document())
        #expect(text.contains("\"amount\":\"1028.00\",\"basis\":\"indexed\",\"careLevel\":\"2\",\"code\":\"OLD\""))
        #expect(
            text.contains(
                "\"origin\":{\"column\":24,\"length\":310,\"line\":118,\"offset\":9431,\"part\":0},"
                    + "\"previousAmount\":\"1000.00\""))
    }

    @Test
    func `what is missing stands in it with its reason`() throws {
        let text = try text(Sample.document())
        #expect(text.contains("\"reason\":\"no-last-year-price\""))
        #expect(text.contains("\"reason\":\"hospital-silent\""))
    }

    @Test
    func `it does not say whether the list is adopted, so that adopted and published bytes are the same`() throws {
        let decision = try Sample.decision(validFrom: "2023-04-01")
        let adopted = try Sample.document { $0.standing = .adopted(edition: 1, decision: decision) }
        #expect(try adopted.json().bytes == Sample.document().json().bytes)
        #expect(try adopted.xml().bytes == Sample.document().xml().bytes)
    }
}

struct `All renderings` {
    @Test
    func `the same list gives the same bytes in every form, whatever order its input came in`() throws {
        let first = try Sample.document().renderings()
        let second = try Sample.document { $0.isReversed = true }.renderings()
        #expect(first.map(\.suffix) == ["json", "xml", "csv", "excel.csv", "html"])
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }
}
