import type { Page, PageRequest, PersonId, SamePersonQuestion } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** A page of open questions, without those of people who went away since it was read. */
export async function openQuestions(
  { questions }: Pick<Ports, 'questions'>,
  request: PageRequest,
  personOf: (id: PersonId) => Promise<unknown>,
): Promise<Page<SamePersonQuestion>> {
  const { items, cursors, next } = await questions.open(request);
  const people = await Promise.all(
    items.map(({ one, other }) => Promise.all([personOf(one), personOf(other)])),
  );
  const areThere = (_: unknown, index: number) => people[index]!.every((person) => person !== null);
  return { items: items.filter(areThere), cursors: cursors.filter(areThere), next };
}
