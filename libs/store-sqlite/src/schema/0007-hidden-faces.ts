/**
 * Faces that humans ignore, and faces that they deleted, which are kept for a while. Who a face is, and what hangs on
 * it, is written anew, since SQLite cannot change how a column is computed; so is the log, for what else may be said.
 */
export const HIDDEN_FACES = `
DROP TRIGGER faces_inserted;
DROP TRIGGER faces_deleted;
DROP TRIGGER faces_moved;
DROP INDEX faces_by_taken;
DROP INDEX faces_by_quality;
DROP INDEX faces_by_certainty;
DROP INDEX faces_of_person_by_taken;
DROP INDEX faces_of_person_by_quality;
DROP INDEX faces_of_person_by_certainty;
ALTER TABLE faces DROP COLUMN state;
ALTER TABLE faces DROP COLUMN person;
ALTER TABLE faces DROP COLUMN certainty;

ALTER TABLE faces ADD COLUMN ignored INTEGER NOT NULL DEFAULT 0 CHECK (ignored IN (0, 1));
ALTER TABLE faces ADD COLUMN deleted INTEGER; -- ms since 1970, of the deletion that holds
ALTER TABLE faces ADD COLUMN state TEXT NOT NULL AS (CASE WHEN deleted IS NOT NULL THEN 'deleted'
                                                          WHEN ignored = 1 THEN 'ignored'
                                                          WHEN label_person IS NOT NULL THEN 'labeled'
                                                          WHEN suggested_kind = 'named' THEN 'inferred'
                                                          ELSE 'unknown' END) VIRTUAL;
ALTER TABLE faces ADD COLUMN person TEXT AS (CASE WHEN deleted IS NOT NULL OR ignored = 1 THEN NULL
                                                  WHEN label_person IS NOT NULL THEN label_person
                                                  WHEN suggested_kind IS NULL THEN NULL
                                                  ELSE suggested_person END) VIRTUAL;
ALTER TABLE faces ADD COLUMN certainty REAL NOT NULL AS (CASE WHEN deleted IS NOT NULL OR ignored = 1 THEN -1.0
                                                              WHEN label_person IS NOT NULL THEN 2.0
                                                              WHEN suggested_kind = 'named' THEN confidence
                                                              ELSE -1.0 END) VIRTUAL;
CREATE INDEX faces_by_taken ON faces (state, taken, seq, quality, certainty, folder);
CREATE INDEX faces_by_quality ON faces (state, quality, seq, taken, certainty, folder);
CREATE INDEX faces_by_certainty ON faces (state, certainty, seq, taken, quality, folder);
CREATE INDEX faces_of_person_by_taken ON faces (person, state, taken, seq, quality, certainty, folder);
CREATE INDEX faces_of_person_by_quality ON faces (person, state, quality, seq, taken, certainty, folder);
CREATE INDEX faces_of_person_by_certainty ON faces (person, state, certainty, seq, taken, quality, folder);
CREATE INDEX faces_hidden ON faces (deleted) WHERE deleted IS NOT NULL;

INSERT INTO tallies (name) VALUES ('faces.ignored'), ('faces.deleted');
CREATE TRIGGER faces_inserted AFTER INSERT ON faces BEGIN
  UPDATE tallies SET n = n + 1 WHERE name = 'faces.' || NEW.state;
  UPDATE people SET labeled = labeled + (NEW.state = 'labeled'), inferred = inferred + (NEW.state = 'inferred'),
    unknown = unknown + (NEW.state = 'unknown') WHERE id = NEW.person;
END;
CREATE TRIGGER faces_deleted AFTER DELETE ON faces BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'faces.' || OLD.state;
  UPDATE people SET labeled = labeled - (OLD.state = 'labeled'), inferred = inferred - (OLD.state = 'inferred'),
    unknown = unknown - (OLD.state = 'unknown') WHERE id = OLD.person;
END;
CREATE TRIGGER faces_moved AFTER UPDATE OF label_person, suggested_person, suggested_kind, ignored, deleted ON faces
WHEN OLD.state <> NEW.state OR OLD.person IS NOT NEW.person BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'faces.' || OLD.state AND OLD.state <> NEW.state;
  UPDATE tallies SET n = n + 1 WHERE name = 'faces.' || NEW.state AND OLD.state <> NEW.state;
  UPDATE people SET labeled = labeled - (OLD.state = 'labeled'), inferred = inferred - (OLD.state = 'inferred'),
    unknown = unknown - (OLD.state = 'unknown') WHERE id = OLD.person;
  UPDATE people SET labeled = labeled + (NEW.state = 'labeled'), inferred = inferred + (NEW.state = 'inferred'),
    unknown = unknown + (NEW.state = 'unknown') WHERE id = NEW.person;
END;

CREATE TABLE all_decisions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL
           CHECK (kind IN ('assign', 'unassign', 'reject', 'ignore', 'unignore', 'delete', 'restore')),
  face     TEXT NOT NULL,
  photo    TEXT NOT NULL,
  person   TEXT CHECK ((person IS NOT NULL) = (kind IN ('assign', 'reject'))),
  box      TEXT CHECK ((box IS NOT NULL) = (kind = 'delete')), -- JSON: x, y, width, height
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL,
  action   TEXT
) STRICT;
INSERT INTO all_decisions SELECT * FROM decisions ORDER BY sequence;
DROP TABLE decisions;
ALTER TABLE all_decisions RENAME TO decisions;
CREATE INDEX decisions_of_face ON decisions (face);
CREATE INDEX decisions_of_photo ON decisions (photo);
CREATE INDEX decisions_about_person ON decisions (person, face) WHERE person IS NOT NULL;
CREATE INDEX decisions_of_action ON decisions (action, sequence) WHERE action IS NOT NULL;
CREATE INDEX decisions_alone ON decisions (sequence) WHERE action IS NULL;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN
  SELECT RAISE(ABORT, 'the label log is append-only');
END;
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions BEGIN
  SELECT RAISE(ABORT, 'the label log is append-only');
END;
`;
