import type { FaceId, Holding, Person, PersonId, Suggestion } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { BATCH, inBatches } from '../library/batches';
import { newUnknownPerson } from './new-unknown-person';
import type { SuggestionChange } from './suggestion-change';
import { suggestionsOf } from './unknown-group';

export type SwapPorts = Pick<Ports, 'faces' | 'people' | 'clock'>;

export interface Swapped {
  /** How many faces changed. */
  readonly changed: number;
  /** The unknown person of each group, in the order of the groups. */
  readonly people: readonly PersonId[];
}

/**
 * Shows what a training found: new unknown people first, which nobody sees anything of yet, then all suggestions in
 * one atomic step. After a crash in between, empty people are left, which the next training removes.
 * @param holding of the lease: nothing is shown once somebody else may be training.
 * @param beforeShown what must be kept before anybody sees the people of the groups, in the order of the groups.
 */
export async function swapSuggestions(
  ports: SwapPorts,
  { matched, groups, alone }: SuggestionChange,
  holding: Pick<Holding, 'confirm'>,
  beforeShown: (people: readonly PersonId[]) => Promise<void> = () => Promise.resolve(),
): Promise<Swapped> {
  const { created, people, suggestions } = await peopleOfGroups(ports, groups);
  const { set, gone } = await followMerges(ports, [...matched, ...suggestions], created);
  await holding.confirm();
  for await (const part of inBatches(created))
    await Promise.all(part.map((person) => ports.people.create(person)));
  await beforeShown(people);
  await holding.confirm();
  const changed = await ports.faces.changeSuggestions({ set, clear: [...alone, ...gone] });
  return { changed, people };
}

async function peopleOfGroups({ people, clock }: SwapPorts, groups: SuggestionChange['groups']) {
  const created: Person[] = [];
  const first = await people.nextUnknownNumber();
  const now = clock.now();
  const ids = groups.map((group) => {
    if (group.person !== null) return group.person;
    const person = newUnknownPerson(first + created.length, group.faces[0]!.face, now);
    created.push(person);
    return person.id;
  });
  const suggestions = groups.flatMap((group, place) => suggestionsOf(ids[place]!, group));
  return { created, people: ids, suggestions };
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
