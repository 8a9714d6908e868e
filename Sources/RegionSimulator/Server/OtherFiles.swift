/// Files of kinds that no feed is: a PDF, a zip archive, a workbook.
enum OtherFiles {
    /// A PDF of one empty page.
    static let pdf = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8)

    /// An Excel workbook with one empty sheet.
    static let workbook = zip([
        (
            "[Content_Types].xml",
            Array(
                """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="xml" ContentType="application/xml"/></Types>
                """.utf8)
        ),
        (
            "xl/workbook.xml",
            Array(
                """
                <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <sheets><sheet name="Prislista" sheetId="1"/></sheets></workbook>
                """.utf8)
        ),
    ])

    /// A zip archive of uncompressed files, dated 1 January 1980.
    static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let dateAndSizes: [UInt8] =
                [0, 0, 0x21, 0] + number(Gzip.checksum(of: bytes), 4) + number(UInt(bytes.count), 4)
                + number(UInt(bytes.count), 4) + number(UInt(name.utf8.count), 2) + [0, 0]
            let start = number(UInt(archive.count), 4)
            archive += [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0] + dateAndSizes + Array(name.utf8) + bytes
            directory += [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0] + dateAndSizes
            directory += [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + start + Array(name.utf8)
        }
        let count = number(UInt(files.count), 2)
        let end: [UInt8] = [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + count + count
        return archive + directory + end + number(UInt(directory.count), 4) + number(UInt(archive.count), 4) + [0, 0]
    }

    private static func number(_ value: UInt, _ width: Int) -> [UInt8] {
        Array(Gzip.littleEndian(value).prefix(width))
    }
}
