import type { FaceId, FaceStore } from '@kindred/domain';
import { aDeletion, aRestoration } from '../builders/a-decision';
import { aFace } from '../builders/a-face';
import { aFaceId, aPhotoId } from '../builders/ids';
import type { SettableClock } from '../clock/settable-clock';
import type { LibraryStores } from '../library/library-stores';
import { readAll } from '../paging/read-all';
import { addFaces, ANNA, aView, BEN, project, SOMEBODY, suggest } from './faces';

const IGNORED = { state: 'ignored', person: null } as const;
const [MONDAY, TUESDAY, WEDNESDAY] = ['05', '06', '07'].map((day) => `2026-01-${day}T12:00:00.000Z`) as [
  string,
  string,
  string,
];

export function describeHiding(library: () => LibraryStores, clock: () => SettableClock): void {
  const faces = (): FaceStore => library().faces;
  const standingOf = async (id: FaceId) => (await faces().get(id))?.standing;
  const idsOf = (those: readonly { readonly id: FaceId }[]) => those.map(({ id }) => id);

  describe('ignoring', () => {
    let face: FaceId;
    let other: FaceId;

    beforeEach(async () => {
      for (const person of [ANNA, BEN, SOMEBODY]) await library().people.create(person);
      [face, other] = (await addFaces(faces(), 1, 2)) as [FaceId, FaceId];
      await suggest(faces(), SOMEBODY.id, [face, other], 0.5);
    });

    it('takes a face out of its group and out of every list but that of ignored ones', async () => {
      await project(faces(), face, { ignored: true });
      expect(await standingOf(face)).toEqual(IGNORED);
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 0, unknown: 1, ignored: 1 });
      expect((await library().people.get(SOMEBODY.id))!.counts.unknown).toBe(1);
      expect(idsOf((await faces().list({ limit: 10 })).items)).toEqual([other]);
      expect(idsOf((await faces().list({ limit: 10, person: null })).items)).toEqual([]);
      expect(idsOf((await faces().list({ limit: 10, person: SOMEBODY.id })).items)).toEqual([other]);
      expect(idsOf((await faces().list({ limit: 10, state: 'ignored' })).items)).toEqual([face]);
    });

    it('leaves a face to be found by its id, in its photo and by who reads every face', async () => {
      await project(faces(), face, { ignored: true, rejected: [BEN.id] });
      expect(idsOf(await faces().getMany([face]))).toEqual([face]);
      expect(idsOf(await faces().ofPhoto(aPhotoId()))).toContain(face);
      expect(idsOf(await readAll((page) => faces().scroll(page)))).toContain(face);
      expect((await faces().rejectionsOf([face])).get(face)).toEqual(new Set([BEN.id]));
    });

    it('ends with what the face was: its label, or what is suggested, also after a merge', async () => {
      await project(faces(), other, { assigned: ANNA.id, through: 1 });
      for (const id of [face, other]) await project(faces(), id, { ignored: true, through: 2 });
      await library().people.mergeInto(SOMEBODY.id, BEN.id);
      await faces().moveSuggestions(SOMEBODY.id, BEN.id);
      await project(faces(), face, { through: 3 });
      await project(faces(), other, { assigned: ANNA.id, through: 3 });
      expect(await standingOf(face)).toEqual({ state: 'inferred', person: BEN.id, confidence: 0.5 });
      expect(await standingOf(other)).toEqual({ state: 'labeled', person: ANNA.id });
      expect(await faces().counts()).toEqual({ labeled: 1, inferred: 1, unknown: 0, ignored: 0 });
    });

    it('keeps suggestions away, and looking at the photo again changes nothing', async () => {
      await project(faces(), face, { ignored: true });
      expect(await suggest(faces(), BEN.id, [face])).toBe(0);
      expect(await faces().changeSuggestions({ set: [], clear: [face] })).toBe(0);
      await faces().upsert([aFace({ seed: 1, score: 0.25 })]);
      expect(await faces().get(face)).toMatchObject({ score: 0.25, standing: IGNORED });
    });

    it('is outlived by nobody: a person that is gone is not named when it ends', async () => {
      await project(faces(), face, { ignored: true, through: 1 });
      await library().people.remove([SOMEBODY.id]);
      await project(faces(), face, { through: 2 });
      expect(await standingOf(face)).toEqual({ state: 'unknown', person: null });
    });
  });

  describe('deleting', () => {
    let face: FaceId;
    let kept: FaceId;

    beforeEach(async () => {
      for (const person of [ANNA, BEN]) await library().people.create(person);
      [face, kept] = (await addFaces(faces(), 1, 2)) as [FaceId, FaceId];
      await project(faces(), face, { assigned: ANNA.id, rejected: [BEN.id], through: 1 });
      await suggest(faces(), ANNA.id, [kept]);
    });

    it('takes a face out of every answer and every count', async () => {
      await project(faces(), face, { rejected: [BEN.id], deletedAt: MONDAY, through: 2 });
      expect(await faces().get(face)).toBeNull();
      expect(idsOf(await faces().getMany([face, kept]))).toEqual([kept]);
      expect(idsOf(await faces().ofPhoto(aPhotoId()))).toEqual([kept]);
      expect(idsOf((await faces().list({ limit: 10 })).items)).toEqual([kept]);
      expect(idsOf((await faces().list({ limit: 10, state: 'ignored' })).items)).toEqual([]);
      expect(idsOf(await readAll((page) => faces().scroll(page)))).toEqual([kept]);
      expect(await faces().labeledAs(ANNA.id)).toEqual([]);
      expect(await faces().rejectionsOf([face])).toEqual(new Map());
      expect(await faces().counts()).toEqual({ labeled: 0, inferred: 1, unknown: 0, ignored: 0 });
      expect((await library().people.get(ANNA.id))!.counts).toEqual({ labeled: 0, inferred: 1, unknown: 0 });
    });

    it('keeps the face as it was: what humans and the trainer said of it comes back with it', async () => {
      await project(faces(), kept, { rejected: [BEN.id], deletedAt: MONDAY, through: 2 });
      await project(faces(), face, { rejected: [BEN.id], deletedAt: MONDAY, through: 2 });
      expect(await suggest(faces(), BEN.id, [kept])).toBe(0);
      expect(await faces().changeSuggestions({ set: [], clear: [kept] })).toBe(0);
      await project(faces(), kept, { rejected: [BEN.id], through: 3 });
      await project(faces(), face, { assigned: ANNA.id, rejected: [BEN.id], through: 4 });
      expect(await standingOf(kept)).toEqual({ state: 'inferred', person: ANNA.id, confidence: 0.75 });
      expect(await standingOf(face)).toEqual({ state: 'labeled', person: ANNA.id });
      expect((await faces().rejectionsOf([face])).get(face)).toEqual(new Set([BEN.id]));
      expect(await faces().counts()).toEqual({ labeled: 1, inferred: 1, unknown: 0, ignored: 0 });
      expect(await faces().get(face)).toMatchObject(aFace({ seed: 1 }));
    });

    it('hides an ignored face too, which is ignored when it is back', async () => {
      await project(faces(), face, { ignored: true, deletedAt: MONDAY, through: 2 });
      expect((await faces().counts()).ignored).toBe(0);
      await project(faces(), face, { ignored: true, through: 3 });
      expect(await standingOf(face)).toEqual(IGNORED);
    });

    it('holds when the face is seen again, until a human or a rescan brings it back', async () => {
      await project(faces(), face, { deletedAt: MONDAY, through: 2 });
      await faces().upsert([aFace({ seed: 1, score: 0.25 })]);
      expect(await faces().get(face)).toBeNull();
      expect(await faces().deletedAmong([face])).toMatchObject([{ id: face, score: 0.25 }]);
    });

    it('ends with the face, whose id then starts afresh', async () => {
      await project(faces(), face, { deletedAt: MONDAY, through: 2 });
      await faces().remove([face]);
      expect(await faces().deletedAmong([face])).toEqual([]);
      await addFaces(faces(), 1);
      expect(await standingOf(face)).toEqual({ state: 'unknown', person: null });
    });

    describe('for good', () => {
      const gone = (through: number) => aView({ deletedAt: MONDAY, through });
      const begin = async (view = gone(2), until = WEDNESDAY) =>
        idsOf(await faces().beginRemoval(new Map([[face, view]]), until));

      it('begins with what was seen of the face, and nothing brings it back then', async () => {
        await faces().project(new Map([[face, gone(2)]]));
        expect(await faces().beginRemoval(new Map([[face, gone(2)]]), WEDNESDAY)).toEqual([
          aFace({ seed: 1 }),
        ]);
        await project(faces(), face, { assigned: ANNA.id, through: 3 });
        expect(await faces().get(face)).toBeNull();
        expect(await faces().deletedAmong([face])).toEqual([]);
        expect(await faces().deletedUntil(WEDNESDAY, 10)).toEqual([face]);
      });

      it('goes on with what had begun, whatever was said since, until the face is removed', async () => {
        await faces().project(new Map([[face, gone(2)]]));
        await begin();
        expect(await begin()).toEqual([face]);
        expect(await begin(aView({ through: 3 }))).toEqual([face]);
        await faces().remove([face]);
        expect(await begin()).toEqual([]);
        await addFaces(faces(), 1);
        expect(await standingOf(face)).toEqual({ state: 'unknown', person: null });
      });

      it('does not begin when something was said that the view does not know of', async () => {
        await faces().project(new Map([[face, gone(3)]]));
        expect(await begin(gone(2))).toEqual([]);
        await project(faces(), face, { through: 4 });
        expect(await begin(gone(4))).toEqual([]);
        expect(await faces().get(face)).not.toBeNull();
      });

      it('does not begin when the label log knows more', async () => {
        await library().labels.append([aDeletion(face)]);
        const through = (await library().labels.ofFaces([face])).get(face)!.at(-1)!.sequence;
        await faces().project(new Map([[face, gone(through)]]));
        await library().labels.append([aRestoration(face)]);
        expect(await begin(gone(through))).toEqual([]);
        expect(idsOf(await faces().deletedAmong([face]))).toEqual([face]);
      });

      it('does not begin with faces that are there, or were deleted later', async () => {
        expect(await begin(aView({ through: 2 }))).toEqual([]);
        clock().set(TUESDAY);
        await faces().project(new Map([[face, aView({ deletedAt: TUESDAY, through: 2 })]]));
        expect(await begin(aView({ deletedAt: TUESDAY, through: 2 }), MONDAY)).toEqual([]);
        expect(await begin(aView({ deletedAt: TUESDAY, through: 2 }), TUESDAY)).toEqual([face]);
      });
    });

    it('tells which of some faces are deleted, with what was seen of them', async () => {
      await project(faces(), face, { deletedAt: MONDAY, through: 2 });
      expect(await faces().deletedAmong([kept, face, aFaceId(404)])).toEqual([aFace({ seed: 1 })]);
      expect(await faces().deletedAmong([])).toEqual([]);
    });

    it('tells which faces were deleted until a time, oldest first, at most as many as asked for', async () => {
      const [third] = await addFaces(faces(), 3);
      for (const [one, day] of [
        [kept, MONDAY],
        [face, TUESDAY],
        [third!, WEDNESDAY],
      ] as const) {
        clock().set(day);
        await project(faces(), one, { deletedAt: day, through: 2 });
      }
      expect(await faces().deletedUntil(TUESDAY, 10)).toEqual([kept, face]);
      expect(await faces().deletedUntil(WEDNESDAY, 2)).toEqual([kept, face]);
      expect(await faces().deletedUntil('2026-01-05T11:59:59.999Z', 10)).toEqual([]);
      await project(faces(), face, { through: 3 });
      expect(await faces().deletedUntil(WEDNESDAY, 10)).toEqual([kept, third]);
    });

    it.each([MONDAY, WEDNESDAY])('counts from when it is shown, though it was said on %s', async (said) => {
      clock().set(TUESDAY);
      await project(faces(), face, { deletedAt: said, through: 2 });
      expect(await faces().deletedUntil(MONDAY, 10)).toEqual([]);
      expect(await faces().deletedUntil(TUESDAY, 10)).toEqual([face]);
    });

    it('counts from when it was first shown, however often it is, and anew when it is said again', async () => {
      clock().set(MONDAY);
      await project(faces(), face, { deletedAt: MONDAY, through: 2 });
      clock().set(TUESDAY);
      await project(faces(), face, { deletedAt: MONDAY, through: 3 });
      expect(await faces().deletedUntil(MONDAY, 10)).toEqual([face]);
      clock().set(WEDNESDAY);
      await project(faces(), face, { deletedAt: TUESDAY, through: 5 });
      expect(await faces().deletedUntil(MONDAY, 10)).toEqual([]);
      expect(await faces().deletedUntil(TUESDAY, 10)).toEqual([face]);
    });
  });
}
