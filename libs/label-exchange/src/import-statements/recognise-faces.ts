import { deletedFacesOf, type Face, type FaceId, type LoggedDecision, sameFaces } from '@kindred/domain';
import type { FacePlace } from '../statements/statement';

/**
 * Which faces of this library the faces of one photo are that were spoken of elsewhere: by their id, or else by where
 * they are, present faces before deleted ones. Those that are not found are absent.
 */
export function recogniseFaces(
  places: readonly FacePlace[],
  present: readonly Face[],
  log: readonly LoggedDecision[],
): Map<FaceId, FaceId> {
  const known = new Set<FaceId>([...present.map(({ id }) => id), ...log.map(({ face }) => face)]);
  const found = new Map<FaceId, FaceId>();
  const strangers = new Map<FaceId, FacePlace & { readonly box: NonNullable<FacePlace['box']> }>();
  for (const { face, photo, box } of places) {
    if (known.has(face)) found.set(face, face);
    else if (box !== null) strangers.set(face, { face, photo, box });
  }
  for (const candidates of [present, deletedFacesOf(log, present)]) {
    const taken = new Set(found.values());
    const left = [...strangers.values()].filter(({ face }) => !found.has(face));
    const free = candidates.filter(({ id }) => !taken.has(id));
    for (const [{ face }, { id }] of sameFaces(left, free)) found.set(face, id);
  }
  return found;
}
