/** Deleted faces that are being erased: nothing brings them back any more. */
export const FACES_BEING_REMOVED = `
ALTER TABLE faces ADD COLUMN removing INTEGER NOT NULL DEFAULT 0 CHECK (removing IN (0, 1));
`;
