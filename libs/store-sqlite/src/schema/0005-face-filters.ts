/** The folder that a path is in, with its last separator, as SQL. */
const folderOf = (path: string): string => `rtrim(${path}, replace(replace(${path}, '/', ''), '\\', ''))`;

/** What follows when the path of a photo is new. */
const KEEP_FOLDER = `BEGIN
  INSERT INTO folders (path) VALUES (${folderOf('NEW.path')}) ON CONFLICT DO NOTHING;
  UPDATE photos SET folder = (SELECT seq FROM folders WHERE path = ${folderOf('NEW.path')}) WHERE seq = NEW.seq;
  UPDATE faces SET folder = (SELECT folder FROM photos WHERE seq = NEW.seq) WHERE photo = NEW.id;
END;`;

const MEASURES = ['taken', 'quality', 'certainty'] as const;

/** An index for a list in one order, which knows all that faces are filtered by, so that no row is read in vain. */
const indexFor = (name: string, group: string, measure: (typeof MEASURES)[number]): string => {
  const others = MEASURES.filter((one) => one !== measure).join(', ');
  return `DROP INDEX ${name}; CREATE INDEX ${name} ON faces (${group}, ${measure}, seq, ${others}, folder);`;
};

/** The folder of each photo, copied to its faces; and indexes that faces are filtered, counted and skipped by. */
export const FACE_FILTERS = `
CREATE TABLE folders (
  seq  INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE -- with its last separator
) STRICT;
ALTER TABLE photos ADD COLUMN folder INTEGER;
ALTER TABLE faces ADD COLUMN folder INTEGER; -- null while the photo is not known
INSERT INTO folders (path) SELECT DISTINCT ${folderOf('path')} FROM photos;
UPDATE photos SET folder = (SELECT seq FROM folders WHERE folders.path = ${folderOf('photos.path')});
UPDATE faces SET folder = (SELECT folder FROM photos WHERE photos.id = faces.photo);
CREATE TRIGGER photos_inserted_in_folder AFTER INSERT ON photos ${KEEP_FOLDER}
CREATE TRIGGER photos_moved_to_folder AFTER UPDATE OF path ON photos WHEN OLD.path <> NEW.path ${KEEP_FOLDER}

${MEASURES.map((measure) => indexFor(`faces_by_${measure}`, 'state', measure)).join('\n')}
${MEASURES.map((measure) => indexFor(`faces_of_person_by_${measure}`, 'person, state', measure)).join('\n')}
`;
