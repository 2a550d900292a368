import { randomUUID } from 'node:crypto';
import {
  type Decision,
  KindredError,
  type PackName,
  recordDecisions,
  type Suggestion,
} from '@kindred/domain';
import type { OpenStores } from '../standalone/stores';
import { type Crop, type InventedFace, type InventedPhoto, InventedLibrary } from './invented-library';

/** Photos that are written together. */
const BATCH = 500;

export interface Seeding {
  readonly faces: number;
  readonly pack: PackName;
  readonly crops: readonly Crop[];
  readonly now: string;
  readonly signal: AbortSignal;
  /** Told how many faces there are. */
  readonly onProgress: (faces: number) => void;
}

/**
 * Fills an empty library with invented photos, faces and people. Faces have no embeddings, so that nothing is learned
 * from them. @throws KindredError `CONFLICT` when there are photos already; `CANCELLED` when it is interrupted.
 */
export async function seedLibrary(ports: OpenStores['ports'], seeding: Seeding): Promise<void> {
  const { pending, scanned, failed } = await ports.photos.counts();
  if (pending + scanned + failed > 0) {
    throw new KindredError('CONFLICT', 'There are photos in this library.', {
      hint: 'Name an empty folder with --data: invented faces would never leave yours.',
    });
  }
  const library = new InventedLibrary(seeding);
  for (const people of inBatches(library.people)) {
    await Promise.all(people.map((person) => ports.people.create(person)));
  }
  let done = 0;
  for (const photos of inBatches(library.photos())) {
    if (seeding.signal.aborted) throw new KindredError('CANCELLED', 'The library is not complete.');
    await writePhotos(ports, photos);
    done += photos.reduce((sum, { faces }) => sum + faces.length, 0);
    seeding.onProgress(done);
  }
}

async function writePhotos(ports: OpenStores['ports'], photos: readonly InventedPhoto[]): Promise<void> {
  await Promise.all(photos.map(({ photo, source }) => ports.photos.add(photo, source)));
  const faces = photos.flatMap((photo) => photo.faces);
  await ports.faces.upsert(faces.map(({ observation }) => observation));
  await recordDecisions(ports, faces.flatMap(labelOf));
  await ports.faces.changeSuggestions({ set: faces.flatMap(suggestionOf), clear: [] });
}

function labelOf({ observation: { id, photo, detectedAt }, standing }: InventedFace): Decision[] {
  if (standing.state !== 'labeled') return [];
  return [
    {
      id: randomUUID(),
      kind: 'assign',
      face: id,
      photo,
      person: standing.person,
      actor: 'seed',
      at: detectedAt,
    },
  ];
}

function suggestionOf({ observation: { id }, standing }: InventedFace): Suggestion[] {
  if (standing.state === 'labeled' || standing.person === null) return [];
  const confidence = standing.state === 'inferred' ? standing.confidence : 1;
  return [{ face: id, person: standing.person, confidence }];
}

function* inBatches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
