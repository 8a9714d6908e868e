import Reading
import Testing

@Suite struct XMLPlaceTests {
    @Test func `elements, attributes and text have exact places in UTF-8`() throws {
        let document = "<?xml version=\"1.0\"?>\n<år><rad nr=\"1\" b='å &amp; ö'>Öga</rad>\n <tom/></år>\n"
        #expect(
            try events(document.bytes) == [
                "begin år 2:1",
                "begin rad 2:5", "@nr \"1\" 2:14 36..<37", "@b \"å & ö\" 2:20 42..<53", "text \"Öga\" 2:31 55..<59",
                "end rad 27..<65",
                "begin tom 3:2", "end tom 67..<73",
                "end år 22..<79",
            ])
    }

    @Test func `places count the bytes of ISO-8859-1`() throws {
        let document = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<år b='åäö'>Öga</år>"
        #expect(
            try events(document.latin1) == [
                "begin år 2:1", "@b \"åäö\" 2:8 51..<54", "text \"Öga\" 2:13 56..<59", "end år 44..<64",
            ])
    }

    @Test func `places count the bytes of UTF-16`() throws {
        let document = "<år b='😀å'>Ö😀a</år>"
        #expect(
            try events(document.utf16LittleEndian) == [
                "begin år 1:1", "@b \"😀å\" 1:8 16..<22", "text \"Ö😀a\" 1:12 26..<34", "end år 2..<44",
            ])
        let bigEndian: [UInt8] = [0xFE, 0xFF] + document.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try events(bigEndian) == events(document.utf16LittleEndian))
    }

    @Test func `a byte order mark counts as bytes and not as a character`() throws {
        #expect(
            try events([0xEF, 0xBB, 0xBF] + "<a>1</a>".bytes) == [
                "begin a 1:1", "text \"1\" 1:4 6..<7", "end a 3..<11",
            ])
    }

    @Test func `lines past 65535 are exact`() throws {
        let document = "<a>" + String(repeating: "\n<b/>", count: 70_000) + "\n <c>1</c></a>"
        let lines = try events(document.bytes)
        #expect(lines.suffix(5).first == "end b 349999..<350003")
        #expect(lines.suffix(4).prefix(2) == ["begin c 70002:2", "text \"1\" 70002:5 350008..<350009"])
    }

    @Test func `pieces of text are joined over entities, sections and comments`() throws {
        let document = "<a>1&lt;<![CDATA[<2>]]><!-- x -->&#51;\r\n</a>"
        #expect(
            try events(document.bytes) == [
                "begin a 1:1", "text \"1<<2>3\n\" 1:4 3..<40", "end a 0..<44",
            ])
    }

    @Test func `text begins where its first piece stands`() throws {
        #expect(try events("<a><!-- < --><![CDATA[x]]></a>".bytes)[1] == "text \"x\" 1:23 22..<23")
        #expect(try events("<a><?p <b> ?>y</a>".bytes)[1] == "text \"y\" 1:14 13..<14")
    }

    @Test(arguments: [298, 299, 300, 301, 599, 600, 601, 5000])
    func `long text with other than plain letters ends where it ends`(length: Int) throws {
        for letter in ["ö", "€", "😀"] {
            let text = "x" + String(repeating: letter, count: length)
            let end = 3 + text.utf8.count
            #expect(
                try events("<a>\(text)</a>".bytes).suffix(2) == [
                    "text \"\(text)\" 1:4 3..<\(end)", "end a 0..<\(end + 4)",
                ])
        }
    }

    @Test func `text beside children is stray, white space is not`() throws {
        #expect(
            try events("<a>\n <b/>\n  löst\n<b/></a>".bytes).filter { $0.hasPrefix("stray") } == [
                "stray \"löst\n\" 3:3 12..<18"
            ])
        #expect(try events("<a>\n  först<b/></a>".bytes)[1] == "stray \"först\" 2:3 6..<12")
    }

    @Test func `empty elements have no text and white space alone is text of a leaf`() throws {
        let texts = try events("<a><b></b><c> </c></a>".bytes).filter { $0.hasPrefix("text") }
        #expect(texts == ["text \" \" 1:14 13..<14"])
    }

    @Test func `namespaces are told apart and declarations are no attributes`() throws {
        let document = "<p:a xmlns:p='urn:x' xmlns='urn:y' p:k='1&#10;' l='2&#10;'><b/></p:a>"
        let lines = try events(document.bytes)
        #expect(lines[0] == "begin {urn:x}a 1:1")
        #expect(lines[1] == "@k \"1\n\" 1:41 40..<46")
        #expect(lines[2] == "@l \"2\n\" 1:52 51..<57")
        #expect(lines[3] == "begin {urn:y}b 1:60")
        #expect(try events("<a xmlns='min lista'/>".bytes)[0] == "begin {min lista}a 1:1")
    }

    @Test func `a greater-than sign in an attribute does not end the tag`() throws {
        #expect(try events("<a b='>' c=\">\">1</a>".bytes)[3] == "text \"1\" 1:16 15..<16")
    }

    @Test func `the same events come whatever the pieces`() throws {
        let row = "<rad nr='1&amp;2' x=\">\">Öga &#229; <![CDATA[<å>]]>\r\n</rad><!-- - > --><?p ?>\n"
        let document = "<år>" + String(repeating: row, count: 900) + "</år>"
        let whole = try events(document.bytes)
        for step in [1, 7, 4096, 65_537] {
            let names = NameTable()
            let log = EventLog(names: names)
            try DocumentReader(format: .xml, names: names).read(DripSource(document.bytes, step: step), handler: log)
            #expect(log.lines == whole)
        }
    }

    @Test func `pieces of content end anywhere without changing what is read`() throws {
        // The padding moves every boundary of 64 KiB over the row, byte by byte.
        let row = "<rad nr='1&amp;2' x=\">\">Öga &#229; <![CDATA[<å>]]>\r\n</rad><!-- - > --><?p ?>"
        let expected = try events(("<a>" + row + "</a>").bytes).dropFirst().dropLast().map(shape)
        for shift in stride(from: 0, to: row.utf8.count, by: 3) {
            let padding = String(repeating: " ", count: Content64.length - 3 - shift)
            let lines = try events(("<a>" + padding + row + "</a>").bytes)
            #expect(lines.dropFirst().dropLast().map(shape) == expected)
        }
    }

    @Test func `long text is read by pieces without losing an entity`() throws {
        for shift in 0..<3 {
            let text = String(repeating: "x", count: shift) + String(repeating: "å&amp;", count: 30_000)
            let line = try #require(try events("<a>\(text)</a>".bytes).first { $0.hasPrefix("text") })
            #expect(line == "text \"\(text.replacing("&amp;", with: "&"))\" 1:4 3..<\(3 + text.utf8.count)")
        }
    }

    /// The event without its place.
    private func shape(_ line: String) -> String { line.replacing(/[0-9]+:[0-9]+|[0-9]+\.\.<[0-9]+/, with: "") }
}

/// The length of the pieces that content is taken in.
enum Content64 { static let length = 64 << 10 }
