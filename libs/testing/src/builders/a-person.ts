import type { Person } from '@kindred/domain';
import { aPersonId, type Seed } from './ids';
import { NOON } from './a-photo';

/** Somebody the user named. */
export function aPerson(name: string, facts: Partial<Person> & { readonly seed?: Seed } = {}): Person {
  const { seed = name, ...given } = facts;
  return { id: aPersonId(seed), identity: { kind: 'named', name }, cover: null, createdAt: NOON, ...given };
}

/** A group that the trainer found. */
export function anUnknownPerson(number: number, facts: Partial<Person> & { readonly seed?: Seed } = {}): Person {
  const { seed = `unknown ${number}`, ...given } = facts;
  return { id: aPersonId(seed), identity: { kind: 'unknown', number }, cover: null, createdAt: NOON, ...given };
}
