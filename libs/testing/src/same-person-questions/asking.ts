import type { SamePersonQuestions } from '@kindred/domain';
import { anUnknownPerson } from '../builders/a-person';
import { aPersonId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { describePaging } from '../paging/paged-list';
import { pageOf } from '../paging/read-all';
import { ANNA, BEN, CLEO, createPeople, GROUP, openOnes, question, stored } from './people-to-ask-about';

export function describeAsking(library: () => LibraryStores): void {
  const questions = (): SamePersonQuestions => library().questions;

  describe('asking', () => {
    beforeEach(() => createPeople(library()));

    it('shows nothing at first', async () => {
      expect(await openOnes(questions())).toEqual([]);
      expect(await questions().count()).toBe(0);
    });

    it('shows the most probable first, each pair in one order', async () => {
      await questions().ask([question(ANNA, BEN, 0.5), question(GROUP, CLEO, 7), question(CLEO, ANNA, -2)]);
      const sorted = [stored(CLEO, GROUP, 7), stored(ANNA, BEN, 0.5), stored(ANNA, CLEO, -2)];
      expect(await openOnes(questions())).toEqual(sorted);
      expect(await questions().count()).toBe(3);
    });

    it('replaces what was asked before', async () => {
      await questions().ask([question(ANNA, BEN, 1), question(ANNA, CLEO, 2)]);
      await questions().ask([question(BEN, CLEO, 3), question(ANNA, BEN, 4)]);
      expect(await openOnes(questions())).toEqual([stored(ANNA, BEN, 4), stored(BEN, CLEO, 3)]);
      await questions().ask([]);
      expect(await questions().count()).toBe(0);
    });

    it('takes a pair that is given twice once, with the larger evidence', async () => {
      await questions().ask([question(ANNA, BEN, 1), question(BEN, ANNA, 3), question(ANNA, BEN, 2)]);
      expect(await openOnes(questions())).toEqual([stored(ANNA, BEN, 3)]);
    });

    it('leaves out who does not exist and who is one person', async () => {
      await questions().ask([
        question(ANNA, aPersonId(404)),
        question(aPersonId(404), ANNA),
        question(BEN, BEN),
      ]);
      expect(await openOnes(questions())).toEqual([]);
    });

    it('ends with the people that it is about', async () => {
      await questions().ask([question(ANNA, BEN), question(BEN, CLEO), question(ANNA, CLEO)]);
      await library().people.remove([BEN]);
      expect(await openOnes(questions())).toEqual([stored(ANNA, CLEO)]);
      expect(await questions().count()).toBe(1);
    });

    it.each([NaN, Infinity, -Infinity])('refuses %p as evidence and changes nothing', async (evidence) => {
      await questions().ask([question(ANNA, BEN)]);
      const asking = questions().ask([question(ANNA, CLEO), question(BEN, CLEO, evidence)]);
      await expect(asking).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect(await openOnes(questions())).toEqual([stored(ANNA, BEN)]);
    });

    it('shows readers all of the old questions or all of the new ones', async () => {
      const many = Array.from({ length: 300 }, (_, number) => anUnknownPerson(number + 10));
      for (const person of many) await library().people.create(person);
      const asked = (evidence: number) => many.map(({ id }) => question(ANNA, id, evidence));
      await questions().ask(asked(1));
      let done = false;
      const asking = questions()
        .ask(asked(2))
        .finally(() => (done = true));
      const seen = new Set<number>();
      while (!done) {
        const open = await openOnes(questions());
        expect(open).toHaveLength(300);
        expect(new Set(open.map(({ evidence }) => evidence)).size).toBe(1);
        seen.add(open[0]!.evidence);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await asking;
      seen.add((await openOnes(questions()))[0]!.evidence);
      expect(seen).toContain(2);
    });
  });

  // Each question is asked beside those that are open, so that the pages grow and shrink.
  const partner = (number: number) => anUnknownPerson(number + 10);
  const readQuestions = async () => (await questions().open({ limit: 1000 })).items;
  let writing: Promise<void> = Promise.resolve();
  const change = (step: () => Promise<void>) => (writing = writing.then(step));
  describePaging('open questions', {
    add: (number) =>
      change(async () => {
        await createPeople(library()).catch(() => undefined);
        await library().people.create(partner(number));
        await questions().ask([...(await readQuestions()), question(ANNA, partner(number).id, number % 3)]);
      }),
    remove: (number) => change(() => library().people.remove([partner(number).id])),
    read: async (page) => pageOf(await questions().open(page), ({ one, other }) => `${one} ${other}`),
    foreignCursor: async () => (await library().people.list({ limit: 1 })).cursors[0]!,
  });
}
