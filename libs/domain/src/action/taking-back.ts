import { KindredError } from '../errors/kindred-error';
import type { PersonId } from '../identity/ids';
import type { PersonIdentity, PersonWithCounts } from '../person/person';
import { type Deed, type KnownPerson, knownPerson, type LoggedAction } from './action';
import type { ActionStores } from './action-stores';
import { wordsTakingBack } from './words';

/**
 * What has to be done to take an action back now.
 * @throws KindredError `CONFLICT` when something that was done since stands in the way, or it was taken back already.
 */
export async function deedTakingBack(stores: ActionStores, action: LoggedAction): Promise<Deed> {
  if (action.takenBackBy !== null) throw conflict('This was taken back already.');
  if (action.state !== 'done') throw conflict('This was not done.');
  const { deed } = action;
  switch (deed.kind) {
    case 'created':
      return { kind: 'deleted', person: await unlabeled(stores, deed.person.id) };
    case 'restored':
      return { kind: 'deleted', person: knownPerson(await present(stores, deed.person.id)) };
    case 'deleted':
      await refuseTakenName(stores, deed.person.id, deed.person.identity);
      return { kind: 'restored', person: deed.person };
    case 'named':
      return renamedBack(stores, action.id, deed);
    case 'merged':
      return partedAgain(stores, deed);
    case 'parted':
      return mergedAgain(stores, deed);
    case 'described': {
      const person = await present(stores, deed.person);
      const now = Object.fromEntries(
        Object.keys(deed.to).map((key) => [key, person[key as keyof typeof deed.to]]),
      );
      if (JSON.stringify(now) !== JSON.stringify(deed.to))
        throw conflict(`Something else was said about ${nameOf(person.identity)} meanwhile.`);
      return { ...deed, from: deed.to, to: deed.from };
    }
    case 'covered': {
      const { cover } = await present(stores, deed.person);
      if (cover !== deed.to) throw conflict('Another cover was chosen meanwhile.');
      return { ...deed, from: deed.to, to: deed.from };
    }
    case 'said':
      return { ...deed, statement: 'again' };
    case 'answered': {
      const [one, other] = [await present(stores, deed.one), await present(stores, deed.other)];
      return { kind: 'answered', one: one.id, other: other.id, from: deed.to, to: deed.from };
    }
  }
}

async function unlabeled(stores: ActionStores, id: PersonId): Promise<KnownPerson> {
  const person = await present(stores, id);
  if (person.counts.labeled === 0) return knownPerson(person);
  throw conflict(`Faces are labeled as ${nameOf(person.identity)} by now.`, 'Delete the person instead.');
}

async function renamedBack(
  stores: ActionStores,
  action: string,
  { person: id, from, to }: Extract<Deed, { kind: 'named' }>,
): Promise<Deed> {
  const person = await present(stores, id);
  if (nameOf(person.identity) !== nameOf(to))
    throw conflict(`${nameOf(to)} was given another name meanwhile.`);
  await refuseTakenName(stores, id, from);
  if (from.kind === 'unknown' && to.kind === 'named') {
    const words = await wordsTakingBack(stores, action);
    if (person.counts.labeled > words.length) {
      throw conflict(
        `More faces were labeled as ${to.name} since.`,
        'Take that back first, or rename the person.',
      );
    }
  }
  return { kind: 'named', person: id, from: to, to: from };
}

async function partedAgain(
  stores: ActionStores,
  { person, into }: Extract<Deed, { kind: 'merged' }>,
): Promise<Deed> {
  const now = (await stores.people.resolve([person.id])).get(person.id) ?? person.id;
  const survivor = await stores.people.get(now);
  if (survivor === null) {
    throw conflict(
      `The person that ${nameOf(person.identity)} became part of was deleted.`,
      'Take the deletion back first.',
    );
  }
  if (now !== into) {
    throw conflict(
      `The person that ${nameOf(person.identity)} became part of is part of ${nameOf(survivor.identity)} by now.`,
      'Take that back first.',
    );
  }
  await refuseTakenName(stores, person.id, person.identity);
  return { kind: 'parted', person, from: into };
}

async function mergedAgain(
  stores: ActionStores,
  { person, from }: Extract<Deed, { kind: 'parted' }>,
): Promise<Deed> {
  const [one, into] = [await present(stores, person.id), await present(stores, from)];
  if (one.identity.kind === 'named' && into.identity.kind === 'unknown')
    throw conflict('A person with a name cannot become part of one without.');
  return { kind: 'merged', person: knownPerson(one), into: into.id };
}

/** The person with this id, who is part of nobody. */
async function present({ people }: ActionStores, id: PersonId): Promise<PersonWithCounts> {
  const person = await people.get(id);
  if (person !== null) return person;
  const into = (await people.resolve([id])).get(id) ?? id;
  const survivor = into === id ? null : await people.get(into);
  if (survivor === null) throw conflict('The person was deleted meanwhile.', 'Take the deletion back first.');
  throw conflict(
    `The person became part of ${nameOf(survivor.identity)} meanwhile.`,
    'Take that back first.',
  );
}

async function refuseTakenName(
  { people }: ActionStores,
  id: PersonId,
  identity: PersonIdentity,
): Promise<void> {
  if (identity.kind === 'unknown') return;
  const owner = await people.findByName(identity.name);
  if (owner === null || owner.id === id) return;
  throw conflict(`Somebody else is named ${identity.name} by now.`, 'Give that person another name first.');
}

const nameOf = (identity: PersonIdentity): string =>
  identity.kind === 'named' ? identity.name : `Unknown ${identity.number}`;

const conflict = (message: string, hint?: string): KindredError =>
  new KindredError('CONFLICT', message, { hint });
