import { type LearnedPeople, NOBODY } from '@kindred/clustering';
import type { PersonId } from '@kindred/domain';
import type { LibraryInMemory } from './library-in-memory';

/** Somebody whose faces were somebody else's before. */
export interface Heir {
  readonly person: PersonId;
  /** The number of the earlier group that some of the faces were in. */
  readonly origin: number;
}

/** Who came of earlier groups without being them. @param groups the unknown person of each learned group. */
export function heirsOf(
  library: LibraryInMemory,
  learned: LearnedPeople,
  groups: readonly PersonId[],
): Heir[] {
  return learned.groups.flatMap(({ faces, earlier }, place) => {
    const origins = new Set(faces.map((face) => library.earlier[face]!));
    return [...origins]
      .filter((origin) => origin !== NOBODY && origin !== earlier)
      .map((origin) => ({ person: groups[place]!, origin }));
  });
}
