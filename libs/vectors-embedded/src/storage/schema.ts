import type { Schema } from '@kindred/sqlite';

/**
 * Rows are read in the order in which they were written when the index opens, so they live in a table by row id
 * and not inside their primary key.
 */
const FIRST_SCHEMA = `
CREATE TABLE packs (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  dimension INTEGER NOT NULL
) STRICT;

CREATE TABLE vectors (
  id     INTEGER PRIMARY KEY,
  pack   INTEGER NOT NULL REFERENCES packs,
  face   TEXT NOT NULL,
  vector BLOB NOT NULL, -- 32-bit floats, little-endian
  UNIQUE (pack, face)
) STRICT;
CREATE INDEX vectors_by_face ON vectors (face);
`;

/** The database of vectors among SQLite's: "Kndv". */
export const SCHEMA: Schema = { application: 0x4b6e6476, migrations: [FIRST_SCHEMA] };
