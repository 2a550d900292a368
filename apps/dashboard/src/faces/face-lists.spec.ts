import { fakeApi, labeledAs } from '../testing/faces';
import { type Face, type FaceCriteria } from './face-criteria';
import { FaceLedger } from './face-ledger';
import { FaceLists } from './face-lists';
import { groupCount } from './grid-group';

const ofAnna: FaceCriteria = { state: 'LABELED', personId: 'person Anna', sort: 'DATE' };

describe('lists of faces', () => {
  let truth: Face[];
  let ledger: FaceLedger;
  let lists: FaceLists;
  beforeEach(() => {
    truth = [labeledAs('a', 'Anna'), labeledAs('b', 'Bea')];
    const api = fakeApi(({ filter: { person } }: { filter: { person: string } }) => ({
      faces: {
        nodes: truth.filter((face) => face.person?.id === person),
        pageInfo: { hasNextPage: false, endCursor: 'end' },
      },
    }));
    ledger = new FaceLedger();
    lists = new FaceLists(api, ledger, () => undefined);
  });

  const change = (id: string, name: string) => {
    truth = truth.map((face) => (face.id === id ? labeledAs(id, name) : face));
    ledger.receive([labeledAs(id, name)]);
  };

  it('have what the gateway says, of which a change that is under way is hidden at once', async () => {
    await lists.loadUntil(ofAnna, 1);
    expect(lists.read(ofAnna)).toMatchObject({ ids: ['a'], complete: true, leaving: 0 });
    const number = ledger.begin(['a'], { kind: 'release' });
    expect(lists.read(ofAnna)).toMatchObject({ ids: [], leaving: 1 });
    ledger.settle(number, []);
    expect(lists.read(ofAnna)).toMatchObject({ ids: ['a'], leaving: 0 });
  });

  it('are the same object as long as nothing changed', async () => {
    await lists.loadUntil(ofAnna, 1);
    expect(lists.read(ofAnna)).toBe(lists.read(ofAnna));
  });

  it('read again what is shown, and everything else when somebody looks at it', async () => {
    await lists.loadUntil(ofAnna, 1);
    lists.shown = new Set(['LABELED person Anna DATE']);
    change('b', 'Anna');
    await lists.refresh();
    expect(lists.read(ofAnna).ids).toEqual(['a', 'b']);
  });

  it('never say that nothing is left of what was not read since the last change', async () => {
    lists.shown = new Set(['LABELED person Anna DATE']);
    await lists.loadUntil(ofAnna, 1);
    change('a', 'Bea');
    await lists.refresh();
    expect(groupCount(0, lists.read(ofAnna), 4)).toBe(0);

    // An empty group is not on the screen: nobody reads its list when the face comes back.
    lists.shown = new Set();
    change('a', 'Anna');
    await lists.refresh();
    expect(groupCount(1, lists.read(ofAnna), 4)).toBe(1);
    await lists.loadUntil(ofAnna, 1);
    expect(lists.read(ofAnna)).toMatchObject({ ids: ['a'], complete: true });
  });
});
