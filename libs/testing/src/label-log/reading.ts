import type { LabelLog } from '@kindred/domain';
import { aDeletion, anAssignment, anUnassignment, aRejection, aRestoration } from '../builders/a-decision';
import { aDecisionId, aFaceId, aPersonId, aPhotoId } from '../builders/ids';

const [ONE, TWO, THREE] = [1, 2, 3].map((seed) => aFaceId(seed)) as [
  ReturnType<typeof aFaceId>,
  ReturnType<typeof aFaceId>,
  ReturnType<typeof aFaceId>,
];
const [ANNA, BEN] = [aPersonId('Anna'), aPersonId('Ben')];

export function describeReading(log: () => LabelLog): void {
  const tell = ({ kind, face }: { readonly kind: string; readonly face: string }) => `${kind} ${face}`;

  it('has 0 as the last sequence while nothing was said', async () => {
    expect(await log().lastSequence()).toBe(0);
  });

  describe('reading', () => {
    /** What was said of three faces, of which the last is on another photo. */
    beforeEach(async () => {
      await log().append([anAssignment(ONE, ANNA), anAssignment(TWO, BEN)]);
      await log().append([aRejection(ONE, BEN)]);
      await log().append([
        aDeletion(TWO),
        anUnassignment(ONE),
        aRejection(THREE, ANNA, { photo: aPhotoId(2) }),
      ]);
      await log().append([aRestoration(TWO)]);
    });

    it('answers the decisions about faces, oldest first; faces without any are absent', async () => {
      const found = await log().ofFaces([TWO, aFaceId(404), ONE]);
      expect(new Set(found.keys())).toEqual(new Set([ONE, TWO]));
      expect(found.get(ONE)!.map(({ kind }) => kind)).toEqual(['assign', 'reject', 'unassign']);
      expect(found.get(TWO)!.map(({ kind }) => kind)).toEqual(['assign', 'delete', 'restore']);
      expect(await log().ofFaces([])).toEqual(new Map());
    });

    it('answers thousands of faces', async () => {
      const faces = Array.from({ length: 2500 }, (_, seed) => aFaceId(`many ${seed}`));
      await log().append(faces.map((face) => anAssignment(face, ANNA)));
      expect((await log().ofFaces(faces)).size).toBe(2500);
      expect((await log().facesMentioning([ANNA])).length).toBe(2502);
    });

    it('answers the decisions about the faces of a photo, oldest first', async () => {
      expect((await log().ofPhoto(aPhotoId())).map(tell)).toEqual([
        tell({ kind: 'assign', face: ONE }),
        tell({ kind: 'assign', face: TWO }),
        tell({ kind: 'reject', face: ONE }),
        tell({ kind: 'delete', face: TWO }),
        tell({ kind: 'unassign', face: ONE }),
        tell({ kind: 'restore', face: TWO }),
      ]);
      expect((await log().ofPhoto(aPhotoId(2))).map(tell)).toEqual([tell({ kind: 'reject', face: THREE })]);
      expect(await log().ofPhoto(aPhotoId(404))).toEqual([]);
    });

    it('answers each face that was ever assigned to, or rejected for, one of some people once', async () => {
      expect(new Set(await log().facesMentioning([ANNA]))).toEqual(new Set([ONE, THREE]));
      expect(new Set(await log().facesMentioning([BEN]))).toEqual(new Set([ONE, TWO]));
      const both = await log().facesMentioning([ANNA, BEN, aPersonId(404)]);
      expect(new Set(both)).toEqual(new Set([ONE, TWO, THREE]));
      expect(both).toHaveLength(3);
      expect(await log().facesMentioning([aPersonId(404)])).toEqual([]);
      expect(await log().facesMentioning([])).toEqual([]);
    });

    it('answers what comes after a sequence, oldest first, at most as many as asked for', async () => {
      const all = await log().after(0, 100);
      expect(all).toHaveLength(7);
      for (const [index, { sequence }] of all.entries()) {
        expect(await log().after(sequence, 100)).toEqual(all.slice(index + 1));
        expect(await log().after(sequence, 2)).toEqual(all.slice(index + 1, index + 3));
      }
    });

    it('answers the decisions of an action, oldest first, at most as many as asked for', async () => {
      const [one, other] = ['one', 'other'].map((seed) => aDecisionId(`action ${seed}`)) as [string, string];
      const faces = [1, 2, 3].map((seed) => aFaceId(`of an action ${seed}`));
      await log().append(faces.map((face) => anAssignment(face, ANNA, { action: one })));
      await log().append([anUnassignment(faces[0]!, { action: other })]);
      const said = await log().ofAction(one, 0, 100);
      expect(said).toMatchObject(faces.map((face) => ({ kind: 'assign', face, action: one })));
      expect(await log().ofAction(one, 0, 2)).toEqual(said.slice(0, 2));
      expect(await log().ofAction(one, said[0]!.sequence, 100)).toEqual(said.slice(1));
      expect(await log().ofAction(other, 0, 100)).toMatchObject([{ kind: 'unassign', face: faces[0] }]);
      expect(await log().ofAction(aDecisionId('action of nobody'), 0, 100)).toEqual([]);
    });

    it('leaves decisions that belong to an action out of those before a sequence', async () => {
      const before = await log().before(null, 100);
      await log().append([anUnassignment(THREE, { action: aDecisionId('an action') })]);
      expect(await log().before(null, 100)).toEqual(before);
      expect(await log().after(0, 100)).toHaveLength(before.length + 1);
    });

    it('answers what comes before a sequence, newest first, at most as many as asked for', async () => {
      const all = [...(await log().after(0, 100))].reverse();
      expect(await log().before(null, 100)).toEqual(all);
      for (const [index, { sequence }] of all.entries()) {
        expect(await log().before(sequence, 100)).toEqual(all.slice(index + 1));
        expect(await log().before(sequence, 2)).toEqual(all.slice(index + 1, index + 3));
      }
    });

    it('answers the last sequence, whether or not it belongs to an action', async () => {
      expect(await log().lastSequence()).toBe((await log().after(0, 100)).at(-1)!.sequence);
      await log().append([anUnassignment(THREE, { action: aDecisionId('an action') })]);
      expect(await log().lastSequence()).toBe((await log().after(0, 100)).at(-1)!.sequence);
    });

    it('answers the same decisions whichever way they are asked for', async () => {
      const all = await log().after(0, 100);
      const ofFaces = await log().ofFaces([ONE, TWO, THREE]);
      for (const [face, decisions] of ofFaces) {
        expect(decisions).toEqual(all.filter((decision) => decision.face === face));
      }
      expect(await log().ofPhoto(aPhotoId())).toEqual(all.filter(({ photo }) => photo === aPhotoId()));
    });
  });

  describe('remembering what is shown', () => {
    it('starts at 0 and takes what is marked', async () => {
      expect(await log().projectedUpTo()).toBe(0);
      await log().markProjected(5);
      expect(await log().projectedUpTo()).toBe(5);
    });

    it('never goes back, whoever is late', async () => {
      await Promise.all([3, 9, 4, 8].map((sequence) => log().markProjected(sequence)));
      await log().markProjected(2);
      expect(await log().projectedUpTo()).toBe(9);
    });
  });
}
