/** Fills the index in the folder that it is given, and ends with code 7 in the middle of a long search. */
const { openEmbeddedVectorIndex } = require('../../dist/index.js');
const { setTimeout } = require('node:timers/promises');

/** So many that the search is in native code nearly all the time. */
const DIMENSION = 1024;

async function main(folder) {
  const index = await openEmbeddedVectorIndex({ folder, searchThreads: 1 });
  const entries = Array.from({ length: 4000 }, (_, number) => ({
    face: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    vector: new Float32Array(DIMENSION).fill(1).fill(-1, number % DIMENSION),
  }));
  await index.upsert('large', entries);
  const queries = entries.map(({ vector }) => vector);
  void index.neighbours('large', queries, { count: 10 });
  await index.neighbours('large', queries.slice(0, 1), { count: 10 });
  await setTimeout(20);
  process.exit(7);
}

void main(process.argv[2]);
