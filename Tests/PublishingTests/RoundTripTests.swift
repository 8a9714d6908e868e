import Federation
import Pricing
import Publishing
import Reading
import Registry
import Testing

struct `A written list read back` {
    private func readBack(_ document: PriceListDocument) throws -> WrittenPriceList {
        try PriceListReader.read(MemorySource(try document.json().bytes), named: "prislista-2023.json")
    }

    private func text(_ document: PriceListDocument) throws -> String {
        String(decoding: try document.json().bytes, as: UTF8.self)
    }

    @Test(arguments: [false, true])
    func `the JSON gives the same list, and written again the same bytes`(hasEveryRule: Bool) throws {
        let document = try Sample.document { $0.hasEveryRule = hasEveryRule }
        let written = try readBack(document)
        #expect(written.list == document.list)
        let again = PriceListDocument(
            list: written.list, regions: written.regions, codes: Sample.codes, publisher: document.publisher)
        #expect(try again.json().bytes == document.json().bytes)
        #expect(again.xml().bytes == document.xml().bytes)
        #expect(again.machineCSV().bytes == document.machineCSV().bytes)
        #expect(try again.page().bytes == document.page().bytes)
    }

    @Test
    func `a region without delivery and a table of others come back too`() throws {
        for document in [try Sample.document { $0.uppsalaDelivers = false }, try Sample.reference()] {
            let written = try readBack(document)
            #expect(written.list == document.list)
            let again = PriceListDocument(list: written.list, regions: written.regions, codes: Sample.codes)
            #expect(try again.json().bytes == document.json().bytes)
        }
    }

    @Test(arguments: [
        ("\"basis\":\"indexed\"", "\"basis\":\"delivered\"", "/careServices/3/basis"),
        ("\"code\":\"K1\"", "\"code\":\"K9\"", "/careServices/0/id"),
        ("\"code\":\"LM-1\"", "\"code\":\"LM-2\"", "/surcharges/0/id"),
        ("\"drg\":\"T01N\"", "\"drg\":\"T02N\"", "/drg/0/id"),
        ("\"amount\":\"2590.01\"", "\"amount\":2590.01", "/careServices/0/amount"),
        ("\"amount\":\"2590.01\"", "\"amount\":\"2590.1\"", "/careServices/0/amount"),
        ("\"amount\":\"2590.01\"", "\"amount\":\"2590.01\",\"note\":\"\"", "/careServices/0"),
        ("\"amount\":\"2590.01\",", "", "/careServices/0"),
        ("\"careLevel\":\"2\"", "\"careLevel\":\"5\"", "/careServices/0/careLevel"),
        ("\"countyCode\":\"03\",\"hsaId\"", "\"countyCode\":\"04\",\"hsaId\"", "/careServices/0/countyCode"),
        ("\"slug\":\"varmland\"", "\"slug\":\"skane\"", "/careServices/4/provider"),
        (
            "\"organisationNumber\":\"2321000156\",\"slug\"", "\"organisationNumber\":\"2321000157\",\"slug\"",
            "/regions/1/organisationNumber"
        ),
        ("\"priceListCode\":\"2\"", "\"priceListCode\":\"1\"", "/careServices/0/priceList"),
        ("\"daysLimit\":29", "\"daysLimit\":29.0", "/drg/1/daysLimit"),
        ("\"daysLimit\":29", "\"daysLimit\":-29", "/drg/1/daysLimit"),
        ("\"typesOfCare\":[\"01\",\"02\"]", "\"typesOfCare\":[\"02\",\"01\"]", "/model/pointPrices/0/typesOfCare"),
        ("\"state\":\"accepted\"", "\"state\":\"not-delivered\"", "/completeness/0/state"),
        ("\"marks\":[\"synthetic-weights\"]", "\"marks\":[\"real\"]", "/marks/0"),
        ("\"marks\":[\"synthetic-weights\"]", "\"marks\":\"\"", "/marks"),
        ("\"format\":\"price-list-1\"", "\"format\":\"price-list-2\"", "/format"),
        ("\"missing\":[", "\"lacking\":[", ""),
        ("\"year\":2023}", "\"year\":\"2023\"}", "/year"),
        ("\"currency\":\"SEK\",", "", ""),
    ])
    func `a list that is not as we write it is refused at its place`(
        part: String, changed: String, path: String
    ) throws {
        let text = try text(Sample.document())
        let range = try #require(text.range(of: part))
        let broken = text.replacingCharacters(in: range, with: changed)
        let error = #expect(throws: PremisesError.self) {
            try PriceListReader.read(MemorySource(Array(broken.utf8)), named: "prislista.json")
        }
        #expect(error?.file == "prislista.json")
        #expect(error?.path == path)
        #expect(error?.line != nil)
        #expect(error?.words(in: .swedish).isEmpty == false)
    }

    @Test(arguments: ["", "[]", "7", "{", "{}", "{\"year\":2023,\"year\":2023}"])
    func `what is not a list at all is refused`(text: String) {
        #expect(throws: PremisesError.self) {
            try PriceListReader.read(MemorySource(Array(text.utf8)), named: "prislista.json")
        }
    }
}
