import Sealing
import Testing

private func text(_ value: CanonicalValue) throws -> String {
    String(decoding: try CanonicalJSON.bytes(of: value), as: UTF8.self)
}

struct `Canonical JSON` {
    @Test
    func `keys are sorted by UTF-16 code units, so a surrogate pair comes before U+FB33`() throws {
        // The example of RFC 8785, section 3.2.3.
        let value: CanonicalValue = [
            "\u{20AC}": "Euro Sign", "\r": "Carriage Return", "\u{FB33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{F6}": "Latin Small Letter O With Diaeresis",
        ]
        let expected =
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
            + "\"\u{F6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20AC}\":\"Euro Sign\","
            + "\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        #expect(try text(value) == expected)
    }

    @Test
    func `nested objects are sorted too and nothing holds white space`() throws {
        let value: CanonicalValue = ["b": [1, -2, ["z": true, "a": nil]], "a": ["y": [], "x": false], "": [:]]
        #expect(try text(value) == #"{"":{},"a":{"x":false,"y":[]},"b":[1,-2,{"a":null,"z":true}]}"#)
    }

    @Test
    func `a longer key comes after the key that it begins with`() throws {
        #expect(try text(["codes": 2, "code": 1]) == #"{"code":1,"codes":2}"#)
    }

    @Test
    func `only quote, backslash and control characters are escaped`() throws {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))
        let expected =
            #"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"#
        #expect(try text(.string(controls)) == "\"\(expected)\"")
        #expect(try text(.string("\"\\/\u{7F}\u{2028}åÅ€😀")) == "\"\\\"\\\\/\u{7F}\u{2028}åÅ€😀\"")
    }

    @Test
    func `text is kept as it is, composed or not`() throws {
        let decomposed = "a\u{30A}"
        #expect(try CanonicalJSON.bytes(of: .string(decomposed)) == Array("\"a\u{30A}\"".utf8))
        #expect(try CanonicalJSON.bytes(of: .string(decomposed)) != CanonicalJSON.bytes(of: .string("å")))
    }

    @Test
    func `whole numbers reach to two to the power of 53, less one, and no further`() throws {
        let limits: CanonicalValue = [9_007_199_254_740_991, -9_007_199_254_740_991, 0]
        #expect(try text(limits) == "[9007199254740991,-9007199254740991,0]")
        #expect(throws: CanonicalJSONFault.integerTooLarge(9_007_199_254_740_992)) {
            try CanonicalJSON.bytes(of: ["n": [9_007_199_254_740_992]])
        }
        #expect(throws: CanonicalJSONFault.integerTooLarge(-9_007_199_254_740_992)) {
            try CanonicalJSON.bytes(of: -9_007_199_254_740_992)
        }
    }

    @Test
    func `a key that stands twice is refused`() {
        #expect(throws: CanonicalJSONFault.keyOutOfOrder("a", after: "a")) {
            try CanonicalJSON.bytes(of: ["a": 1, "a": 2])
        }
    }
}

struct `The streaming writer` {
    @Test
    func `a document written in pieces has the same bytes as the value`() throws {
        var writer = CanonicalJSONWriter(capacity: 100)
        writer.object { list in
            list.key("lines")
            list.array { lines in
                for number in 1...3 {
                    lines.object { line in
                        line.member("code", "A\(number)")
                        line.member("free", number == 2 ? true : nil)
                        line.member("number", number)
                        line.member("types", ["01", "02"])
                    }
                }
            }
            list.key("none")
            list.null()
            list.member("year", 2023)
        }
        let value: CanonicalValue = [
            "year": 2023, "none": nil,
            "lines": [
                ["number": 1, "code": "A1", "types": ["01", "02"]],
                ["number": 2, "free": true, "code": "A2", "types": ["01", "02"]],
                ["number": 3, "code": "A3", "types": ["01", "02"]],
            ],
        ]
        #expect(try writer.finish() == CanonicalJSON.bytes(of: value))
    }

    @Test
    func `keys out of order are a fault even deep inside`() {
        var writer = CanonicalJSONWriter()
        writer.object { outer in
            outer.key("a")
            outer.array { items in
                items.object { item in
                    item.member("text", "x")
                    item.member("code", "y")
                }
            }
            outer.member("b", 1)
        }
        #expect(throws: CanonicalJSONFault.keyOutOfOrder("code", after: "text")) { try writer.finish() }
    }

    @Test
    func `the order starts anew in each object and goes on after it`() throws {
        var writer = CanonicalJSONWriter()
        writer.object { outer in
            outer.key("m")
            outer.object { $0.member("z", 1) }
            outer.key("n")
            outer.object { $0.member("a", 1) }
        }
        #expect(String(decoding: try writer.finish(), as: UTF8.self) == #"{"m":{"z":1},"n":{"a":1}}"#)
    }
}
