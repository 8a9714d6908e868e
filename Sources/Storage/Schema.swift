import GRDB

/// The tables, as migrations that are only ever added to.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 deliveries") { try $0.execute(sql: deliveries + guards(deliveryTables)) }
        migrator.registerMigration("2 submissions") { try $0.execute(sql: submissions + guards(submissionTables)) }
        migrator.registerMigration("3 price lists") { try $0.execute(sql: priceLists + guards(priceListTables)) }
        migrator.registerMigration("4 full answers") { try $0.execute(sql: fullAnswers + guards(["version_part"])) }
        migrator.registerMigration("5 what was seen") { try $0.execute(sql: seenCodes + guards(["decision_code"])) }
        migrator.registerMigration("6 what attempts came to") {
            try $0.execute(sql: arrivalAttempts + guards(["arrival_attempt"]))
        }
        migrator.registerMigration("7 failed fetches in lists") {
            try $0.execute(sql: failedFetches + guards(["price_list_input"]))
        }
        migrator.registerMigration("8 acts and editions") { try $0.execute(sql: acts + guards(actTables)) }
        migrator.registerMigration("9 acknowledgements") {
            try $0.execute(sql: acknowledgements + guards(["acknowledgement"]))
        }
        migrator.registerMigration("10 files handed in") { try $0.execute(sql: handIns) }
        migrator.registerMigration("11 drafts after editions") {
            try $0.execute(sql: "ALTER TABLE price_list ADD COLUMN previous_edition INTEGER REFERENCES edition")
        }
        migrator.registerMigration("12 statements on personal numbers") { try $0.execute(sql: statements) }
        migrator.registerMigration("13 places of lines read in") { try $0.execute(sql: openingPlaces) }
        migrator.registerMigration("14 keys given up") { try $0.execute(sql: keysGivenUp + guards(["key_given_up"])) }
        migrator.registerMigration("15 measures and surcharges of lists read in") {
            try $0.execute(sql: openingSurcharges + guards(["opening_surcharge"]))
        }
        return migrator
    }

    private static let deliveryTables = [
        "version", "version_part", "sighting", "sighting_part", "attempt", "arrival", "decision",
    ]
    private static let submissionTables = [
        "examination", "finding_total", "finding", "submission", "price_record", "plan_record",
    ]
    private static let priceListTables = ["opening_list", "opening_line", "price_list", "price_list_input"]

    /// Triggers that refuse any change of what is once written: nothing delivered is ever lost.
    private static func guards(_ tables: [String]) -> String {
        tables.flatMap { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

                """
            }
        }.joined()
    }

    private static let deliveries = """
        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            region TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('price-list', 'plan')),
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            first_seen_ms INTEGER NOT NULL,
            UNIQUE (region, kind, fingerprint)
        ) STRICT;
        CREATE TABLE version_part (
            version INTEGER NOT NULL REFERENCES version,
            position INTEGER NOT NULL CHECK (position >= 0),
            role TEXT NOT NULL CHECK (role IN ('body', 'page', 'index', 'part')),
            wire TEXT NOT NULL CHECK (length(wire) = 64),
            content TEXT CHECK (length(content) = 64),
            wire_length INTEGER NOT NULL CHECK (wire_length >= 0),
            content_length INTEGER NOT NULL CHECK (content_length >= 0),
            coding TEXT NOT NULL CHECK (coding IN ('identity', 'gzip', 'deflate')),
            media_type TEXT,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sighting (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL REFERENCES version,
            seen_ms INTEGER NOT NULL,
            source TEXT NOT NULL CHECK (source IN ('fetch', 'submit'))
        ) STRICT;
        CREATE INDEX sighting_by_version ON sighting (version);
        CREATE TABLE sighting_part (
            sighting INTEGER NOT NULL REFERENCES sighting,
            position INTEGER NOT NULL CHECK (position >= 0),
            url TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            PRIMARY KEY (sighting, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            region TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('price-list', 'plan')),
            url TEXT NOT NULL,
            started_ms INTEGER NOT NULL,
            duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
            status INTEGER,
            wire_bytes INTEGER NOT NULL CHECK (wire_bytes >= 0),
            failure TEXT,
            detail TEXT
        ) STRICT;
        CREATE TABLE arrival (
            id INTEGER PRIMARY KEY,
            region TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('price-list', 'plan')),
            at_ms INTEGER NOT NULL,
            source TEXT NOT NULL CHECK (source IN ('fetch', 'submit')),
            outcome TEXT NOT NULL CHECK (outcome IN ('new-version', 'unchanged', 'failed')),
            failure TEXT,
            detail TEXT,
            version INTEGER REFERENCES version,
            CHECK ((outcome = 'failed') = (failure IS NOT NULL)),
            CHECK ((outcome = 'failed') = (version IS NULL))
        ) STRICT;
        CREATE INDEX arrival_by_feed ON arrival (region, kind);
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL REFERENCES version,
            kind TEXT NOT NULL CHECK (kind IN ('release', 'refuse')),
            person TEXT NOT NULL CHECK (person <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            at_ms INTEGER NOT NULL
        ) STRICT;

        """

    private static let submissions = """
        CREATE TABLE examination (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL REFERENCES version,
            key TEXT NOT NULL CHECK (length(key) = 64),
            verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'held', 'refused')),
            examined_ms INTEGER NOT NULL,
            records INTEGER NOT NULL CHECK (records >= 0),
            UNIQUE (version, key)
        ) STRICT;
        CREATE TABLE finding_total (
            examination INTEGER NOT NULL REFERENCES examination,
            code TEXT NOT NULL,
            total INTEGER NOT NULL CHECK (total > 0),
            PRIMARY KEY (examination, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
            examination INTEGER NOT NULL REFERENCES examination,
            position INTEGER NOT NULL CHECK (position >= 0),
            code TEXT NOT NULL,
            arguments TEXT NOT NULL,
            part INTEGER,
            byte_start INTEGER,
            byte_end INTEGER,
            line INTEGER,
            column_number INTEGER,
            path TEXT,
            sample TEXT,
            PRIMARY KEY (examination, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE submission (
            examination INTEGER PRIMARY KEY REFERENCES examination,
            organisation_number TEXT NOT NULL CHECK (length(organisation_number) = 10),
            year INTEGER,
            plan TEXT,
            created_ms INTEGER NOT NULL,
            currency TEXT,
            contact TEXT,
            test_data INTEGER NOT NULL CHECK (test_data IN (0, 1)),
            CHECK ((year IS NULL) <> (plan IS NULL))
        ) STRICT;
        CREATE TABLE price_record (
            examination INTEGER NOT NULL REFERENCES submission,
            position INTEGER NOT NULL CHECK (position >= 0),
            kind TEXT NOT NULL CHECK (kind IN ('careService', 'drgTariff', 'drgException', 'drgFixedPrice',
                'surcharge', 'notApplicable')),
            provider TEXT NOT NULL,
            unit TEXT,
            medical_field_code TEXT,
            code TEXT,
            text TEXT,
            measure TEXT,
            type_of_care TEXT CHECK (type_of_care IN ('01', '02')),
            types_of_care INTEGER CHECK (types_of_care BETWEEN 1 AND 3),
            care_level TEXT,
            product_category TEXT,
            amount_ore INTEGER CHECK (amount_ore > 0),
            as_last_year INTEGER NOT NULL CHECK (as_last_year IN (0, 1)),
            reason TEXT,
            part INTEGER NOT NULL,
            byte_offset INTEGER NOT NULL,
            byte_length INTEGER NOT NULL,
            line INTEGER NOT NULL,
            column_number INTEGER NOT NULL,
            PRIMARY KEY (examination, position),
            CHECK (kind <> 'careService' OR (amount_ore IS NULL) = (as_last_year = 1))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_record (
            examination INTEGER NOT NULL REFERENCES submission,
            position INTEGER NOT NULL CHECK (position >= 0),
            kind TEXT NOT NULL CHECK (kind IN ('goalReport', 'effectMeasure', 'activity', 'stopped')),
            round TEXT NOT NULL,
            goal TEXT NOT NULL,
            status TEXT,
            share_done INTEGER CHECK (share_done BETWEEN 0 AND 100),
            name TEXT,
            text TEXT,
            value TEXT,
            unit TEXT,
            target TEXT,
            due TEXT,
            part INTEGER NOT NULL,
            byte_offset INTEGER NOT NULL,
            byte_length INTEGER NOT NULL,
            line INTEGER NOT NULL,
            column_number INTEGER NOT NULL,
            PRIMARY KEY (examination, position)
        ) STRICT, WITHOUT ROWID;

        """
}
