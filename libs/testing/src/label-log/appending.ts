import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Decision, LabelLog, LoggedDecision } from '@kindred/domain';
import {
  aDeletion,
  anAssignment,
  anIgnoring,
  anUnassignment,
  anUnignoring,
  aRejection,
  aRestoration,
} from '../builders/a-decision';
import { aDecisionId, aFaceId, aPersonId, aPhotoId } from '../builders/ids';

const FACE = aFaceId();
const ANNA = aPersonId('Anna');
const EVERYTHING: readonly Decision[] = [
  anAssignment(FACE, ANNA, { actor: 'Zoë “Z” 🙂', at: '2020-02-29T23:59:59.999Z', photo: aPhotoId(7) }),
  anUnassignment(FACE),
  aRejection(FACE, ANNA),
  { ...aDeletion(FACE), box: { x: 1 / 3, y: 0, width: 0.1 + 0.2, height: 1e-9 } } as Decision,
  aRestoration(FACE),
  anAssignment(FACE, ANNA, { action: aDecisionId('an action'), seed: 'of an action' }),
  anIgnoring(FACE),
  anUnignoring(FACE),
];

const assignments = (count: number, seed = 'many') =>
  Array.from({ length: count }, (_, index) => anAssignment(aFaceId(`${seed} ${index}`), ANNA));

const saidOf = ({ sequence: _, ...decision }: LoggedDecision) => decision;

export function describeAppending(log: () => LabelLog): void {
  const all = async () => log().after(0, 100_000);

  describe('appending', () => {
    it('keeps every fact of every kind of decision, in the order given', async () => {
      await log().append(EVERYTHING);
      expect((await all()).map(saidOf)).toEqual(EVERYTHING);
    });

    it('gives sequences that grow strictly, from above 0', async () => {
      await log().append(assignments(3, 'one'));
      await log().append(assignments(3, 'two'));
      const sequences = (await all()).map(({ sequence }) => sequence);
      expect(sequences).toHaveLength(6);
      expect(sequences[0]).toBeGreaterThan(0);
      expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    });

    it('ignores decisions whose id is known, whatever else they say', async () => {
      const [first] = EVERYTHING;
      await log().append([first!]);
      const before = await all();
      const other = aRejection(aFaceId(2), aPersonId('Ben'), { id: first!.id });
      await log().append([first!, other]);
      await log().append([other]);
      expect(await all()).toEqual(before);
      expect(await log().ofFaces([aFaceId(2)])).toEqual(new Map());
    });

    it('keeps what is new beside what is known', async () => {
      await log().append(EVERYTHING.slice(1, 3));
      await log().append(EVERYTHING);
      const kinds = (await all()).map(({ kind }) => kind);
      expect(kinds).toEqual([
        'unassign',
        'reject',
        'assign',
        'delete',
        'restore',
        'assign',
        'ignore',
        'unignore',
      ]);
    });

    it('keeps the first of two decisions of one id in one batch', async () => {
      const id = aDecisionId('twice');
      await log().append([anAssignment(FACE, ANNA, { id }), aRejection(FACE, ANNA, { id })]);
      expect((await all()).map(({ kind }) => kind)).toEqual(['assign']);
    });

    it('keeps all of a batch or, where one cannot be kept, none', async () => {
      const torn = new Proxy(anUnassignment(aFaceId('torn')), {
        get(target, name) {
          if (name === 'at') throw new Error('cannot be read');
          return Reflect.get(target, name) as unknown;
        },
      });
      await expect(log().append([...assignments(3), torn, ...EVERYTHING])).rejects.toBeDefined();
      expect(await all()).toEqual([]);
      await log().append(EVERYTHING);
      expect(await all()).toHaveLength(EVERYTHING.length);
    });

    it('shows readers a batch whole or not at all', async () => {
      const lengths = new Set<number>();
      let appended = false;
      const appending = log()
        .append(assignments(2000))
        .finally(() => (appended = true));
      while (!appended) {
        lengths.add((await all()).length);
        await nextTurn();
      }
      await appending;
      lengths.add((await all()).length);
      for (const length of lengths) expect([0, 2000]).toContain(length);
      expect(lengths).toContain(2000);
    });

    it('nothing does nothing', async () => {
      await log().append([]);
      expect(await all()).toEqual([]);
    });

    it('by many at once keeps every decision once, batches together and in order', async () => {
      const batches = Array.from({ length: 15 }, (_, index) => assignments(7, `batch ${index % 12}`));
      await Promise.all(batches.map((batch) => log().append(batch)));
      const faces = (await all()).map(({ face }) => face);
      expect(faces).toHaveLength(12 * 7);
      for (const batch of batches) {
        const start = faces.indexOf(batch[0]!.face);
        expect(faces.slice(start, start + 7)).toEqual(batch.map(({ face }) => face));
      }
    });

    it('never shows a decision before one of a smaller sequence', async () => {
      const seen: LoggedDecision[] = [];
      let writing = true;
      const appending = Promise.all(
        Array.from({ length: 40 }, async (_, index) => {
          for (let wait = index % 5; wait > 0; wait--) await nextTurn();
          await log().append(assignments(3, `${index}`));
        }),
      ).finally(() => (writing = false));
      for (let more = true; more;) {
        more = writing;
        const next = await log().after(seen.at(-1)?.sequence ?? 0, 10_000);
        seen.push(...next);
        await nextTurn();
      }
      await appending;
      expect(seen).toEqual(await all());
      expect(seen).toHaveLength(120);
    });
  });
}
