/** Faces in the order of their folders, so that few of many are found, counted and sorted without reading the others. */
export const FACES_OF_FOLDERS = `
CREATE INDEX faces_of_folder ON faces (folder, state, taken, seq, quality, certainty);
`;
