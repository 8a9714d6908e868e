package import Federation
import GRDB
package import Pricing

/// An earlier adopted list on its way in (ingående prislista).
package struct OpeningList: Sendable {
    package let year: Year
    /// SHA-256 of the file that it was read from.
    package let file: Fingerprint
    package let decision: BoardDecision
    package let careServices: [PreviousCareService]
    package let surcharges: [PreviousSurcharge]

    package init(
        year: Year, file: Fingerprint, decision: BoardDecision, careServices: [PreviousCareService],
        surcharges: [PreviousSurcharge] = []
    ) {
        self.year = year
        self.file = file
        self.decision = decision
        self.careServices = careServices
        self.surcharges = surcharges
    }
}

extension Store {
    /// Keeps an earlier adopted list as the next edition of its year. The same file with the same decision again
    /// changes nothing, unless more is read of it than was before. Returns the edition's number, and whether it is new.
    package func open(_ list: OpeningList, at now: Instant) async throws -> (number: Int, isNew: Bool) {
        try await database.inTransaction { db in
            let last = try Row.fetchOne(
                db, sql: "SELECT * FROM opening_list WHERE year = ? ORDER BY number DESC LIMIT 1",
                arguments: [list.year.number])
            if let last, last["file"] == list.file.hex, last["decision"] == list.decision.reference,
                last["decision_day"] == list.decision.day.description, try Store.holds(list, inRow: last["id"], db)
            {
                return (last["number"], false)
            }
            let number = (last?["number"] ?? 0) + 1
            try db.execute(
                sql: "INSERT INTO opening_list VALUES (NULL, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    list.year.number, number, list.file.hex, list.decision.reference, list.decision.day.description,
                    now.milliseconds,
                ])
            let id = db.lastInsertedRowID
            try Store.insert(list.careServices, ofList: id, db)
            try Store.insert(list.surcharges, ofList: id, db)
            return (number, true)
        }
    }

    private static func insert(_ services: [PreviousCareService], ofList id: Int64, _ db: Database) throws {
        var rows = try BulkInsert(db, into: "opening_line", columns: 15)
        // In the order of the primary key, which SQLite appends fastest.
        for service in services.sorted(by: { $0.id.signedDigits < $1.id.signedDigits }) {
            let key = service.key
            try rows.add(
                [
                    Cell(id), .integer(service.id.signedDigits), .text(key.region.text), .text(key.provider),
                    .text(key.unit), .text(key.code), .text(key.typeOfCare.rawValue), .text(key.careLevel.rawValue),
                    .text(service.text), Cell(service.amount.ore),
                ] + Store.cells(service.origin) + [Cell(service.measure?.rawValue)])
        }
        try rows.finish()
    }

    /// Whether as much is kept of a list as was read of it now.
    private static func holds(_ list: OpeningList, inRow id: Int64, _ db: Database) throws -> Bool {
        let measures = try Int.fetchOne(
            db, sql: "SELECT COUNT(measure) FROM opening_line WHERE list = ?", arguments: [id])
        return try measures == list.careServices.count { $0.measure != nil }
            && surcharges(ofList: id, db).count == list.surcharges.count
    }

    /// The years of which an adopted list was read in.
    package func openedYears() async throws -> [Year] {
        try await database.read { db in
            try Int.fetchAll(db, sql: "SELECT DISTINCT year FROM opening_list ORDER BY year").compactMap { Year($0) }
        }
    }

    /// The latest opening list of a year with its row; nil where there is none.
    package func openingList(_ year: Year) async throws -> (id: Int64, list: PreviousPriceList)? {
        try await database.read { db in
            guard let id = try Store.openingListRow(year, db) else { return nil }
            return (id, try Store.openingList(id, db))
        }
    }

    /// The opening list of a year with that number; nil where there is none.
    package func openingList(_ year: Year, number: Int) async throws -> PreviousPriceList? {
        try await database.read { db in
            let id = try Int64.fetchOne(
                db, sql: "SELECT id FROM opening_list WHERE year = ? AND number = ?", arguments: [year.number, number])
            return try id.map { try Store.openingList($0, db) }
        }
    }

    /// The row of the latest opening list of a year; nil where there is none.
    package func openingListRow(_ year: Year) async throws -> Int64? {
        try await database.read { try Store.openingListRow(year, $0) }
    }

    /// What the lines of one region cost in the latest opening list of a year; empty where there is none.
    package func openingPrices(_ year: Year, of region: RegionSlug) async throws -> [LineID: Amount] {
        try await database.read { db in
            guard let id = try Store.openingListRow(year, db) else { return [:] }
            let cursor = try Row.fetchCursor(
                db, sql: "SELECT line, amount_ore FROM opening_line WHERE list = ? AND region = ?",
                arguments: [id, region.text])
            var prices: [LineID: Amount] = [:]
            while let row = try cursor.next() {
                prices[LineID(section: .careService, digits: UInt64(bitPattern: row[0]))] = Amount(ore: row[1])
            }
            return prices
        }
    }

    private static func openingListRow(_ year: Year, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT id FROM opening_list WHERE year = ? ORDER BY number DESC LIMIT 1",
            arguments: [year.number])
    }

    static func openingList(_ id: Int64, _ db: Database) throws -> PreviousPriceList {
        guard let head = try Row.fetchOne(db, sql: "SELECT * FROM opening_list WHERE id = ?", arguments: [id]) else {
            throw StoreError.unreadable("opening_list")
        }
        let edition = PreviousEdition(
            year: try Year(head["year"] as Int).orThrow("year"), number: head["number"], basis: .imported,
            decision: BoardDecision(
                reference: head["decision"], day: try head.known({ Day($0) }, "decision_day")))
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT * FROM opening_line WHERE list = ? ORDER BY line", arguments: [id])
        var services: [PreviousCareService] = []
        var regions: [String: RegionSlug] = [:]
        while let row = try cursor.next() {
            let name: String = row[2]
            let region = try regions[name] ?? RegionSlug(name).orThrow("region")
            regions[name] = region
            services.append(
                PreviousCareService(
                    id: LineID(section: .careService, digits: UInt64(bitPattern: row[1])),
                    key: CareServiceKey(
                        region: region, provider: row[3], unit: row[4], code: row[5],
                        typeOfCare: try TypeOfCare(rawValue: row[6]).orThrow("type_of_care"),
                        careLevel: try CareLevel(rawValue: row[7]).orThrow("care_level")), text: row[8],
                    amount: Amount(ore: row[9]), measure: try Store.measure(row[14]), origin: Store.opened(row)))
        }
        return PreviousPriceList(
            imported: edition, careServices: services, surcharges: try surcharges(ofList: id, db))
    }

    private static func cells(_ origin: RecordOrigin?) -> [Cell] {
        guard let origin else { return [.null, .null, .null, .null] }
        return [
            .integer(Int64(origin.line)), .integer(Int64(origin.column)), .integer(origin.offset),
            .integer(Int64(origin.length)),
        ]
    }

    /// The place of a line; nil for one that was read in before places were kept.
    private static func opened(_ row: Row) -> RecordOrigin? {
        guard let line: Int64 = row[10], let column: Int64 = row[11], let offset: Int64 = row[12],
            let length: Int64 = row[13]
        else { return nil }
        return RecordOrigin(
            part: 0, line: UInt32(clamping: line), column: UInt32(clamping: column), offset: offset,
            length: UInt32(clamping: length))
    }

    /// The file of an opening list, and where these lines of it stand; nil where there is no such list.
    package func openingPlaces(
        _ year: Year, number: Int, of lines: Set<LineID>
    ) async throws -> (file: Fingerprint, places: [LineID: RecordOrigin])? {
        try await database.read { db in
            guard
                let head = try Row.fetchOne(
                    db, sql: "SELECT id, file FROM opening_list WHERE year = ? AND number = ?",
                    arguments: [year.number, number])
            else { return nil }
            var places: [LineID: RecordOrigin] = [:]
            for line in lines {
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM opening_line WHERE list = ? AND line = ?",
                    arguments: [head["id"] as Int64, line.signedDigits])
                places[line] = row.flatMap(Store.opened)
            }
            return (try head.known({ Fingerprint(hex: $0) }, "file"), places)
        }
    }
}

extension LineID {
    /// The digits as SQLite keeps whole numbers: with a sign.
    var signedDigits: Int64 { Int64(bitPattern: digits) }
}
