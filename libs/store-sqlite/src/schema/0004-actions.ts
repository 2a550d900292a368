/**
 * What humans did to people, and what taking that back needs: who became part of whom directly, for whom a suggestion
 * was made before it was moved, and the questions that a merge ended.
 */
export const ACTIONS = `
CREATE TABLE actions (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
  id         TEXT NOT NULL UNIQUE,
  deed       TEXT NOT NULL, -- JSON
  actor      TEXT NOT NULL,
  at         TEXT NOT NULL,
  takes_back TEXT,
  decisions  INTEGER NOT NULL,
  after      INTEGER NOT NULL, -- the last sequence in decisions when it began
  state      TEXT NOT NULL DEFAULT 'begun' CHECK (state IN ('begun', 'done', 'refused'))
) STRICT;
CREATE INDEX actions_begun ON actions (sequence) WHERE state = 'begun';
CREATE INDEX actions_done ON actions (sequence) WHERE state = 'done';
CREATE INDEX actions_taking_back ON actions (takes_back) WHERE takes_back IS NOT NULL;
CREATE TRIGGER actions_are_kept BEFORE DELETE ON actions BEGIN
  SELECT RAISE(ABORT, 'the journal of actions is append-only');
END;
CREATE TRIGGER actions_only_end BEFORE UPDATE ON actions
WHEN OLD.state <> 'begun' OR NEW.id <> OLD.id OR NEW.deed <> OLD.deed OR NEW.sequence <> OLD.sequence BEGIN
  SELECT RAISE(ABORT, 'the journal of actions is append-only');
END;

ALTER TABLE decisions ADD COLUMN action TEXT;
CREATE INDEX decisions_of_action ON decisions (action, sequence) WHERE action IS NOT NULL;
CREATE INDEX decisions_alone ON decisions (sequence) WHERE action IS NULL;

ALTER TABLE merges ADD COLUMN direct TEXT NOT NULL DEFAULT ''; -- whom it became part of, who may be part of another now
ALTER TABLE merges ADD COLUMN after INTEGER NOT NULL DEFAULT 0; -- the last sequence in pair_statements then
UPDATE merges SET direct = into_person, after = coalesce((SELECT max(sequence) FROM pair_statements), 0);
CREATE INDEX merges_direct ON merges (direct);
CREATE INDEX merges_in_order ON merges (after, direct);

CREATE TABLE merged_pairs (
  merged          TEXT NOT NULL,
  third           TEXT NOT NULL,
  evidence        REAL,
  postponed_until INTEGER NOT NULL,
  PRIMARY KEY (merged, third)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_statements_of_pair ON pair_statements (one, other, sequence);

ALTER TABLE faces ADD COLUMN suggested_as TEXT; -- for whom the suggestion was made, who became part of suggested_person
CREATE INDEX faces_suggested_as ON faces (suggested_as) WHERE suggested_as IS NOT NULL;
CREATE INDEX faces_set_aside ON faces (aside_person) WHERE aside_person IS NOT NULL;
`;
