/**
 * Questions whether two people are the same, and what was said to them; the stage and the result of jobs. What was said
 * is kept for ever as it was said; what follows from it is kept by the ids that people have now.
 */
export const SAME_PERSON = `
CREATE TABLE pair_statements (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind     TEXT NOT NULL CHECK (kind IN ('different', 'taken back')),
  one      TEXT NOT NULL,
  other    TEXT NOT NULL,
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL,
  CHECK (one < other)
) STRICT;
CREATE TRIGGER pair_statements_are_kept BEFORE DELETE ON pair_statements BEGIN
  SELECT RAISE(ABORT, 'what was said of people is append-only');
END;
CREATE TRIGGER pair_statements_are_final BEFORE UPDATE ON pair_statements BEGIN
  SELECT RAISE(ABORT, 'what was said of people is append-only');
END;

CREATE TABLE pairs (
  seq             INTEGER PRIMARY KEY,
  one             TEXT NOT NULL,
  other           TEXT NOT NULL,
  evidence        REAL, -- null while nothing is asked
  postponed_until INTEGER NOT NULL DEFAULT 0, -- ms since 1970
  different       INTEGER NOT NULL DEFAULT 0 CHECK (different IN (0, 1)),
  UNIQUE (one, other),
  CHECK (one < other)
) STRICT;
CREATE INDEX pairs_of_other ON pairs (other);
CREATE INDEX pairs_asked ON pairs (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX pairs_open ON pairs (evidence, seq, postponed_until) WHERE evidence IS NOT NULL AND different = 0;
CREATE INDEX pairs_waiting ON pairs (postponed_until) WHERE evidence IS NOT NULL AND different = 0;
CREATE INDEX pairs_idle ON pairs (postponed_until) WHERE evidence IS NULL AND different = 0;
CREATE INDEX pairs_different ON pairs (one, other) WHERE different = 1;
CREATE TRIGGER people_deleted_with_questions AFTER DELETE ON people BEGIN
  UPDATE pairs SET evidence = NULL WHERE one = OLD.id;
  UPDATE pairs SET evidence = NULL WHERE other = OLD.id;
END;

ALTER TABLE jobs ADD COLUMN stage TEXT;
ALTER TABLE jobs ADD COLUMN result TEXT; -- JSON
`;
