import Federation
import Foundation
import Pricing
import Publishing
import Testing

/// A line is what an invoice is checked against, so every line carries the codes of the national invoicing contract.
struct `The codes of the invoicing contract` {
    private static let ofList = ["priceList": "2", "typeOfAgreement": "2"]
    private static let ofAkademiska = [
        "countyCode": "03", "organisationNumber": "2321000024", "hsaId": "SE0000000000-TEST",
    ]

    /// What each section's line has besides the list's codes, for one code; nothing else of the contract.
    static let lines: [(section: String, element: String, code: String, own: [String: String])] = [
        ("drg", "drgPrice", "T10N", ["productCategory": "02", "typeOfCare": "02"]),
        (
            "drgFixedPrices", "drgFixedPrice", "T10N",
            ofAkademiska.merging(["productCategory": "02", "typeOfCare": "02"]) { first, _ in first }
        ),
        (
            "careServices", "careService", "K1",
            ofAkademiska.merging(
                ["productCategory": "03", "typeOfCare": "01", "careLevel": "2", "medicalFieldCode": "301"]
            ) { first, _ in first }
        ),
        (
            "careServices", "careService", "V1",
            [
                "countyCode": "17", "organisationNumber": "2321000156", "productCategory": "03", "typeOfCare": "01",
                "careLevel": "2", "medicalFieldCode": "301",
            ]
        ),
        (
            "surcharges", "surcharge", "LM-1",
            ofAkademiska.merging(["productCategory": "03"]) { first, _ in first }
        ),
    ]

    private static let names: Set = [
        "careLevel", "countyCode", "hsaId", "medicalFieldCode", "organisationNumber", "priceList", "productCategory",
        "typeOfAgreement", "typeOfCare",
    ]

    @Test(arguments: lines)
    func `stand on every line of the JSON`(section: String, element: String, code: String, own: [String: String]) throws
    {
        let data = Data(try Sample.document().json().bytes)
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let items = try #require(document[section] as? [[String: Any]])
        let line = try #require(items.first { ($0["code"] ?? $0["drg"]) as? String == code })
        let found = line.filter { Self.names.contains($0.key) }.compactMapValues { $0 as? String }
        #expect(found == own.merging(Self.ofList) { first, _ in first })
    }

    @Test(arguments: lines)
    func `stand on every line of the XML`(section: String, element: String, code: String, own: [String: String]) throws
    {
        let text = String(decoding: try Sample.document().xml().bytes, as: UTF8.self)
        let line = try #require(
            text.components(separatedBy: "<\(element)>").dropFirst().first { $0.contains(">\(code)</") }?
                .components(separatedBy: "</\(element)>").first)
        for name in Self.names {
            let value = own[name] ?? Self.ofList[name]
            #expect(line.contains("<\(name)>") == (value != nil), "\(name)")
            if let value { #expect(line.contains("<\(name)>\(value)</\(name)>"), "\(name)") }
        }
    }

    @Test
    func `stand on the places where DRG prices hold, since those prices belong to no hospital`() throws {
        let data = Data(try Sample.document().json().bytes)
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let place = try #require((document["applicability"] as? [[String: Any]])?.first)
        for (name, value) in Self.ofAkademiska { #expect(place[name] as? String == value, "\(name)") }
    }

    @Test
    func `have the organisation number in ten digits wherever it stands`() throws {
        let document = try Sample.document()
        for rendering in [try document.json(), document.xml(), document.machineCSV(), document.excelCSV()] {
            let text = String(decoding: rendering.bytes, as: UTF8.self)
            #expect(text.contains("2321000024") && !text.contains("232100-0024"), "\(rendering.suffix)")
        }
    }

    @Test
    func `have no kind of agreement in a reference table that does not say`() throws {
        let text = String(decoding: try Sample.reference().json().bytes, as: UTF8.self)
        #expect(text.contains(#""priceList":"3""#) && !text.contains("typeOfAgreement"))
    }
}
