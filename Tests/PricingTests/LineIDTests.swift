import Federation
import Testing

@testable import Pricing

@Suite struct LineIDTests {
    @Test func `the id of a key never changes`() throws {
        // Pinned: python3 -c 'import hashlib; print(hashlib.sha256(key.encode()).hexdigest()[:16])' with the key
        // "8:varmland8:karlstad7:kirurgi5:KIR012:011:2".
        let key = CareServiceKey(
            region: try Fixture.slug("varmland"), provider: "karlstad", unit: "kirurgi", code: "KIR01",
            typeOfCare: .outpatient, careLevel: .county)
        #expect(key.lineID.description == "cs-30022b23e2bf02cc")
        #expect(LineID(.drg, key: ["region", "clinic", "T10N", "02"]).description == "drg-bdb13a7bbbb884a6")
        #expect(LineID(.surcharge, key: ["örebro", ""]).description == "sur-4ebfa250609b43c5")
    }

    @Test func `lengths keep fields apart`() {
        #expect(LineID(.surcharge, key: ["ab", "c"]) != LineID(.surcharge, key: ["a", "bc"]))
    }

    @Test func `an id is read back, and nothing else is`() {
        let id = LineID(section: .careService, digits: 0x00ab_cdef_0123_4567)
        #expect(id.description == "cs-00abcdef01234567")
        #expect(LineID(id.description) == id)
        for text in [
            "", "cs-", "cs-00abcdef0123456", "cs-00ABCDEF01234567", "xx-00abcdef01234567", "cs-+0abcdef01234567",
        ] {
            #expect(LineID(text) == nil)
        }
    }

    @Test func `two keys with one id are a collision, one key twice is a doubled line`() throws {
        let ids = [3, 1, 3].map { LineID(section: .careService, digits: $0) }
        #expect(throws: PriceListError.lineIDCollision(ids[0], keys: [["a"], ["b"]])) {
            try LineIDCheck.requireUnique(ids) { [["b"], ["x"], ["a"]][$0] }
        }
        #expect(throws: PriceListError.lineTwice(ids[0], key: ["a"])) {
            try LineIDCheck.requireUnique(ids) { [["a"], ["x"], ["a"]][$0] }
        }
        try LineIDCheck.requireUnique(Array(ids.prefix(2))) { _ in [] }
    }
}
