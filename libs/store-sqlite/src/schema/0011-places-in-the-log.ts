/**
 * Places in the label log that are being filled: what is written there was not said yet, and may be taken out again. How
 * much was said of a face tells views apart of which one knows what was said first and written last.
 */
export const PLACES_IN_THE_LOG = `
CREATE TABLE places (
  id       TEXT PRIMARY KEY,
  first    INTEGER NOT NULL, -- sequences in decisions
  last     INTEGER NOT NULL,
  given_up INTEGER NOT NULL DEFAULT 0 CHECK (given_up IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX places_in_order ON places (first, last);
DROP TRIGGER decisions_are_kept;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions
WHEN NOT EXISTS (SELECT 1 FROM places WHERE first <= OLD.sequence AND last >= OLD.sequence) BEGIN
  SELECT RAISE(ABORT, 'the label log is append-only');
END;
ALTER TABLE faces ADD COLUMN said INTEGER NOT NULL DEFAULT 0;
`;
