import { type LearnedPeople, NOBODY, type Somebody } from '@kindred/clustering';
import type { FaceId, PersonId, Suggestion } from '@kindred/domain';
import { isLabeled } from '../library/standing-face';
import type { SuggestionChange } from '../suggestions/suggestion-change';
import type { LibraryInMemory } from './library-in-memory';
import { outdatedUnseenFaces } from './unseen-faces';

/** What was learned, as suggestions for every face that nobody labeled. */
export function suggestionsOfAll(library: LibraryInMemory, learned: LearnedPeople): SuggestionChange {
  const matched: Suggestion[] = [];
  const placed = new Set<number>();
  for (const [face, label] of learned.matches.entries()) {
    if (label === NOBODY) continue;
    placed.add(face);
    const person = library.people.personOf(label);
    matched.push({ face: library.faces[face]!.id, person, confidence: learned.confidences[face]! });
  }
  const groups = learned.groups.map(({ faces, confidences, earlier }) => ({
    person: earlier === NOBODY ? null : library.groups.personOf(earlier),
    faces: faces.map((face, place) => {
      placed.add(face);
      return { face: library.faces[face]!.id, confidence: confidences[place]! };
    }),
  }));
  const alone: FaceId[] = outdatedUnseenFaces(library, { matched, groups });
  for (const [index, face] of library.faces.entries())
    if (!placed.has(index) && !isLabeled(face)) alone.push(face.id);
  return { matched, groups, alone };
}

/** Who is meant in a question. @param groups the unknown person of each learned group. */
export function personIn(
  library: LibraryInMemory,
  groups: readonly PersonId[],
  somebody: Somebody,
): PersonId {
  return 'label' in somebody ? library.people.personOf(somebody.label) : groups[somebody.group]!;
}
