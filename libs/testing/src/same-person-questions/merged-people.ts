import { personPair, type SamePersonQuestions } from '@kindred/domain';
import type { LibraryStores } from '../library/library-stores';
import {
  ANNA,
  BEN,
  CLEO,
  createPeople,
  GROUP,
  openOnes,
  question,
  said,
  stored,
} from './people-to-ask-about';

export function describeMergedPeople(library: () => LibraryStores): void {
  const questions = (): SamePersonQuestions => library().questions;
  const merge = (from: typeof ANNA, into: typeof ANNA) => library().people.mergeInto(from, into);
  const different = (one: typeof ANNA, other: typeof ANNA) =>
    questions().answer({ ...said(one, other), answer: 'different' });

  describe('when people are merged', () => {
    beforeEach(() => createPeople(library()));

    it('questions about the one become questions about the other, each once, with the larger evidence', async () => {
      await questions().ask([
        question(ANNA, BEN, 9),
        question(ANNA, CLEO, 5),
        question(BEN, CLEO, 1),
        question(GROUP, ANNA, 2),
      ]);
      await merge(ANNA, BEN);
      expect(await openOnes(questions())).toEqual([stored(BEN, CLEO, 5), stored(BEN, GROUP, 2)]);
      expect(await questions().count()).toBe(2);
    });

    it('who was different from the one is different from the other, each once', async () => {
      await different(ANNA, CLEO);
      await different(BEN, CLEO);
      await different(GROUP, ANNA);
      await merge(ANNA, BEN);
      expect(new Set(await questions().different())).toEqual(
        new Set([personPair(BEN, CLEO), personPair(BEN, GROUP)]),
      );
    });

    it('along a chain, what was said holds for who is left', async () => {
      await different(ANNA, CLEO);
      await merge(ANNA, GROUP);
      await merge(GROUP, BEN);
      expect(await questions().different()).toEqual([personPair(BEN, CLEO)]);
      await questions().ask([question(ANNA, CLEO), question(GROUP, CLEO)]);
      expect(await openOnes(questions())).toEqual([]);
    });

    it('what was said of the two of them is over', async () => {
      await different(ANNA, BEN);
      await questions().ask([question(ANNA, CLEO)]);
      await merge(ANNA, BEN);
      expect(await questions().different()).toEqual([]);
      expect(await openOnes(questions())).toEqual([stored(BEN, CLEO)]);
    });

    it('a question about somebody different is not asked of who is left', async () => {
      await different(ANNA, CLEO);
      await questions().ask([question(BEN, CLEO)]);
      await merge(ANNA, BEN);
      expect(await openOnes(questions())).toEqual([]);
    });

    it('a postponed question stays postponed', async () => {
      await questions().ask([question(ANNA, CLEO)]);
      await questions().answer({ ...said(ANNA, CLEO), answer: 'later' });
      await merge(ANNA, BEN);
      expect(await openOnes(questions())).toEqual([]);
      await questions().takeBack(said(ANNA, CLEO));
      expect(await openOnes(questions())).toEqual([stored(BEN, CLEO)]);
    });

    it('what is said by an id that was merged is said of who is left', async () => {
      await questions().ask([question(BEN, CLEO)]);
      await merge(ANNA, BEN);
      await different(ANNA, CLEO);
      expect(await questions().different()).toEqual([personPair(BEN, CLEO)]);
      await questions().takeBack(said(CLEO, ANNA));
      expect(await questions().different()).toEqual([]);
    });

    it('into somebody who is gone, questions end and what was said stays', async () => {
      await questions().ask([question(ANNA, CLEO)]);
      await different(ANNA, GROUP);
      await library().people.remove([BEN]);
      await merge(ANNA, BEN);
      expect(await openOnes(questions())).toEqual([]);
      expect(await questions().different()).toEqual([personPair(BEN, GROUP)]);
    });
  });
}
