import {
  type FaceId,
  type FaceStore,
  type HumanView,
  NOTHING_SAID,
  type Person,
  type PersonId,
} from '@kindred/domain';
import { aFace } from '../builders/a-face';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { aFaceId, type Seed } from '../builders/ids';

export const ANNA: Person = aPerson('Anna');
export const BEN: Person = aPerson('Ben');
export const SOMEBODY: Person = anUnknownPerson(1);

/** Stores faces with these seeds, and returns their ids. */
export async function addFaces(faces: FaceStore, ...seeds: readonly Seed[]): Promise<FaceId[]> {
  await faces.upsert(seeds.map((seed) => aFace({ seed })));
  return seeds.map((seed) => aFaceId(seed));
}

/** What humans say of a face, as far as given; nothing else. */
export function aView({
  rejected = [],
  ...facts
}: Partial<Omit<HumanView, 'rejected'>> & { readonly rejected?: readonly PersonId[] }): HumanView {
  return { ...NOTHING_SAID, through: 1, ...facts, rejected: new Set(rejected) };
}

export async function project(
  faces: FaceStore,
  face: FaceId,
  view: Parameters<typeof aView>[0],
): Promise<void> {
  await faces.project(new Map([[face, aView(view)]]));
}

/** Suggests a person for faces. */
export function suggest(
  faces: FaceStore,
  person: PersonId,
  ids: readonly FaceId[],
  confidence = 0.75,
): Promise<number> {
  return faces.changeSuggestions({ set: ids.map((face) => ({ face, person, confidence })), clear: [] });
}
