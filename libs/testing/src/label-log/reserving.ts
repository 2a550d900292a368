import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LabelLog } from '@kindred/domain';
import { anAssignment, anUnassignment, aRejection } from '../builders/a-decision';
import { aDecisionId, aFaceId, aPersonId, aPhotoId } from '../builders/ids';

const ANNA = aPersonId('Anna');
const PHOTO = aPhotoId();
const [PLACE, OTHER] = ['a place', 'another place'].map((seed) => aDecisionId(seed)) as [string, string];
const FACE = aFaceId('of somebody else');

/** What is said of faces of one photo in one action, that of `PLACE`. */
const saying = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anAssignment(aFaceId(`many ${index}`), ANNA, { action: PLACE, seed: `many ${index}` }),
  );

export function describeReserving(log: () => LabelLog): void {
  const facesAfter = async (sequence: number) =>
    (await log().after(sequence, 100_000)).map(({ face }) => face);
  /** How many decisions of the action each way of reading tells. */
  const seen = async () => {
    const ofFaces = await log().ofFaces(saying(3000).map(({ face }) => face));
    return {
      after: (await log().after(0, 100_000)).filter(({ action }) => action === PLACE).length,
      ofFaces: ofFaces.size,
      ofPhoto: (await log().ofPhoto(PHOTO)).filter(({ action }) => action === PLACE).length,
      facesMentioning: (await log().facesMentioning([ANNA])).length,
      ofAction: (await log().ofAction(PLACE, 0, 100_000)).length,
    };
  };
  const everywhere = (count: number) => ({
    after: count,
    ofFaces: count,
    ofPhoto: count,
    facesMentioning: count,
    ofAction: count,
  });

  describe('reserving a place', () => {
    it('lets what is appended there come before everything that was said since', async () => {
      await log().append([anUnassignment(FACE, { seed: 'before' })]);
      await log().reserve(PLACE, 2);
      await log().append([anUnassignment(FACE, { seed: 'since' })]);
      const decisions = saying(2);
      await log().append(decisions, PLACE);
      expect(await facesAfter(0)).toEqual([FACE, ...decisions.map(({ face }) => face), FACE]);
      expect(await log().reserved()).toEqual([]);
    });

    it('keeps whoever reads on before it, while what is said since is heard at once where it is asked for', async () => {
      await log().append([anUnassignment(FACE, { seed: 'before' })]);
      const last = await log().lastSequence();
      await log().reserve(PLACE, 2);
      await log().append([aRejection(FACE, ANNA, { seed: 'since' })]);
      expect(await facesAfter(0)).toEqual([FACE]);
      expect(await log().lastSequence()).toBe(last);
      expect((await log().ofFaces([FACE])).get(FACE)).toHaveLength(2);
      expect(await log().ofPhoto(PHOTO)).toHaveLength(2);
      expect(await log().facesMentioning([ANNA])).toEqual([FACE]);
      expect((await log().before(null, 10)).map(({ kind }) => kind)).toEqual(['reject', 'unassign']);
      await log().append(saying(2), PLACE);
      expect(await facesAfter(last)).toHaveLength(3);
      expect(await log().lastSequence()).toBe((await log().after(0, 10)).at(-1)!.sequence);
    });

    it('in an empty log keeps readers at 0', async () => {
      await log().reserve(PLACE, 2);
      expect(await log().lastSequence()).toBe(0);
      await log().append([anUnassignment(FACE)]);
      expect(await log().lastSequence()).toBe(0);
    });

    it('shows nothing of what is written there before it is all there, whichever way it is read', async () => {
      await log().reserve(PLACE, 2500);
      let appended = false;
      const appending = log()
        .append(saying(2500), PLACE)
        .finally(() => (appended = true));
      while (!appended) {
        const shown = await seen();
        for (const count of Object.values(shown)) expect([0, 2500]).toContain(count);
        await nextTurn();
      }
      await appending;
      expect(await seen()).toEqual(everywhere(2500));
    });

    it('takes fewer decisions than there is room for, or none', async () => {
      await log().reserve(PLACE, 1000);
      await log().append(saying(2), PLACE);
      await log().reserve(OTHER, 10);
      await log().append([], OTHER);
      await log().append([anUnassignment(FACE)]);
      expect(await facesAfter(0)).toHaveLength(3);
      expect(await log().reserved()).toEqual([]);
    });

    it('refuses more than there is room for, and what comes too late, without saying any of it', async () => {
      await log().reserve(PLACE, 999);
      await expect(log().append(saying(1000), PLACE)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(log().append(saying(1), PLACE)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await seen()).toEqual(everywhere(0));
      expect(await log().reserved()).toEqual([]);
    });

    it('gives it up with what was written there when writing fails', async () => {
      const torn = new Proxy(anUnassignment(aFaceId('torn')), {
        get(target, name) {
          if (name === 'at') throw new Error('cannot be read');
          return Reflect.get(target, name) as unknown;
        },
      });
      await log().reserve(PLACE, 2000);
      await expect(log().append([...saying(1500), torn], PLACE)).rejects.toBeDefined();
      expect(await log().reserved()).toEqual([]);
      expect(await seen()).toEqual(everywhere(0));
      await log().append(saying(1500));
      expect(await seen()).toEqual(everywhere(1500));
    });

    it('is one place however often it is asked for, and tells of all in the order of the log', async () => {
      await log().reserve(PLACE, 2);
      await log().reserve(OTHER, 2);
      await log().reserve(PLACE, 2);
      expect(await log().reserved()).toEqual([PLACE, OTHER]);
      await log().append(saying(2), PLACE);
      expect(await log().reserved()).toEqual([OTHER]);
      await log().append([anUnassignment(FACE)], OTHER);
      expect(await facesAfter(0)).toHaveLength(3);
    });
  });

  describe('giving a place up', () => {
    it('leaves the log as if it had never been reserved', async () => {
      await log().append([anUnassignment(FACE, { seed: 'before' })]);
      await log().reserve(PLACE, 10);
      await log().append([anUnassignment(FACE, { seed: 'since' })]);
      await log().discard(PLACE);
      expect(await log().reserved()).toEqual([]);
      expect(await facesAfter(0)).toEqual([FACE, FACE]);
      await log().append(saying(10));
      expect(await seen()).toEqual(everywhere(10));
    });

    it('takes nothing back that was said, and nothing that nobody knows', async () => {
      await log().reserve(PLACE, 2);
      await log().append(saying(2), PLACE);
      await log().discard(PLACE);
      await log().discard(OTHER);
      expect(await seen()).toEqual(everywhere(2));
    });

    it('while it is being filled says all of it or nothing', async () => {
      await log().reserve(PLACE, 2500);
      const appending = log()
        .append(saying(2500), PLACE)
        .then(
          () => 2500,
          () => 0,
        );
      await nextTurn();
      await log().discard(PLACE);
      expect(await seen()).toEqual(everywhere(await appending));
    });
  });

  describe('appending very many', () => {
    it('makes nobody else wait, who comes after them', async () => {
      let isAllThere = false;
      const appending = log()
        .append(saying(20_000))
        .then(() => (isAllThere = true));
      while ((await log().reserved()).length === 0) await nextTurn();
      for (let index = 0; index < 5; index += 1) {
        await log().append([anUnassignment(FACE, { seed: index })]);
        expect(isAllThere).toBe(false);
        expect((await log().ofFaces([FACE])).get(FACE)).toHaveLength(index + 1);
      }
      await appending;
      const faces = await facesAfter(0);
      expect(faces).toHaveLength(20_005);
      expect(faces.slice(-5)).toEqual(Array.from({ length: 5 }, () => FACE));
    }, 60_000);

    it('leaves what somebody else says of it, by the same ids, to be heard once, whatever becomes of the others', async () => {
      await log().reserve(PLACE, 1000);
      const decisions = saying(1000);
      const appending = log()
        .append(decisions, PLACE)
        .catch(() => undefined);
      await nextTurn();
      await log().append(decisions.slice(0, 2));
      await log().discard(PLACE);
      await appending;
      const { ofFaces } = await seen();
      expect([2, 1000]).toContain(ofFaces);
      expect(await facesAfter(0)).toHaveLength(ofFaces);
    });
  });
}
