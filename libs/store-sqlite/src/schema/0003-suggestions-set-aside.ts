/** The suggestion that a human contradicted, until the human takes that back or the trainer makes another. */
export const SUGGESTIONS_SET_ASIDE = `
ALTER TABLE faces ADD COLUMN aside_person TEXT;
ALTER TABLE faces ADD COLUMN aside_confidence REAL;
`;
