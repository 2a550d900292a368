import { AnalyserPool, type InstalledPack } from '@kindred/vision';
import { evaluationPeople } from '../data';
import { knownFaces } from '../known-faces';
import type { EmbeddingFacts } from '../libraries/embedding-facts';
import { generateLibrary } from '../libraries/generate-library';
import type { Library } from '../libraries/library';

/** Libraries whose results are shown together. */
export interface LibrarySet {
  readonly name: string;
  readonly libraries: AsyncIterable<{ readonly library: Library; readonly seed: number }>;
}

/** Real photos of the evaluation data, each folder a set of its own; without the folders that are missing. */
export async function realSets(
  pack: InstalledPack,
  folders: readonly string[],
  seeds: number,
): Promise<LibrarySet[]> {
  const present = folders.flatMap((folder) => {
    const people = evaluationPeople(folder);
    return people === null ? [] : [{ folder, people }];
  });
  if (present.length === 0) return [];
  const pool = await AnalyserPool.open({ pack });
  try {
    const sets: LibrarySet[] = [];
    for (const { folder, people } of present) {
      const original = await realLibrary(pool, folder, people);
      // The photos are the same; whom somebody labels is not, and no label of one library is known to another.
      sets.push({ name: folder, libraries: each(seeds, () => ({ ...original })) });
    }
    return sets;
  } finally {
    await pool.close();
  }
}

export function generatedSet(faces: number, facts: EmbeddingFacts, seeds: number): LibrarySet {
  return {
    name: `generated ${faces}`,
    libraries: each(seeds, (seed) => generateLibrary({ faces, seed, facts })),
  };
}

/** The main face of each photo, which is the only one of which it is known who it is. */
async function realLibrary(
  pool: AnalyserPool,
  name: string,
  people: NonNullable<ReturnType<typeof evaluationPeople>>,
): Promise<Library> {
  const { faces } = await knownFaces(pool, people);
  const names = people.map(({ person }) => person);
  const dimension = faces[0]!.face.embedding.length;
  const vectors = new Float32Array(faces.length * dimension);
  for (const [i, { face }] of faces.entries()) vectors.set(face.embedding, i * dimension);
  return {
    name,
    dimension,
    vectors,
    people: Int32Array.from(faces, ({ person }) => names.indexOf(person)),
    photos: Uint32Array.from(faces.keys()),
    qualities: Float32Array.from(faces, ({ face }) => face.quality.overall),
    households: new Int32Array(faces.length).fill(-1),
    scenes: Uint32Array.from(faces.keys()),
  };
}

/** Made one after the other, so that only one needs memory. */
async function* each(seeds: number, make: (seed: number) => Library) {
  for (let seed = 1; seed <= seeds; seed += 1) yield { library: make(seed), seed };
}
