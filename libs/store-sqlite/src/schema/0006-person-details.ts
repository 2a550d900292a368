/**
 * What is known of people besides their names, when they last changed, and what they are found by. Names of before are
 * in pieces with their accents; the next change of a name leaves these out.
 */
export const PERSON_DETAILS = `
ALTER TABLE people ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]'; -- JSON
ALTER TABLE people ADD COLUMN birth_date TEXT;
ALTER TABLE people ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE people ADD COLUMN changed INTEGER NOT NULL DEFAULT 0; -- ms since 1970
ALTER TABLE people ADD COLUMN search_keys TEXT; -- of the name and the aliases, one a line
UPDATE people SET search_keys = name_key, changed = CAST(round((julianday(created_at) - 2440587.5) * 86400000) AS INTEGER);
CREATE INDEX people_by_change ON people (kind, changed);

CREATE TABLE aliases (
  key    TEXT PRIMARY KEY,
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_of_person ON aliases (person);

CREATE TABLE name_pieces (
  piece  TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (piece, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_pieces_of_person ON name_pieces (person);
WITH RECURSIVE places (person, name, place) AS (
  SELECT id, ' ' || name_key, 1 FROM people WHERE kind = 'named'
  UNION ALL
  SELECT person, name, place + 1 FROM places WHERE place < length(name) - 1
)
INSERT OR IGNORE INTO name_pieces SELECT substr(name, place, 2), person FROM places;

ALTER TABLE merges ADD COLUMN details TEXT; -- JSON: what the merged person was known by, and what of it went over

CREATE TRIGGER people_deleted_with_names AFTER DELETE ON people BEGIN
  DELETE FROM aliases WHERE person = OLD.id;
  DELETE FROM name_pieces WHERE person = OLD.id;
END;
`;
