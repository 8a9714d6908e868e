import Federation
import Pricing
import Reading

/// What the members of an edition can be.
extension JSONValue {
    /// A SHA-256 in hex digits.
    func fingerprint() throws -> Fingerprint { try parsed("64 hex") { Fingerprint(hex: $0) } }

    /// A region's slug.
    func slug() throws -> RegionSlug { try parsed("a-z, 0-9, -") { RegionSlug($0) } }

    /// A decimal number as text.
    func decimal() throws -> ExactDecimal { try parsed("1.210") { ExactDecimal($0) } }

    /// A whole number, zero or more.
    func count() throws -> Int { try parsedInteger("0, 1, 2 …") { $0 >= 0 ? $0 : nil } }

    /// A whole number made into something, or the fault that it is not that.
    func parsedInteger<T>(_ expected: String, _ make: (Int) -> T?) throws -> T {
        // As written, so that 1.0 and 01 are not taken for 1.
        guard let number = Int(try self.number()), String(number) == (try self.number()), let value = make(number)
        else {
            throw unexpected(expected)
        }
        return value
    }

    /// A set of kinds of care, in order and each once.
    func writtenTypesOfCare() throws -> TypesOfCare {
        let kinds = try map { try $0.one(of: TypeOfCare.self) }
        let types = TypesOfCare(kinds)
        guard types.ordered == kinds else { throw unexpected("[\"01\", \"02\"]") }
        return types
    }

    /// Refuses any text but this one.
    func mustBe(_ text: String) throws {
        guard try string() == text else { throw unexpected(text) }
    }

    /// The text of a member that may be absent.
    func text(_ name: String) throws -> String? { try given(name)?.string() }

    /// Where a record stands in its version.
    func recordOrigin() throws -> RecordOrigin {
        try allowMembers(["column", "length", "line", "offset", "part"])
        return RecordOrigin(
            part: try member("part").parsedInteger("0-65535") { UInt16(exactly: $0) },
            line: try member("line").parsedInteger("1, 2 …") { UInt32(exactly: $0) },
            column: try member("column").parsedInteger("1, 2 …") { UInt32(exactly: $0) },
            offset: try member("offset").parsedInteger("0, 1 …") { Int64(exactly: $0) },
            length: try member("length").parsedInteger("0, 1 …") { UInt32(exactly: $0) })
    }
}
