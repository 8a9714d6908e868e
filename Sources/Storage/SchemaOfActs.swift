/// What was done to lists, what was published, and by which keys.
extension Schema {
    /// Each kind of act has the columns that belong to it, and no others.
    static let acts = """
        CREATE TABLE list_act (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('propose', 'return', 'adopt', 'publish', 'correct')),
            person TEXT NOT NULL CHECK (person <> ''),
            at_ms INTEGER NOT NULL,
            reason TEXT CHECK (reason <> ''),
            input TEXT CHECK (length(input) = 64),
            list TEXT CHECK (length(list) = 64),
            decision_number TEXT CHECK (decision_number <> ''),
            decision_paragraph TEXT CHECK (decision_paragraph <> ''),
            decision_day TEXT,
            valid_from TEXT,
            manifest TEXT CHECK (length(manifest) = 64),
            without_pdf INTEGER CHECK (without_pdf IN (0, 1)),
            edition INTEGER CHECK (edition > 0),
            UNIQUE (year, number),
            CHECK ((kind IN ('return', 'correct')) = (reason IS NOT NULL)),
            CHECK ((kind = 'propose') = (input IS NOT NULL)),
            CHECK ((kind IN ('propose', 'publish')) = (list IS NOT NULL)),
            CHECK ((kind = 'adopt') = (decision_number IS NOT NULL)),
            CHECK ((kind = 'adopt') = (decision_paragraph IS NOT NULL)),
            CHECK ((kind = 'adopt') = (decision_day IS NOT NULL)),
            CHECK ((kind = 'adopt') = (valid_from IS NOT NULL)),
            CHECK ((kind = 'publish') = (manifest IS NOT NULL)),
            CHECK ((kind = 'publish') = (without_pdf IS NOT NULL)),
            CHECK ((kind = 'correct') = (edition IS NOT NULL))
        ) STRICT;
        CREATE TABLE list_act_change (
            act INTEGER NOT NULL REFERENCES list_act,
            change TEXT NOT NULL CHECK (change <> ''),
            PRIMARY KEY (act, change)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE list_act_newer (
            act INTEGER NOT NULL REFERENCES list_act,
            region TEXT NOT NULL,
            PRIMARY KEY (act, region)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE edition (
            position INTEGER PRIMARY KEY CHECK (position > 0),
            act INTEGER NOT NULL UNIQUE REFERENCES list_act,
            year INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            manifest TEXT NOT NULL UNIQUE CHECK (length(manifest) = 64),
            previous_manifest TEXT UNIQUE REFERENCES edition (manifest),
            decision_number TEXT NOT NULL,
            decision_paragraph TEXT NOT NULL,
            decision_day TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            valid_to TEXT NOT NULL,
            published_ms INTEGER NOT NULL,
            corrects INTEGER,
            UNIQUE (year, number),
            CHECK ((position = 1) = (previous_manifest IS NULL)),
            CHECK ((number = 1) = (corrects IS NULL))
        ) STRICT;
        CREATE TABLE edition_file (
            edition INTEGER NOT NULL REFERENCES edition,
            name TEXT NOT NULL CHECK (name <> ''),
            media_type TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            length INTEGER NOT NULL CHECK (length >= 0),
            PRIMARY KEY (edition, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE signing_key (
            id INTEGER PRIMARY KEY,
            public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
            from_ms INTEGER NOT NULL,
            person TEXT NOT NULL CHECK (person <> '')
        ) STRICT;

        """

    static let actTables = [
        "list_act", "list_act_change", "list_act_newer", "edition", "edition_file", "signing_key",
    ]

    /// That the committee gave up a key, so that the key after it came into use without its signature.
    static let keysGivenUp = """
        CREATE TABLE key_given_up (
            key INTEGER PRIMARY KEY REFERENCES signing_key,
            successor INTEGER NOT NULL REFERENCES signing_key CHECK (successor > key),
            decision_number TEXT NOT NULL CHECK (decision_number <> ''),
            decision_paragraph TEXT NOT NULL CHECK (decision_paragraph <> ''),
            decision_day TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> '')
        ) STRICT;

        """

    /// That a person has seen a finding on a list, tied to all that it rests on.
    static let acknowledgements = """
        CREATE TABLE acknowledgement (
            id INTEGER PRIMARY KEY,
            year INTEGER NOT NULL,
            code TEXT NOT NULL CHECK (code <> ''),
            subject TEXT NOT NULL CHECK (subject <> ''),
            record TEXT CHECK (length(record) = 64),
            last_amount_ore INTEGER,
            rule_version INTEGER NOT NULL CHECK (rule_version > 0),
            person TEXT NOT NULL CHECK (person <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            at_ms INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX acknowledgement_by_year ON acknowledgement (year);

        """
}
