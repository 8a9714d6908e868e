extension Schema {
    /// Earlier adopted lists, and what drafts were made of.
    static let priceLists = """
        CREATE TABLE opening_list (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            file TEXT NOT NULL CHECK (length(file) = 64),
            decision TEXT NOT NULL CHECK (decision <> ''),
            decision_day TEXT NOT NULL,
            imported_ms INTEGER NOT NULL,
            UNIQUE (year, number)
        ) STRICT;
        CREATE TABLE opening_line (
            list INTEGER NOT NULL REFERENCES opening_list,
            line INTEGER NOT NULL,
            region TEXT NOT NULL,
            provider TEXT NOT NULL,
            unit TEXT NOT NULL,
            code TEXT NOT NULL,
            type_of_care TEXT NOT NULL CHECK (type_of_care IN ('01', '02')),
            care_level TEXT NOT NULL,
            text TEXT NOT NULL,
            amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
            PRIMARY KEY (list, line)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE price_list (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            model TEXT NOT NULL CHECK (length(model) = 64),
            opening_list INTEGER REFERENCES opening_list,
            built_ms INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX price_list_by_year ON price_list (year);
        CREATE TABLE price_list_input (
            list INTEGER NOT NULL REFERENCES price_list,
            region TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('accepted', 'notDelivered', 'held', 'refused')),
            current_version INTEGER REFERENCES version,
            examination INTEGER REFERENCES examination,
            last_good INTEGER NOT NULL CHECK (last_good IN (0, 1)),
            PRIMARY KEY (list, region)
        ) STRICT, WITHOUT ROWID;

        """

    /// A list may lack a region because its fetch failed. SQLite widens the list of states only by a new table.
    static let failedFetches = """
        CREATE TABLE price_list_input_7 (
            list INTEGER NOT NULL REFERENCES price_list,
            region TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('accepted', 'fetchFailed', 'notDelivered', 'held', 'refused')),
            current_version INTEGER REFERENCES version,
            examination INTEGER REFERENCES examination,
            last_good INTEGER NOT NULL CHECK (last_good IN (0, 1)),
            PRIMARY KEY (list, region)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO price_list_input_7 SELECT * FROM price_list_input;
        DROP TABLE price_list_input;
        ALTER TABLE price_list_input_7 RENAME TO price_list_input;

        """

    /// Where each line that was read in stands in its file.
    static let openingPlaces = ["source_line", "source_column", "source_offset", "source_length"].map {
        "ALTER TABLE opening_line ADD COLUMN \($0) INTEGER;\n"
    }.joined()

    /// What each care service that was read in was priced for, and the surcharges that stood beside them.
    static let openingSurcharges = """
        ALTER TABLE opening_line ADD COLUMN measure TEXT;
        CREATE TABLE opening_surcharge (
            list INTEGER NOT NULL REFERENCES opening_list,
            line INTEGER NOT NULL,
            region TEXT NOT NULL,
            provider TEXT NOT NULL,
            unit TEXT,
            code TEXT NOT NULL,
            text TEXT NOT NULL,
            measure TEXT NOT NULL,
            amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
            PRIMARY KEY (list, line)
        ) STRICT, WITHOUT ROWID;

        """

    /// That a person who releases a version states that no personal identity numbers are in it.
    static let statements = """
        ALTER TABLE decision ADD COLUMN not_personal_numbers INTEGER NOT NULL DEFAULT 0
            CHECK (not_personal_numbers IN (0, 1) AND (not_personal_numbers = 0 OR kind = 'release'));

        """

    /// The findings that a person had before them when deciding.
    static let seenCodes = """
        CREATE TABLE decision_code (
            decision INTEGER NOT NULL REFERENCES decision,
            code TEXT NOT NULL,
            PRIMARY KEY (decision, code)
        ) STRICT, WITHOUT ROWID;

        """

    /// Which requests an arrival came of: the outcome and the version of each attempt.
    static let arrivalAttempts = """
        CREATE TABLE arrival_attempt (
            arrival INTEGER NOT NULL REFERENCES arrival,
            attempt INTEGER NOT NULL UNIQUE REFERENCES attempt,
            PRIMARY KEY (arrival, attempt)
        ) STRICT, WITHOUT ROWID;

        """
}
