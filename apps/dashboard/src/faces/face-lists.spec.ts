import { type FaceFilter } from '../graphql/generated/graphql';
import { fakeApi, labeledAs } from '../testing/faces';
import { type Face, type FaceCriteria } from './face-criteria';
import { FaceLedger } from './face-ledger';
import { FaceLists } from './face-lists';
import { groupCount } from './grid-group';

const ofAnna: FaceCriteria = { state: 'LABELED', personId: 'person Anna', sort: 'DATE' };

interface Asked {
  filter: FaceFilter;
  first?: number;
  after?: string | null;
  skip?: number;
}

describe('lists of faces', () => {
  let truth: Face[];
  let ledger: FaceLedger;
  let lists: FaceLists;
  let api: ReturnType<typeof fakeApi>;
  beforeEach(() => {
    truth = [labeledAs('a', 'Anna'), labeledAs('b', 'Bea')];
    api = fakeApi(({ filter, first, after, skip }: Asked) => {
      const found = truth.filter(({ person }) => !filter.person || person?.id === filter.person);
      if (first === undefined) {
        return {
          faceTimeline: { count: found.length, buckets: [{ key: '', position: 0, count: 0, after: '0' }] },
        };
      }
      const from = Number(after ?? 0) + (skip ?? 0);
      const end = Math.min(found.length, from + first);
      const pageInfo = { hasNextPage: end < found.length, endCursor: String(end) };
      return { faces: { nodes: found.slice(from, end), pageInfo } };
    });
    ledger = new FaceLedger();
    lists = new FaceLists(api, ledger, () => undefined);
  });

  const change = (id: string, name: string) => {
    truth = truth.map((face) => (face.id === id ? labeledAs(id, name) : face));
    ledger.receive([labeledAs(id, name)]);
  };
  const idsOf = (criteria: FaceCriteria) => lists.read(criteria).faces.ids;

  it('have what the gateway says, of which a change that is under way is hidden at once', async () => {
    await lists.want(ofAnna, 0, 1);
    expect(idsOf(ofAnna)).toEqual(['a']);
    expect(lists.read(ofAnna)).toMatchObject({ count: 1, leaving: 0 });
    const number = ledger.begin(['a'], { kind: 'release' });
    expect(idsOf(ofAnna)).toEqual([]);
    expect(lists.read(ofAnna)).toMatchObject({ count: 0, leaving: 1 });
    ledger.settle(number, []);
    expect(idsOf(ofAnna)).toEqual(['a']);
    expect(lists.read(ofAnna)).toMatchObject({ count: 1, leaving: 0 });
  });

  it('are the same object as long as nothing changed in them', async () => {
    await lists.want(ofAnna, 0, 1);
    const before = lists.read(ofAnna);
    ledger.receive([labeledAs('b', 'Bea')]);
    expect(lists.read(ofAnna)).toBe(before);
  });

  it('ask nothing until somebody looks at them', () => {
    expect(lists.read(ofAnna)).toMatchObject({ count: null, loading: false });
    expect(api.asked).toEqual([]);
  });

  it('read again what is shown, and everything else when somebody looks at it', async () => {
    await lists.want(ofAnna, 0, 1);
    lists.shown = new Set(['LABELED person Anna DATE']);
    change('b', 'Anna');
    await lists.refresh();
    expect(idsOf(ofAnna)).toEqual(['a', 'b']);
  });

  it('never say that nothing is left of what was not read since the last change', async () => {
    lists.shown = new Set(['LABELED person Anna DATE']);
    await lists.want(ofAnna, 0, 1);
    change('a', 'Bea');
    await lists.refresh();
    expect(groupCount(0, lists.read(ofAnna), 4)).toBe(0);

    // An empty group is not on the screen: nobody reads its list when the face comes back.
    lists.shown = new Set();
    change('a', 'Anna');
    await lists.refresh();
    expect(groupCount(1, lists.read(ofAnna), 4)).toBe(1);
    await lists.want(ofAnna, 0, 1);
    expect(lists.read(ofAnna)).toMatchObject({ count: 1 });
  });

  it('count themselves where nobody else knows how many there are', async () => {
    truth = Array.from({ length: 1_000 }, (_, index) => labeledAs(`face ${index}`, 'Anna'));
    const all: FaceCriteria = { state: 'LABELED', sort: 'DATE' };
    await lists.want(all, 500, 510);
    expect(lists.read(all)).toMatchObject({ count: 1_000 });
    expect(lists.read(all).faces.at(505)).toBe('face 505');
    expect(lists.read(all).faces.at(5)).toBeUndefined();
  });

  it('are kept while they are shown, and a number of others, however many there were', async () => {
    lists.shown = new Set(['LABELED person Anna DATE']);
    await lists.want(ofAnna, 0, 1);
    for (let index = 0; index < 500; index += 1) {
      await lists.want({ ...ofAnna, personId: `person ${index}` }, 0, 1);
    }
    expect(idsOf(ofAnna)).toEqual(['a']);
    expect(lists.read({ ...ofAnna, personId: 'person 499' }).count).toBe(0);
    expect(lists.read({ ...ofAnna, personId: 'person 0' }).count).toBeNull();
  });

  it('read all faces for whoever wants to do something to all', async () => {
    truth = Array.from({ length: 12_000 }, (_, index) => labeledAs(`face ${index}`, 'Anna'));
    const ids = await lists.readIds(ofAnna);
    expect(ids).toHaveLength(12_000);
    expect(ledger.get('face 0')).not.toBeNull();
  });
});
