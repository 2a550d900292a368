import type { FaceId, FaceStore } from '@kindred/domain';
import { aFaceId } from '../builders/ids';
import type { LibraryStores } from '../library/library-stores';
import { addFaces, ANNA, aView, BEN, project, SOMEBODY, suggest } from './faces';

const ALONE = { state: 'unknown', person: null };
const IS_ANNA = { state: 'labeled', person: ANNA.id };

export function describeProjecting(library: () => LibraryStores): void {
  const faces = (): FaceStore => library().faces;
  const standingOf = async (face: FaceId) => (await faces().get(face))!.standing;
  const rejectionsOf = async (face: FaceId) => (await faces().rejectionsOf([face])).get(face) ?? new Set();

  describe('showing what humans say', () => {
    let face: FaceId;
    beforeEach(async () => {
      for (const person of [ANNA, BEN, SOMEBODY]) await library().people.create(person);
      [face] = (await addFaces(faces(), 1)) as [FaceId];
    });

    it('sets and clears the label', async () => {
      await project(faces(), face, { assigned: ANNA.id, through: 1 });
      expect(await standingOf(face)).toEqual(IS_ANNA);
      expect(await faces().labeledAs(ANNA.id)).toEqual([face]);
      await project(faces(), face, { assigned: BEN.id, through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: BEN.id });
      expect(await faces().labeledAs(ANNA.id)).toEqual([]);
      await project(faces(), face, { through: 3 });
      expect(await standingOf(face)).toEqual(ALONE);
      expect(await faces().labeledAs(BEN.id)).toEqual([]);
    });

    it('stores rejections, and drops those that no longer hold', async () => {
      const [other] = await addFaces(faces(), 2);
      await project(faces(), face, { rejected: [ANNA.id, BEN.id], through: 1 });
      await project(faces(), other!, { rejected: [BEN.id], through: 2 });
      const asked = [face, aFaceId(404), other!];
      expect(await faces().rejectionsOf(asked)).toEqual(
        new Map([
          [face, new Set([ANNA.id, BEN.id])],
          [other, new Set([BEN.id])],
        ]),
      );
      await project(faces(), face, { rejected: [BEN.id], through: 3 });
      expect(await rejectionsOf(face)).toEqual(new Set([BEN.id]));
      await project(faces(), face, { through: 4 });
      expect(await faces().rejectionsOf([face])).toEqual(new Map());
    });

    it('ignores a view that is older than the one shown, rejections included', async () => {
      await project(faces(), face, { assigned: ANNA.id, rejected: [BEN.id], through: 7 });
      await project(faces(), face, { assigned: BEN.id, rejected: [ANNA.id], through: 6 });
      await project(faces(), face, { through: 0 });
      expect(await standingOf(face)).toEqual(IS_ANNA);
      expect(await rejectionsOf(face)).toEqual(new Set([BEN.id]));
    });

    it('applies a view of the same age again, since a merge changes whom it names', async () => {
      await project(faces(), face, { assigned: ANNA.id, rejected: [SOMEBODY.id], through: 7 });
      await project(faces(), face, { assigned: BEN.id, rejected: [ANNA.id], through: 7 });
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: BEN.id });
      expect(await rejectionsOf(face)).toEqual(new Set([ANNA.id]));
    });

    it('may be repeated at any time', async () => {
      for (let time = 0; time < 3; time++) {
        await project(faces(), face, { assigned: ANNA.id, rejected: [BEN.id], through: 2 });
        expect(await standingOf(face)).toEqual(IS_ANNA);
        expect(await faces().counts()).toEqual({ labeled: 1, inferred: 0, unknown: 0, ignored: 0 });
        expect((await library().people.get(ANNA.id))!.counts.labeled).toBe(1);
      }
    });

    it('ends with the newest view, in whatever order several services project', async () => {
      const views = Array.from({ length: 20 }, (_, index) => ({
        assigned: index % 2 === 0 ? ANNA.id : BEN.id,
        rejected: index % 2 === 0 ? [BEN.id] : [ANNA.id],
        through: 1 + ((index * 7) % 20),
      }));
      await Promise.all(views.map((view) => project(faces(), face, view)));
      const newest = views.find(({ through }) => through === 20)!;
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: newest.assigned });
      expect(await rejectionsOf(face)).toEqual(new Set(newest.rejected));
    });

    it('ignores a view that knows less of what was said, though the last word in it is the same', async () => {
      await project(faces(), face, { assigned: ANNA.id, rejected: [BEN.id], through: 7, said: 2 });
      await project(faces(), face, { rejected: [BEN.id], through: 7, said: 1 });
      expect(await standingOf(face)).toEqual(IS_ANNA);
      await project(faces(), face, { assigned: BEN.id, through: 7, said: 3 });
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: BEN.id });
    });

    it('judges the age of each face by itself', async () => {
      const [other] = await addFaces(faces(), 2);
      await project(faces(), face, { assigned: ANNA.id, through: 5 });
      await faces().project(
        new Map([
          [face, aView({ through: 4 })],
          [other!, aView({ assigned: ANNA.id, through: 4 })],
        ]),
      );
      expect(await standingOf(face)).toEqual(IS_ANNA);
      expect(await standingOf(other!)).toEqual(IS_ANNA);
    });

    it('sets a suggestion aside that an assignment contradicts, until that is taken back', async () => {
      await suggest(faces(), BEN.id, [face], 0.625);
      await project(faces(), face, { assigned: ANNA.id, through: 1 });
      expect(await standingOf(face)).toEqual(IS_ANNA);
      expect((await library().people.get(BEN.id))!.counts.inferred).toBe(0);
      await project(faces(), face, { through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'inferred', person: BEN.id, confidence: 0.625 });
      expect((await library().people.get(BEN.id))!.counts.inferred).toBe(1);
    });

    it('sets a suggestion aside that a rejection contradicts, until that is taken back', async () => {
      await suggest(faces(), BEN.id, [face], 0.625);
      await project(faces(), face, { rejected: [BEN.id], through: 1 });
      await project(faces(), face, { rejected: [BEN.id, ANNA.id], through: 2 });
      expect(await standingOf(face)).toEqual(ALONE);
      await project(faces(), face, { rejected: [ANNA.id], through: 3 });
      expect(await standingOf(face)).toEqual({ state: 'inferred', person: BEN.id, confidence: 0.625 });
    });

    it('brings back no suggestion when another was made meanwhile', async () => {
      await suggest(faces(), BEN.id, [face], 0.625);
      await project(faces(), face, { rejected: [BEN.id], through: 1 });
      await suggest(faces(), ANNA.id, [face], 0.75);
      await project(faces(), face, { through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.75 });
    });

    it('brings a suggestion back for whom its person became, and none for somebody who is gone', async () => {
      const [other] = await addFaces(faces(), 2);
      await suggest(faces(), BEN.id, [face], 0.625);
      await suggest(faces(), SOMEBODY.id, [other!]);
      await project(faces(), face, { rejected: [BEN.id], through: 1 });
      await project(faces(), other!, { rejected: [SOMEBODY.id], through: 1 });
      await library().people.mergeInto(BEN.id, ANNA.id);
      await library().people.remove([SOMEBODY.id]);
      await project(faces(), face, { through: 2 });
      await project(faces(), other!, { through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.625 });
      expect(await standingOf(other!)).toEqual(ALONE);
    });

    it('knows no suggestion any more that several people were rejected for', async () => {
      await suggest(faces(), BEN.id, [face]);
      await project(faces(), face, { rejected: [BEN.id] });
      expect(await standingOf(face)).toEqual(ALONE);
      await suggest(faces(), SOMEBODY.id, [face]);
      await project(faces(), face, { rejected: [SOMEBODY.id, BEN.id], through: 2 });
      expect(await standingOf(face)).toEqual(ALONE);
    });

    it('keeps a suggestion that nothing contradicts', async () => {
      await suggest(faces(), BEN.id, [face], 0.625);
      await project(faces(), face, { rejected: [ANNA.id], through: 1 });
      const inferred = { state: 'inferred', person: BEN.id, confidence: 0.625 };
      expect(await standingOf(face)).toEqual(inferred);
      await project(faces(), face, { assigned: BEN.id, rejected: [ANNA.id], through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: BEN.id });
      await project(faces(), face, { rejected: [ANNA.id], through: 3 });
      expect(await standingOf(face)).toEqual(inferred);
    });

    it('ignores faces that are gone', async () => {
      await project(faces(), aFaceId(404), { assigned: ANNA.id, rejected: [BEN.id] });
      expect(await faces().get(aFaceId(404))).toBeNull();
      expect(await faces().rejectionsOf([aFaceId(404)])).toEqual(new Map());
      expect((await library().people.get(ANNA.id))!.counts.labeled).toBe(0);
    });

    it('of thousands of faces at once', async () => {
      const ids = await addFaces(faces(), ...Array.from({ length: 1200 }, (_, seed) => seed));
      await faces().project(new Map(ids.map((id) => [id, aView({ assigned: ANNA.id })])));
      expect(new Set(await faces().labeledAs(ANNA.id))).toEqual(new Set(ids));
      expect((await faces().counts()).labeled).toBe(1200);
      await faces().project(new Map());
    });
  });
}
