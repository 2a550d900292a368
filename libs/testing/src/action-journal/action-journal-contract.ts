import type { ActionJournal, Deed } from '@kindred/domain';
import { anAssignment } from '../builders/a-decision';
import { aPerson, anUnknownPerson } from '../builders/a-person';
import { anAction } from '../builders/an-action';
import { aFaceId, aPersonId } from '../builders/ids';
import { type Open, opening } from '../contract';
import type { LibraryStores } from '../library/library-stores';

const ANNA = aPerson('Anna', { cover: aFaceId(7) });
const GROUP = anUnknownPerson(3);
const BEN = aPersonId('Ben');

const EVERYTHING: readonly Deed[] = [
  { kind: 'created', person: ANNA },
  { kind: 'named', person: GROUP.id, from: GROUP.identity, to: { kind: 'named', name: 'Cleo “∞” Ⅻ' } },
  { kind: 'merged', person: ANNA, into: BEN },
  { kind: 'parted', person: ANNA, from: BEN },
  { kind: 'deleted', person: GROUP },
  { kind: 'restored', person: GROUP },
  {
    kind: 'described',
    person: BEN,
    from: { aliases: [], hidden: false },
    to: { aliases: ['Benny'], hidden: true },
  },
  { kind: 'covered', person: BEN, from: null, to: aFaceId(1) },
  { kind: 'answered', one: ANNA.id, other: BEN, from: null, to: 'different' },
];

/** What every `ActionJournal` promises. */
export function actionJournalContract(
  name: string,
  open: Open<Pick<LibraryStores, 'actions' | 'labels'>>,
): void {
  describe(`${name} as ActionJournal`, () => {
    const library = opening(open);
    const journal = (): ActionJournal => library().actions;
    const actions = EVERYTHING.map((deed, seed) => anAction(deed, { seed, decisions: seed }));
    const ids = (logged: readonly { readonly id: string }[]) => logged.map(({ id }) => id);
    const beginAll = async () => {
      for (const action of actions) await journal().begin(action);
    };
    const settleAll = async () => {
      for (const { id } of actions) await journal().settle(id, 'done');
    };

    it('keeps every fact of every kind of deed', async () => {
      await beginAll();
      for (const action of actions) {
        expect(await journal().get(action.id)).toMatchObject({
          ...action,
          state: 'begun',
          takenBackBy: null,
        });
      }
      expect(await journal().get(aFaceId(404))).toBeNull();
    });

    it('gives sequences that grow strictly, from above 0', async () => {
      await beginAll();
      const sequences = (await journal().unsettled()).map(({ sequence }) => sequence);
      expect(sequences).toHaveLength(actions.length);
      expect(sequences[0]).toBeGreaterThan(0);
      expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    });

    it('ignores an action whose id is known, whatever else it says and however it ended', async () => {
      const [first, second] = actions;
      await journal().begin(first!);
      const other = { ...second!, id: first!.id };
      await journal().begin(other);
      await journal().settle(first!.id, 'done');
      await journal().begin(other);
      expect(await journal().get(first!.id)).toMatchObject({ ...first!, state: 'done' });
      expect(await journal().unsettled()).toEqual([]);
    });

    it('knows what has begun and not ended, oldest first', async () => {
      await beginAll();
      await journal().settle(actions[1]!.id, 'done');
      await journal().settle(actions[2]!.id, 'refused');
      await journal().settle(aFaceId(404), 'done');
      const open = actions.filter((_, index) => index !== 1 && index !== 2);
      expect(ids(await journal().unsettled())).toEqual(ids(open));
    });

    it('lets an action end once', async () => {
      const [one, other] = actions;
      for (const action of [one!, other!]) await journal().begin(action);
      await journal().settle(one!.id, 'done');
      await journal().settle(one!.id, 'refused');
      await journal().settle(other!.id, 'refused');
      await journal().settle(other!.id, 'done');
      expect((await journal().get(one!.id))!.state).toBe('done');
      expect((await journal().get(other!.id))!.state).toBe('refused');
    });

    it('answers what was done before a sequence, newest first, at most as many as asked for', async () => {
      await beginAll();
      expect(await journal().before(null, 100)).toEqual([]);
      await settleAll();
      const all = await journal().before(null, 100);
      expect(ids(all)).toEqual(ids([...actions].reverse()));
      for (const [index, { sequence }] of all.entries()) {
        expect(await journal().before(sequence, 100)).toEqual(all.slice(index + 1));
        expect(await journal().before(sequence, 2)).toEqual(all.slice(index + 1, index + 3));
      }
    });

    it('does not tell of what was refused', async () => {
      await beginAll();
      await journal().settle(actions[0]!.id, 'refused');
      expect(await journal().before(null, 100)).toEqual([]);
    });

    it('remembers what had been said of faces before', async () => {
      const said = (seed: number) => library().labels.append([anAssignment(aFaceId(seed), BEN)]);
      await journal().begin(actions[0]!);
      await said(1);
      await journal().begin(actions[1]!);
      await journal().begin(actions[2]!);
      await said(2);
      const [first] = await library().labels.after(0, 1);
      const after = async (index: number) => (await journal().get(actions[index]!.id))!.after;
      expect([await after(0), await after(1), await after(2)]).toEqual([0, first!.sequence, first!.sequence]);
    });

    it('knows by what an action was taken back, once that is done', async () => {
      const [one, other] = actions as [(typeof actions)[0], (typeof actions)[0]];
      const takenBackBy = async () => (await journal().get(one.id))!.takenBackBy;
      await journal().begin(one);
      await journal().settle(one.id, 'done');
      await journal().begin({ ...other, takesBack: one.id });
      expect(await takenBackBy()).toBeNull();
      await journal().settle(other.id, 'refused');
      expect(await takenBackBy()).toBeNull();
      const third = { ...actions[2]!, takesBack: one.id };
      await journal().begin(third);
      await journal().settle(third.id, 'done');
      expect(await takenBackBy()).toBe(third.id);
      expect((await journal().before(null, 100)).map(({ takenBackBy: by }) => by)).toEqual([null, third.id]);
      expect((await journal().get(third.id))!.takesBack).toBe(one.id);
    });
  });
}
