/**
 * Photos, faces, people, labels and jobs. What people see as counts is kept by triggers, since counting a million
 * rows takes too long; who a face is (`state`, `person`) is computed from what humans and the trainer said.
 */
export const FIRST_SCHEMA = `
CREATE TABLE tallies (
  name TEXT PRIMARY KEY,
  n    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO tallies (name) VALUES
  ('faces.labeled'), ('faces.inferred'), ('faces.unknown'), ('people.named'), ('people.unknown'), ('sources.failed'),
  ('people.highest_number'), ('labels.projected');

-- Photos and where they came from ------------------------------------------------------------------------------

CREATE TABLE photos (
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  media_type     TEXT NOT NULL,
  byte_length    INTEGER NOT NULL,
  width          INTEGER NOT NULL,
  height         INTEGER NOT NULL,
  original_kind  TEXT NOT NULL CHECK (original_kind IN ('object', 'file')),
  original_place TEXT NOT NULL,
  metadata       TEXT NOT NULL, -- JSON
  ingested_at    TEXT NOT NULL,
  taken          INTEGER NOT NULL, -- ms since 1970, of ingest when the camera did not say
  ingested       INTEGER NOT NULL, -- ms since 1970
  path           TEXT NOT NULL, -- of its first source in path order, or the last it had
  source_count   INTEGER NOT NULL DEFAULT 0,
  scan_state     TEXT NOT NULL CHECK (scan_state IN ('pending', 'scanned', 'failed')),
  scan_job       TEXT NOT NULL,
  scan_facts     TEXT NOT NULL -- JSON, what else this state knows
) STRICT;
CREATE INDEX photos_by_taken ON photos (scan_state, taken);
CREATE INDEX photos_by_ingested ON photos (scan_state, ingested);
CREATE INDEX photos_pending ON photos (id) WHERE scan_state = 'pending';
CREATE INDEX photos_pending_of_job ON photos (scan_job) WHERE scan_state = 'pending';
CREATE INDEX photos_failed ON photos (path, id) WHERE scan_state = 'failed';
CREATE INDEX photos_failed_and_gone ON photos (id)
  WHERE scan_state = 'failed' AND source_count = 0 AND original_kind = 'file';

CREATE TABLE photo_tallies (
  job   TEXT NOT NULL,
  state TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (job, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER photos_inserted AFTER INSERT ON photos BEGIN
  INSERT INTO photo_tallies VALUES (NEW.scan_job, NEW.scan_state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER photos_deleted AFTER DELETE ON photos BEGIN
  UPDATE photo_tallies SET n = n - 1 WHERE job = OLD.scan_job AND state = OLD.scan_state;
  DELETE FROM photo_tallies WHERE job = OLD.scan_job AND state = OLD.scan_state AND n = 0;
END;
CREATE TRIGGER photos_scanned AFTER UPDATE OF scan_state, scan_job ON photos
WHEN OLD.scan_state <> NEW.scan_state OR OLD.scan_job <> NEW.scan_job BEGIN
  UPDATE photo_tallies SET n = n - 1 WHERE job = OLD.scan_job AND state = OLD.scan_state;
  DELETE FROM photo_tallies WHERE job = OLD.scan_job AND state = OLD.scan_state AND n = 0;
  INSERT INTO photo_tallies VALUES (NEW.scan_job, NEW.scan_state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TABLE sources (
  path        TEXT PRIMARY KEY,
  byte_length INTEGER NOT NULL,
  modified_at REAL NOT NULL, -- file systems know fractions of milliseconds
  seen_at     TEXT NOT NULL,
  photo       TEXT REFERENCES photos (id) ON DELETE CASCADE,
  failure     TEXT, -- JSON
  CHECK ((photo IS NULL) <> (failure IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_of_photo ON sources (photo, path) WHERE photo IS NOT NULL;
CREATE INDEX sources_failed ON sources (path) WHERE failure IS NOT NULL;
CREATE TRIGGER sources_inserted AFTER INSERT ON sources BEGIN
  UPDATE tallies SET n = n + 1 WHERE name = 'sources.failed' AND NEW.failure IS NOT NULL;
  UPDATE photos SET path = iif(source_count = 0, NEW.path, min(path, NEW.path)), source_count = source_count + 1
    WHERE id = NEW.photo;
END;
CREATE TRIGGER sources_updated AFTER UPDATE OF photo, failure ON sources
WHEN OLD.photo IS NOT NEW.photo BEGIN
  UPDATE tallies SET n = n + (NEW.failure IS NOT NULL) - (OLD.failure IS NOT NULL) WHERE name = 'sources.failed';
  UPDATE photos SET path = coalesce((SELECT min(path) FROM sources WHERE photo = OLD.photo), path),
    source_count = source_count - 1 WHERE id = OLD.photo;
  UPDATE photos SET path = iif(source_count = 0, NEW.path, min(path, NEW.path)), source_count = source_count + 1
    WHERE id = NEW.photo;
END;
CREATE TRIGGER sources_deleted AFTER DELETE ON sources BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'sources.failed' AND OLD.failure IS NOT NULL;
  UPDATE photos SET path = coalesce((SELECT min(path) FROM sources WHERE photo = OLD.photo), path),
    source_count = source_count - 1 WHERE id = OLD.photo;
END;

-- People -------------------------------------------------------------------------------------------------------

CREATE TABLE people (
  seq        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind IN ('named', 'unknown')),
  name       TEXT,
  name_key   TEXT UNIQUE,
  number     INTEGER,
  cover      TEXT,
  created_at TEXT NOT NULL,
  labeled    INTEGER NOT NULL DEFAULT 0,
  inferred   INTEGER NOT NULL DEFAULT 0,
  unknown    INTEGER NOT NULL DEFAULT 0,
  size       INTEGER NOT NULL AS (labeled + inferred + unknown) VIRTUAL,
  place      TEXT NOT NULL AS (CASE kind WHEN 'named' THEN name_key ELSE printf('%012d', number) END) VIRTUAL,
  CHECK ((kind = 'named') = (name IS NOT NULL) AND (kind = 'named') = (name_key IS NOT NULL)),
  CHECK ((kind = 'unknown') = (number IS NOT NULL))
) STRICT;
CREATE INDEX people_by_size ON people (kind, size);
CREATE INDEX people_by_inferred ON people (kind, inferred);
CREATE INDEX people_by_name ON people (kind, place);

CREATE TRIGGER people_inserted AFTER INSERT ON people BEGIN
  UPDATE tallies SET n = n + 1 WHERE name = 'people.' || NEW.kind;
  UPDATE tallies SET n = max(n, NEW.number) WHERE name = 'people.highest_number' AND NEW.kind = 'unknown';
END;
CREATE TRIGGER people_renamed AFTER UPDATE OF kind ON people WHEN OLD.kind <> NEW.kind BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'people.' || OLD.kind;
  UPDATE tallies SET n = n + 1 WHERE name = 'people.' || NEW.kind;
END;
CREATE TRIGGER people_deleted AFTER DELETE ON people BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'people.' || OLD.kind;
END;

CREATE TABLE merges (
  merged TEXT PRIMARY KEY,
  into_person TEXT NOT NULL -- who in turn was never merged
) STRICT, WITHOUT ROWID;
CREATE INDEX merges_into ON merges (into_person);

-- Faces --------------------------------------------------------------------------------------------------------

CREATE TABLE faces (
  seq              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  photo            TEXT NOT NULL,
  pack             TEXT NOT NULL,
  origin           TEXT NOT NULL CHECK (origin IN ('detected', 'drawn')),
  box              TEXT NOT NULL, -- JSON: x, y, width, height
  landmarks        TEXT NOT NULL, -- JSON: x and y of five points
  score            REAL NOT NULL,
  quality          REAL NOT NULL,
  quality_parts    TEXT NOT NULL, -- JSON: size, sharpness, pose
  crop_key         TEXT NOT NULL,
  detected_at      TEXT NOT NULL,
  photo_date       TEXT NOT NULL,
  taken            INTEGER NOT NULL, -- photo_date in ms since 1970
  label_person     TEXT,
  said_through     INTEGER NOT NULL DEFAULT 0,
  suggested_person TEXT,
  suggested_kind   TEXT, -- of that person; null when there is no such person (yet, or any more)
  confidence       REAL,
  state            TEXT NOT NULL AS (CASE WHEN label_person IS NOT NULL THEN 'labeled'
                                          WHEN suggested_kind = 'named' THEN 'inferred'
                                          ELSE 'unknown' END) VIRTUAL,
  person           TEXT AS (coalesce(label_person, iif(suggested_kind IS NULL, NULL, suggested_person))) VIRTUAL,
  certainty        REAL NOT NULL AS (CASE WHEN label_person IS NOT NULL THEN 2.0
                                          WHEN suggested_kind = 'named' THEN confidence
                                          ELSE -1.0 END) VIRTUAL
) STRICT;
CREATE INDEX faces_of_photo ON faces (photo);
CREATE INDEX faces_by_taken ON faces (state, taken);
CREATE INDEX faces_by_quality ON faces (state, quality);
CREATE INDEX faces_by_certainty ON faces (state, certainty);
CREATE INDEX faces_of_person_by_taken ON faces (person, state, taken);
CREATE INDEX faces_of_person_by_quality ON faces (person, state, quality);
CREATE INDEX faces_of_person_by_certainty ON faces (person, state, certainty);
CREATE INDEX faces_suggested ON faces (suggested_person, suggested_kind) WHERE suggested_person IS NOT NULL;

CREATE TABLE rejections (
  face   TEXT NOT NULL REFERENCES faces (id) ON DELETE CASCADE,
  person TEXT NOT NULL,
  PRIMARY KEY (face, person)
) STRICT, WITHOUT ROWID;

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
CREATE TRIGGER faces_moved AFTER UPDATE OF label_person, suggested_person, suggested_kind ON faces
WHEN OLD.state <> NEW.state OR OLD.person IS NOT NEW.person BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'faces.' || OLD.state AND OLD.state <> NEW.state;
  UPDATE tallies SET n = n + 1 WHERE name = 'faces.' || NEW.state AND OLD.state <> NEW.state;
  UPDATE people SET labeled = labeled - (OLD.state = 'labeled'), inferred = inferred - (OLD.state = 'inferred'),
    unknown = unknown - (OLD.state = 'unknown') WHERE id = OLD.person;
  UPDATE people SET labeled = labeled + (NEW.state = 'labeled'), inferred = inferred + (NEW.state = 'inferred'),
    unknown = unknown + (NEW.state = 'unknown') WHERE id = NEW.person;
END;

-- What humans said ---------------------------------------------------------------------------------------------

CREATE TABLE decisions (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL CHECK (kind IN ('assign', 'unassign', 'reject', 'delete', 'restore')),
  face     TEXT NOT NULL,
  photo    TEXT NOT NULL,
  person   TEXT CHECK ((person IS NOT NULL) = (kind IN ('assign', 'reject'))),
  box      TEXT CHECK ((box IS NOT NULL) = (kind = 'delete')), -- JSON: x, y, width, height
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_of_face ON decisions (face);
CREATE INDEX decisions_of_photo ON decisions (photo);
CREATE INDEX decisions_about_person ON decisions (person, face) WHERE person IS NOT NULL;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN
  SELECT RAISE(ABORT, 'the label log is append-only');
END;
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions BEGIN
  SELECT RAISE(ABORT, 'the label log is append-only');
END;

-- Jobs ---------------------------------------------------------------------------------------------------------

CREATE TABLE jobs (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  state       TEXT NOT NULL,
  subject     TEXT NOT NULL,
  total       INTEGER,
  done        INTEGER NOT NULL,
  failed      INTEGER NOT NULL,
  started_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  finished_at TEXT,
  failure     TEXT -- JSON
) STRICT;
CREATE INDEX jobs_by_start ON jobs (started_at);
CREATE INDEX jobs_of_state_by_start ON jobs (state, started_at);
`;
