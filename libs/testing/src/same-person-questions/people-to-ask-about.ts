import {
  type PersonId,
  personPair,
  type SamePersonQuestion,
  type SamePersonQuestions,
} from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { NOON } from '../builders/a-photo';
import { aPersonId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';

export const [ANNA, BEN, CLEO] = ['Anna', 'Ben', 'Cleo'].map((name) => aPersonId(name)) as [
  PersonId,
  PersonId,
  PersonId,
];
export const GROUP = anUnknownPerson(1).id;

/** Three named people and an unknown one. */
export async function createPeople({ people }: LibraryStores): Promise<void> {
  for (const name of ['Anna', 'Ben', 'Cleo']) await people.create(aPerson(name));
  await people.create(anUnknownPerson(1));
}

export const question = (one: PersonId, other: PersonId, evidence = 1): SamePersonQuestion => ({
  one,
  other,
  evidence,
});

/** The question as a store answers it. */
export function stored(one: PersonId, other: PersonId, evidence = 1): SamePersonQuestion {
  const [first, second] = personPair(one, other);
  return { one: first, other: second, evidence };
}

export const said = (one: PersonId, other: PersonId) => ({ one, other, actor: 'somebody', at: NOON });

export async function openOnes(questions: SamePersonQuestions): Promise<readonly SamePersonQuestion[]> {
  return (await questions.open({ limit: 1000 })).items;
}
