import { POSTPONED_FOR, personPair, type SamePersonQuestions } from '@kindred/domain';
import { NOON } from '../builders/a-photo';
import { aPersonId } from '../builders/ids';
import type { SettableClock } from '../clock/settable-clock';
import type { LibraryStores } from '../library/library-stores';
import { ANNA, BEN, CLEO, createPeople, openOnes, question, said, stored } from './people-to-ask-about';

export function describeAnswering(library: () => LibraryStores, clock: () => SettableClock): void {
  const questions = (): SamePersonQuestions => library().questions;
  const all = [question(ANNA, BEN, 3), question(ANNA, CLEO, 2), question(BEN, CLEO, 1)];

  beforeEach(() => clock().set(NOON));

  describe('answering that two people are different', () => {
    beforeEach(async () => {
      await createPeople(library());
      await questions().ask(all);
      await questions().answer({ ...said(BEN, ANNA), answer: 'different' });
    });

    it('closes the question and keeps the pair', async () => {
      expect(await openOnes(questions())).toEqual([stored(ANNA, CLEO, 2), stored(BEN, CLEO, 1)]);
      expect(await questions().count()).toBe(2);
      expect(await questions().different()).toEqual([personPair(ANNA, BEN)]);
    });

    it('holds for ever: whatever is trained, renamed and removed', async () => {
      for (const asked of [all, [], all]) await questions().ask(asked);
      await library().people.rename(ANNA, 'Anna Maria');
      await library().people.remove([BEN]);
      await questions().ask(all);
      expect(await openOnes(questions())).toEqual([stored(ANNA, CLEO, 2)]);
      expect(await questions().different()).toEqual([personPair(ANNA, BEN)]);
    });

    it('again, from either side, is no more than once', async () => {
      await questions().answer({ ...said(ANNA, BEN), answer: 'different' });
      await questions().answer({ ...said(BEN, ANNA), answer: 'different' });
      expect(await questions().different()).toHaveLength(1);
    });

    it('needs no question', async () => {
      await questions().ask([]);
      await questions().answer({ ...said(BEN, CLEO), answer: 'different' });
      await questions().ask(all);
      expect(await openOnes(questions())).toEqual([stored(ANNA, CLEO, 2)]);
    });

    it('can be taken back, and the question is open again', async () => {
      await questions().takeBack(said(ANNA, BEN));
      expect(await questions().different()).toEqual([]);
      expect(await openOnes(questions())).toEqual([
        stored(ANNA, BEN, 3),
        stored(ANNA, CLEO, 2),
        stored(BEN, CLEO, 1),
      ]);
    });

    it('can be taken back after a training, which asks again the next time', async () => {
      await questions().ask(all);
      await questions().takeBack(said(ANNA, BEN));
      await questions().ask(all);
      expect(await questions().count()).toBe(3);
    });
  });

  describe('answering later', () => {
    beforeEach(async () => {
      await createPeople(library());
      await questions().ask(all);
      await questions().answer({ ...said(CLEO, ANNA), answer: 'later' });
    });
    const isOpen = async () => (await openOnes(questions())).some(({ evidence }) => evidence === 2);

    it('hides the question until its time is over', async () => {
      expect([await isOpen(), await questions().count()]).toEqual([false, 2]);
      clock().advance(POSTPONED_FOR - 1);
      expect([await isOpen(), await questions().count()]).toEqual([false, 2]);
      clock().advance(1);
      expect([await isOpen(), await questions().count()]).toEqual([true, 3]);
    });

    it('holds through trainings, also one that does not ask', async () => {
      for (const asked of [all, [], all]) await questions().ask(asked);
      expect(await isOpen()).toBe(false);
      clock().advance(POSTPONED_FOR);
      expect(await isOpen()).toBe(true);
    });

    it('says nothing of whether they are different', async () => {
      expect(await questions().different()).toEqual([]);
    });

    it('can be taken back', async () => {
      await questions().takeBack(said(ANNA, CLEO));
      expect(await isOpen()).toBe(true);
    });
  });

  describe('answering', () => {
    beforeEach(() => createPeople(library()));

    it('is about two people, not one', async () => {
      await library().people.mergeInto(ANNA, BEN);
      for (const pair of [said(CLEO, CLEO), said(ANNA, BEN)]) {
        for (const answer of ['different', 'later'] as const) {
          await expect(questions().answer({ ...pair, answer })).rejects.toMatchObject({ code: 'CONFLICT' });
        }
        await expect(questions().takeBack(pair)).rejects.toMatchObject({ code: 'CONFLICT' });
      }
    });

    it('nothing yet, taking back changes nothing', async () => {
      await questions().takeBack(said(ANNA, BEN));
      await questions().takeBack(said(ANNA, aPersonId(404)));
      expect(await questions().different()).toEqual([]);
      expect(await questions().count()).toBe(0);
    });
  });

  describe('carrying over', () => {
    beforeEach(() => createPeople(library()));

    it('keeps pairs apart as an answer does', async () => {
      await questions().ask(all);
      await questions().carryOver([
        [BEN, ANNA],
        [ANNA, BEN],
        [ANNA, CLEO],
      ]);
      expect(new Set(await questions().different())).toEqual(
        new Set([personPair(ANNA, BEN), personPair(ANNA, CLEO)]),
      );
      expect(await openOnes(questions())).toEqual([stored(BEN, CLEO, 1)]);
      await questions().ask(all);
      expect(await questions().count()).toBe(1);
    });

    it('leaves out who is one person, and does the rest', async () => {
      await library().people.mergeInto(ANNA, BEN);
      await questions().carryOver([
        [CLEO, CLEO],
        [ANNA, BEN],
        [ANNA, CLEO],
      ]);
      expect(await questions().different()).toEqual([personPair(BEN, CLEO)]);
    });
  });
}
