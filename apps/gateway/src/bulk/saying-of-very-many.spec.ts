import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaceId, LabelLog, PersonId } from '@kindred/domain';
import { aFace, aFaceId } from '@kindred/testing';
import { interruptedPorts } from '@kindred/testing-standalone';
import { PeopleActions } from '../actions/people-actions';
import { People } from '../people/people.use-case';
import { reconcileLibrary } from '../reconcile/reconcile-library';
import { TestGateway } from '../testing/test-gateway';
import { BulkLabeling } from './bulk-labeling.use-case';

const CONFIRM = `mutation ($selection: FaceSelection!) { confirmAllFaces(selection: $selection) { id faceCount } }`;
const TAKE_BACK = 'mutation ($id: ID!) { takeBack(actionId: $id) { actionId faces { faceCount } } }';
const RESULTS = '{ results { failure { code } } }';
/** What is said of one face at a time, and what the face is then though it is confirmed as Ada before. */
const SINGLE = [
  ['a label', `labelFaces(faceIds: $ids, name: "Ben") ${RESULTS}`, { state: 'labeled', isBen: true }],
  [
    'a rejection',
    `rejectFaces(faceIds: $ids, personId: $ada) ${RESULTS}`,
    { state: 'unknown', isBen: false },
  ],
  ['unlabeling', `unlabelFaces(faceIds: $ids) ${RESULTS}`, { state: 'inferred', isBen: false }],
  ['ignoring', `ignoreFaces(faceIds: $ids) ${RESULTS}`, { state: 'ignored', isBen: false }],
  ['a deletion', `deleteFaces(faceIds: $ids) ${RESULTS}`, { state: undefined, isBen: false }],
] as const;

