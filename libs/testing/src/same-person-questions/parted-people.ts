import { personPair, type PersonId, type SamePersonQuestions } from '@kindred/domain';
import { aPerson, anUnknownPerson } from '../builders/a-person';
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

export function describePartedPeople(library: () => LibraryStores): void {
  const questions = (): SamePersonQuestions => library().questions;
  const merge = (from: PersonId, into: PersonId) => library().people.mergeInto(from, into);
  const part = (name: string) => library().people.part(aPerson(name));
  const different = (one: PersonId, other: PersonId) =>
    questions().answer({ ...said(one, other), answer: 'different' });
  const pairs = async () => new Set(await questions().different());

  describe('when a merge is taken back', () => {
    beforeEach(() => createPeople(library()));

    it('everybody is different from whom they were different from before', async () => {
      await different(ANNA, CLEO);
      await different(BEN, GROUP);
      await merge(ANNA, BEN);
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(ANNA, CLEO), personPair(BEN, GROUP)]));
    });

    it('the two are different again if that was said', async () => {
      await different(ANNA, BEN);
      await merge(ANNA, BEN);
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(ANNA, BEN)]));
    });

    it('what was said while they were one stays with the one who was there', async () => {
      await merge(ANNA, BEN);
      await different(ANNA, CLEO);
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(BEN, CLEO)]));
    });

    it('what was said again of the one who was there, though it held by the other, stays too', async () => {
      await different(ANNA, CLEO);
      await merge(ANNA, BEN);
      await different(BEN, CLEO);
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(ANNA, CLEO), personPair(BEN, CLEO)]));
    });

    it('what was taken back while they were one holds again for whom it was said of', async () => {
      await different(ANNA, CLEO);
      await merge(ANNA, BEN);
      await questions().takeBack(said(BEN, CLEO));
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(ANNA, CLEO)]));
    });

    it('what was taken back before they were one does not come back', async () => {
      await merge(GROUP, BEN);
      await different(BEN, CLEO);
      await questions().takeBack(said(BEN, CLEO));
      await merge(ANNA, BEN);
      await part('Anna');
      expect(await pairs()).toEqual(new Set());
    });

    it('people who were merged before are meant by who they are now', async () => {
      await different(ANNA, CLEO);
      await different(GROUP, BEN);
      await merge(ANNA, BEN);
      await merge(CLEO, GROUP);
      await part('Anna');
      expect(await pairs()).toEqual(new Set([personPair(ANNA, GROUP), personPair(BEN, GROUP)]));
      await library().people.part(aPerson('Cleo'));
      expect(await pairs()).toEqual(new Set([personPair(ANNA, CLEO), personPair(BEN, GROUP)]));
    });

    it('the questions about the person wait for an answer again', async () => {
      await questions().ask([question(ANNA, BEN, 9), question(ANNA, CLEO, 5), question(GROUP, CLEO, 3)]);
      await merge(ANNA, BEN);
      await part('Anna');
      expect(await openOnes(questions())).toEqual(
        expect.arrayContaining([stored(ANNA, BEN, 9), stored(ANNA, CLEO, 5), stored(GROUP, CLEO, 3)]),
      );
      await questions().ask([]);
      expect(await questions().count()).toBe(0);
    });

    it('nothing is asked about those who are gone by now', async () => {
      await questions().ask([question(ANNA, CLEO, 5)]);
      await merge(ANNA, BEN);
      await library().people.remove([CLEO]);
      await part('Anna');
      expect(await openOnes(questions())).toEqual([]);
      await library().people.part(anUnknownPerson(1));
      expect(await questions().different()).toEqual([]);
    });

    it('however much was said', async () => {
      const others = Array.from({ length: 1200 }, (_, number) => anUnknownPerson(number + 10));
      for (const other of others) await library().people.create(other);
      for (const { id } of others) await different(ANNA, id);
      await merge(ANNA, BEN);
      await part('Anna');
      expect(await pairs()).toEqual(new Set(others.map(({ id }) => personPair(ANNA, id))));
    });
  });
}
