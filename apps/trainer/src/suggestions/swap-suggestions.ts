import type { FaceId, Person, PersonId, Suggestion } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { suggestionsOf } from '../grouping/unknown-group';
import { BATCH, inBatches } from '../library/batches';
import type { Rules } from '../rules';
import { newUnknownPerson } from './new-unknown-person';
import type { SuggestionChange } from './suggestion-change';

export type SwapPorts = Pick<Ports, 'faces' | 'people' | 'clock'>;

/**
 * Shows what a training found: new unknown people first, which nobody sees anything of yet, then all suggestions in
 * one atomic step. After a crash in between, empty people are left, which the next training removes. Returns how many
 * faces changed.
 */
export async function swapSuggestions(
  ports: SwapPorts,
  { calibration }: Rules,
  { matched, groups, alone }: SuggestionChange,
): Promise<number> {
  const { people, suggestions } = await peopleOfGroups(ports, groups, calibration);
  const { set, gone } = await followMerges(ports, [...matched, ...suggestions], people);
  for await (const part of inBatches(people)) await Promise.all(part.map((person) => ports.people.create(person)));
  return ports.faces.changeSuggestions({ set, clear: [...alone, ...gone] });
}

async function peopleOfGroups(
  { people, clock }: SwapPorts,
  groups: SuggestionChange['groups'],
  calibration: Rules['calibration'],
): Promise<{ readonly people: readonly Person[]; readonly suggestions: readonly Suggestion[] }> {
  const created: Person[] = [];
  const first = await people.nextUnknownNumber();
  const now = clock.now();
  const suggestions = groups.flatMap((group) => {
    if (group.person !== null) return suggestionsOf(group.person, group, calibration);
    const person = newUnknownPerson(first + created.length, group.faces[0]!.face, now);
    created.push(person);
    return suggestionsOf(person.id, group, calibration);
  });
  return { people: created, suggestions };
}

/** People may have been merged or deleted while the training ran: suggestions follow a merge and end with a person. */
async function followMerges(
  { people }: SwapPorts,
  suggestions: readonly Suggestion[],
  created: readonly Person[],
): Promise<{ readonly set: readonly Suggestion[]; readonly gone: readonly FaceId[] }> {
  const isNew = new Set(created.map(({ id }) => id));
  const known = new Map<PersonId, PersonId>();
  const old = [...new Set(suggestions.map(({ person }) => person))].filter((person) => !isNew.has(person));
  for (let start = 0; start < old.length; start += BATCH) {
    const resolved = await people.resolve(old.slice(start, start + BATCH));
    const present = new Set((await people.getMany([...new Set(resolved.values())])).map(({ id }) => id));
    for (const [person, target] of resolved) if (present.has(target)) known.set(person, target);
  }
  const set: Suggestion[] = [];
  const gone: FaceId[] = [];
  for (const { face, person, confidence } of suggestions) {
    const target = isNew.has(person) ? person : known.get(person);
    if (target === undefined) gone.push(face);
    else set.push({ face, person: target, confidence });
  }
  return { set, gone };
}
