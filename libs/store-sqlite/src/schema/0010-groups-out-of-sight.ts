/**
 * Whose face a hidden one would be, counted for each person: an unknown person that has no others is kept, out of lists
 * and counts.
 */
export const GROUPS_OUT_OF_SIGHT = `
ALTER TABLE faces ADD COLUMN hidden_person TEXT AS (CASE WHEN removing = 1 OR (deleted IS NULL AND ignored = 0) THEN NULL
                                                         WHEN label_person IS NOT NULL THEN label_person
                                                         WHEN suggested_kind IS NULL THEN NULL
                                                         ELSE suggested_person END) VIRTUAL;
CREATE INDEX faces_hidden_of_person ON faces (hidden_person) WHERE hidden_person IS NOT NULL;

DROP TRIGGER people_inserted;
DROP TRIGGER people_renamed;
DROP TRIGGER people_deleted;
DROP INDEX people_by_size;
DROP INDEX people_by_inferred;
DROP INDEX people_by_name;
DROP INDEX people_by_change;
ALTER TABLE people ADD COLUMN hidden_faces INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN listed_as TEXT AS (
  CASE WHEN kind = 'unknown' AND hidden_faces > 0 AND labeled + inferred + unknown = 0 THEN NULL ELSE kind END) VIRTUAL;
UPDATE people SET hidden_faces = hiding.n
  FROM (SELECT hidden_person, count(*) AS n FROM faces WHERE hidden_person IS NOT NULL GROUP BY hidden_person) AS hiding
  WHERE people.id = hiding.hidden_person;
UPDATE tallies SET n = (SELECT count(*) FROM people WHERE listed_as = 'unknown') WHERE name = 'people.unknown';
CREATE INDEX people_by_size ON people (listed_as, size);
CREATE INDEX people_by_inferred ON people (listed_as, inferred);
CREATE INDEX people_by_name ON people (listed_as, place);
CREATE INDEX people_by_change ON people (listed_as, changed);

CREATE TRIGGER people_inserted AFTER INSERT ON people BEGIN
  UPDATE tallies SET n = n + 1 WHERE name = 'people.' || NEW.listed_as;
  UPDATE tallies SET n = max(n, NEW.number) WHERE name = 'people.highest_number' AND NEW.kind = 'unknown';
END;
CREATE TRIGGER people_listed AFTER UPDATE OF kind, labeled, inferred, unknown, hidden_faces ON people
WHEN OLD.listed_as IS NOT NEW.listed_as BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'people.' || OLD.listed_as;
  UPDATE tallies SET n = n + 1 WHERE name = 'people.' || NEW.listed_as;
END;
CREATE TRIGGER people_deleted AFTER DELETE ON people BEGIN
  UPDATE tallies SET n = n - 1 WHERE name = 'people.' || OLD.listed_as;
END;

CREATE TRIGGER faces_deleted_while_hidden AFTER DELETE ON faces WHEN OLD.hidden_person IS NOT NULL BEGIN
  UPDATE people SET hidden_faces = hidden_faces - 1 WHERE id = OLD.hidden_person;
END;
CREATE TRIGGER faces_hidden AFTER UPDATE OF label_person, suggested_person, suggested_kind, ignored, deleted, removing
ON faces WHEN OLD.hidden_person IS NOT NEW.hidden_person BEGIN
  UPDATE people SET hidden_faces = hidden_faces - 1 WHERE id = OLD.hidden_person;
  UPDATE people SET hidden_faces = hidden_faces + 1 WHERE id = NEW.hidden_person;
END;
`;
