/// What later migrations add to what is remembered of a sighting.
extension Schema {
    /// `full_answer`: every part was sent in full, with no leave to answer 304. `behind_validator`: a part came with
    /// other content under the validator of the part before. SQLite widens the list of codings only by a new table.
    static let fullAnswers = """
        ALTER TABLE sighting ADD COLUMN full_answer INTEGER NOT NULL DEFAULT 0 CHECK (full_answer IN (0, 1));
        ALTER TABLE sighting ADD COLUMN behind_validator INTEGER NOT NULL DEFAULT 0
            CHECK (behind_validator IN (0, 1));
        CREATE TABLE version_part_4 (
            version INTEGER NOT NULL REFERENCES version,
            position INTEGER NOT NULL CHECK (position >= 0),
            role TEXT NOT NULL CHECK (role IN ('body', 'page', 'index', 'part')),
            wire TEXT NOT NULL CHECK (length(wire) = 64),
            content TEXT CHECK (length(content) = 64),
            wire_length INTEGER NOT NULL CHECK (wire_length >= 0),
            content_length INTEGER NOT NULL CHECK (content_length >= 0),
            coding TEXT NOT NULL CHECK (coding IN ('identity', 'gzip', 'deflate', 'unknown')),
            media_type TEXT,
            PRIMARY KEY (version, position)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO version_part_4 SELECT * FROM version_part;
        DROP TABLE version_part;
        ALTER TABLE version_part_4 RENAME TO version_part;

        """

    /// `behind_hand_in`: the server delivered what it had delivered before a file was handed in, so that file counts.
    static let handIns = """
        ALTER TABLE sighting ADD COLUMN behind_hand_in INTEGER NOT NULL DEFAULT 0
            CHECK (behind_hand_in IN (0, 1) AND (behind_hand_in = 0 OR source = 'fetch'));

        """
}