describe('saying something of very many faces', () => {
  let gateway: TestGateway;
  let [ada, ben]: PersonId[] = [];
  /** Happens once, right before what is said of many is written to its place in the log. */
  let beforeWriting: (() => Promise<unknown>) | null;

  beforeEach(async () => {
    beforeWriting = null;
    gateway = await TestGateway.open({
      ports: (ports) => {
        const append: LabelLog['append'] = async (decisions, place) => {
          const happens = place === undefined ? null : beforeWriting;
          if (place !== undefined) beforeWriting = null;
          await happens?.();
          await ports.labels.append(decisions, place);
        };
        return { ...ports, labels: Object.create(ports.labels, { append: { value: append } }) as LabelLog };
      },
    });
    [ada, ben] = [await gateway.named('Ada'), await gateway.named('Ben')];
  });
  afterEach(() => gateway.close());

  async function suggested(count: number): Promise<FaceId[]> {
    const faces = Array.from({ length: count }, (_, index) => aFaceId(`one of many ${index}`));
    await gateway.ports.faces.upsert(faces.map((id) => aFace({ id })));
    await gateway.suggest(ada!, 0.9, ...faces);
    return faces;
  }
  const confirmAll = async (expectedCount: number): Promise<{ id: string; faceCount: number }> =>
    (await gateway.data(CONFIRM, { selection: { filter: {}, expectedCount, except: [] } })).confirmAllFaces;
  const shown = async (id: string) => {
    while ((await gateway.ports.jobs.get(id as never))?.state === 'running') await nextTurn();
  };
  const statesOf = async (faces: readonly FaceId[]) =>
    new Set((await gateway.ports.faces.getMany(faces)).map(({ standing }) => standing.state));

  it('lets somebody label one face while twenty thousand are on their way, and neither is lost', async () => {
    const faces = await suggested(20_500);
    const confirming = confirmAll(20_500);
    while ((await gateway.ports.labels.reserved()).length === 0) await nextTurn();
    await gateway.data(`mutation ($ids: [ID!]!) { labelFaces(faceIds: $ids, name: "Ben") ${RESULTS} }`, {
      ids: [faces[0]],
    });
    expect(await gateway.ports.labels.reserved()).toHaveLength(1);
    const { id, faceCount } = await confirming;
    await shown(id);
    expect(faceCount).toBe(20_500);
    expect(await gateway.standing(faces[0]!)).toEqual({ state: 'labeled', person: ben });
    expect(await statesOf(faces)).toEqual(new Set(['labeled']));
    expect((await gateway.ports.people.get(ada!))!.counts.labeled).toBe(20_499);
  }, 120_000);

  it.each(SINGLE)(
    'is no match for %s that comes later, and is written to the log before',
    async (_, single, is) => {
      const faces = await suggested(3);
      beforeWriting = () =>
        gateway.data(`mutation ($ids: [ID!]!${single.includes('$ada') ? ', $ada: ID!' : ''}) { ${single} }`, {
          ids: [faces[0]],
          ada,
        });
      const { id } = await confirmAll(3);
      await shown(id);
      const standing = await gateway.standing(faces[0]!);
      expect(standing?.state).toBe(is.state);
      expect(standing?.person === ben).toBe(is.isBen);
      expect(await statesOf(faces.slice(1))).toEqual(new Set(['labeled']));
    },
  );

  it('is not forgotten by who takes back what was said of one of them meanwhile', async () => {
    const faces = await suggested(2);
    let said: { before: number; now: number } | undefined;
    const reject = `mutation ($ids: [ID!]!, $ben: ID!) {
      rejectFaces(faceIds: $ids, personId: $ben) { results { said { before now } } } }`;
    beforeWriting = async () => {
      said = (await gateway.data(reject, { ids: [faces[0]], ben })).rejectFaces.results[0].said;
    };
    await shown((await confirmAll(2)).id);
    const again = `mutation ($faces: [SaidInput!]!) { sayAgain(faces: $faces) { results { failure { code } } } }`;
    const wanted = { faceId: faces[0], now: said!.now, asAt: said!.before };
    expect((await gateway.data(again, { faces: [wanted] })).sayAgain.results[0].failure).toEqual({
      code: 'CONFLICT',
    });
    expect(await gateway.standing(faces[0]!)).toEqual({ state: 'labeled', person: ada });
  });

  it('is taken back, and done again, and again, as fast as anybody can ask for it', async () => {
    const faces = await suggested(1500);
    let { id } = await confirmAll(1500);
    for (let time = 1; time <= 3; time += 1) {
      const { actionId, faces: taken } = (await gateway.data(TAKE_BACK, { id })).takeBack;
      expect(taken.faceCount).toBe(1500);
      id = actionId;
    }
    await shown(id);
    expect(await statesOf(faces)).toEqual(new Set(['inferred']));
  }, 60_000);

  it.each(['crash', 'refused', 'lost answer'] as const)(
    'says all of it or nothing where it is interrupted at any of its writes: %s',
    async (how) => {
      const faces = await suggested(3);
      const selection = { filter: {}, expectedCount: 3, except: [] };
      const { ports } = gateway;
      for (let at = 1, done = false; !done; at += 1) {
        const interrupted = interruptedPorts(ports, at, how);
        const people = new People(interrupted.ports, new PeopleActions(interrupted.ports));
        const bulk = new BulkLabeling(interrupted.ports, people);
        const told = await bulk.confirm(selection).catch(() => null);
        await bulk.stop();
        done = interrupted.writes < at;
        await reconcileLibrary(ports);
        const id = told?.job?.id;
        const action = id === undefined ? null : await ports.actions.get(id);
        const said = id === undefined ? [] : await ports.labels.ofAction(id, 0, 10);
        expect(said).toHaveLength(action?.state === 'done' ? 3 : 0);
        expect(await ports.labels.reserved()).toEqual([]);
        expect(await ports.actions.unsettled()).toEqual([]);
        expect(await statesOf(faces)).toEqual(new Set([said.length > 0 ? 'labeled' : 'inferred']));
        if (said.length > 0) await gateway.data(TAKE_BACK, { id });
      }
    },
    60_000,
  );
});
