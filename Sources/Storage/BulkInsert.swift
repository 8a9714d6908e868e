import GRDB
import GRDBSQLite

/// One value of a row on its way into SQLite.
enum Cell {
    case null
    case integer(Int64)
    case text(String)

    /// A text that may be absent.
    init(_ text: String?) { self = text.map(Cell.text) ?? .null }
    /// A number that may be absent.
    init(_ number: Int64?) { self = number.map(Cell.integer) ?? .null }
    /// A number.
    init(_ number: some BinaryInteger) { self = .integer(Int64(number)) }
}

/// Inserts many rows fast: twenty rows a statement, values bound directly on GRDB's own connection.
struct BulkInsert {
    private static let rowsPerStatement = 20
    /// SQLite must copy a text before its string goes away.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private let database: Database
    private let table: String
    private let columns: Int
    private let full: Statement
    private var cells: [Cell] = []

    /// An insert into all columns of a table, in their order.
    init(_ database: Database, into table: String, columns: Int) throws {
        self.database = database
        self.table = table
        self.columns = columns
        full = try BulkInsert.statement(database, table, columns, rows: BulkInsert.rowsPerStatement)
        cells.reserveCapacity(columns * BulkInsert.rowsPerStatement)
    }

    /// Adds a row, each column in order.
    mutating func add(_ row: [Cell]) throws {
        precondition(row.count == columns, "a row has every column of \(table)")
        cells.append(contentsOf: row)
        if cells.count == columns * BulkInsert.rowsPerStatement { try run(full) }
    }

    /// Writes what is left. Must be called after the last row.
    mutating func finish() throws {
        guard !cells.isEmpty else { return }
        try run(BulkInsert.statement(database, table, columns, rows: cells.count / columns))
    }

    /// Copies all rows of a query, each behind a number (`first`) and its own position, counted from 0. Values go from one
    /// connection to the other as they are.
    static func copy(
        _ query: String, of source: Database, into table: String, of target: Database, behind first: Int64
    ) throws {
        let reading = try source.makeStatement(sql: query)
        let columns = reading.columnCount
        let writing = try statement(target, table, columns + 2, rows: 1)
        // The raw pointers dangle once GRDB lets go of the statements.
        try withExtendedLifetime((reading, writing)) {
            let (from, to) = (reading.sqliteStatement, writing.sqliteStatement)
            defer { sqlite3_reset(from) }
            var position: Int64 = 0
            while try step(from, source) {
                sqlite3_bind_int64(to, 1, first)
                sqlite3_bind_int64(to, 2, position)
                for column in 0..<Int32(columns) {
                    sqlite3_bind_value(to, column + 3, sqlite3_column_value(from, column))
                }
                defer { sqlite3_reset(to) }
                _ = try step(to, target)
                position += 1
            }
        }
    }

    /// Goes on with a statement; whether there is a row. Throws what the database says is wrong.
    private static func step(_ statement: SQLiteStatement, _ database: Database) throws -> Bool {
        let code = sqlite3_step(statement)
        guard code == SQLITE_ROW || code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
        }
        return code == SQLITE_ROW
    }

    private mutating func run(_ statement: Statement) throws {
        // The raw pointer dangles once GRDB lets go of the statement.
        try withExtendedLifetime(statement) {
            let raw = statement.sqliteStatement
            for (index, cell) in cells.enumerated() { BulkInsert.bind(cell, to: raw, at: Int32(index + 1)) }
            defer { sqlite3_reset(raw) }
            _ = try BulkInsert.step(raw, database)
        }
        cells.removeAll(keepingCapacity: true)
    }

    private static func bind(_ cell: Cell, to statement: SQLiteStatement, at index: Int32) {
        switch cell {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            _ = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, Int32(clamping: $0.count), transient)
                }
            }
        }
    }

    private static func statement(_ database: Database, _ table: String, _ columns: Int, rows: Int) throws -> Statement
    {
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        let values = Array(repeating: row, count: rows).joined(separator: ",")
        return try database.cachedStatement(sql: "INSERT INTO \(table) VALUES \(values)")
    }
}
