import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type LibraryFaces, PeopleLearner } from '@kindred/clustering';
import type { FaceId, PackName, VectorIndex } from '@kindred/domain';
import { openEmbeddedVectorIndex } from '@kindred/vectors-embedded';
import { generateParts } from '../libraries/generate-library';
import { labelingsOf } from '../train-quality/labeling';
import { median } from './growth';
import { carryOut, peakBytes } from './other-process';
import { LABELS, type RefreshPlan, type RefreshResult } from './plan';
import { nobody } from './learnable-library';

/** As a refresh looks up neighbours. */
const NEIGHBOURS = { count: 32, minimumSimilarity: 0.2 };
/** About as many faces as a refresh looks at around one: the nearest stand for the best of the people who are near. */
const NEIGHBOURHOOD = 1000;
const NEW_FACES = 20;
/** What is in the index then is enough. */
const MOST_SECONDS_TO_FILL = 240;

/** The facts of every face that are not its embedding, in memory. */
type Faces = Pick<LibraryFaces, 'photos' | 'qualities' | 'labels'>;

/** Says of single faces who they are, with all others in the index, as a refresh does for a face that is new. */
async function takeInOne(plan: RefreshPlan): Promise<RefreshResult> {
  const pack = plan.facts.pack as PackName;
  const folder = await mkdtemp(join(tmpdir(), 'kindred-bench-'));
  const index = await openEmbeddedVectorIndex({ folder });
  const learner = new PeopleLearner();
  try {
    const { faces, labels, photos, qualities, fillSeconds } = await fill(index, pack, plan);
    const known = { ...plan.known, faces };
    const take = (face: number) =>
      takeIn(index, learner, pack, plan, known, { labels, photos, qualities }, face);
    // The first search waits until the vectors are in memory.
    await take(0);
    const taken = [];
    for (let place = 0; place < NEW_FACES; place += 1)
      taken.push(await take(Math.floor(((place + 0.5) * faces) / NEW_FACES)));
    return {
      faces,
      fillSeconds,
      searchMilliseconds: median(taken.map(({ search }) => search)),
      readMilliseconds: median(taken.map(({ read }) => read)),
      learnMilliseconds: median(taken.map(({ learn }) => learn)),
      milliseconds: median(taken.map(({ search, read, learn }) => search + read + learn)),
      neighbourhood: median(taken.map(({ around }) => around)),
      peakBytes: peakBytes(),
      load: loadavg()[0]!,
    };
  } finally {
    await learner.close();
    await index.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(index: VectorIndex, pack: PackName, plan: RefreshPlan) {
  const library = {
    name: 'in the index',
    dimension: plan.facts.dimension,
    vectors: new Float32Array(0),
    people: nobody(plan.faces),
    photos: new Uint32Array(plan.faces),
    qualities: new Float32Array(plan.faces),
    households: new Int32Array(0),
    scenes: new Uint32Array(plan.faces),
  };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let filled = 0;
  for (const part of generateParts(plan)) {
    const { dimension, vectors } = part;
    library.people.set(part.people, filled);
    library.photos.set(part.photos, filled);
    library.qualities.set(part.qualities, filled);
    library.scenes.set(part.scenes, filled);
    await index.upsert(
      pack,
      Array.from(part.people, (_, place) => ({
        face: idOf(filled + place),
        vector: vectors.subarray(place * dimension, (place + 1) * dimension),
      })),
    );
    filled += part.people.length;
    if (seconds() > MOST_SECONDS_TO_FILL) break;
  }
  const fillSeconds = seconds();
  const [labeling] = labelingsOf(library, [LABELS], plan.seed);
  return {
    faces: filled,
    labels: labeling!.labels,
    photos: library.photos,
    qualities: library.qualities,
    fillSeconds,
  };
}

async function takeIn(
  index: VectorIndex,
  learner: PeopleLearner,
  pack: PackName,
  { rules, facts: { dimension } }: RefreshPlan,
  known: RefreshPlan['known'],
  { photos, qualities, labels }: Faces,
  face: number,
) {
  const clock = new Clock();
  const own = [...(await index.get(pack, [idOf(face)])).values()];
  await index.neighbours(pack, own, NEIGHBOURS);
  const search = clock.lap();

  const [nearest] = await index.neighbours(pack, own, { count: NEIGHBOURHOOD });
  const around = nearest!.map(({ face }) => numberOf(face)).sort((one, other) => one - other);

  clock.lap();
  const vectors = new Float32Array(around.length * dimension);
  const found = await index.get(pack, around.map(idOf));
  for (const [place, face] of around.entries()) vectors.set(found.get(idOf(face))!, place * dimension);
  const faces: LibraryFaces = {
    vectors,
    dimension,
    photos: Uint32Array.from(around, (face) => photos[face]!),
    qualities: Float32Array.from(around, (face) => qualities[face]!),
    labels: Int32Array.from(around, (face) => labels[face]!),
    earlier: nobody(around.length),
    rejections: [],
    different: [],
  };
  const read = clock.lap();
  await learner.learn({ faces, rules, known });
  return { search, read, learn: clock.lap(), around: around.length };
}

class Clock {
  private last = performance.now();

  /** Milliseconds since the last time. */
  lap(): number {
    const before = this.last;
    this.last = performance.now();
    return this.last - before;
  }
}

const idOf = (face: number) => `00000000-0000-5000-8000-${face.toString(16).padStart(12, '0')}` as FaceId;
const numberOf = (id: FaceId) => Number.parseInt(id.slice(-12), 16);

carryOut(takeInOne);
