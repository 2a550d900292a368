import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FaceId, KindredError, type LoggedAction, type PersonId } from '@kindred/domain';
import { reconcileLibrary } from '../reconcile/reconcile-library';
import { TestGateway } from '../testing/test-gateway';

const LABEL = `mutation ($selection: FaceSelection!, $personId: ID) {
  labelAllFaces(selection: $selection, personId: $personId) { id } }`;
const TAKE_BACK = 'mutation ($id: ID!) { takeBack(actionId: $id) { faces { faceCount } } }';

describe('trouble after many faces were spoken of', () => {
  let gateway: TestGateway;
  let ada: PersonId;
  let faces: FaceId[];
  /** How many more times something fails. */
  let failures: { projecting: number; publishing: number; appending: number };

  beforeEach(async () => {
    failures = { projecting: 0, publishing: 0, appending: 0 };
    const failing =
      <Given extends unknown[]>(
        what: keyof typeof failures,
        work: (...given: Given) => Promise<unknown>,
        { isDone = false } = {},
      ) =>
      async (...given: Given) => {
        const fails = failures[what]-- > 0;
        if (!fails || isDone) await work(...given);
        if (fails) throw new KindredError('STORE_UNAVAILABLE', 'Gone.', { transient: true });
      };
    gateway = await TestGateway.open({
      ports: (ports) => {
        const { faces: faceStore, bus, labels } = ports;
        const publish = failing('publishing', bus.publish.bind(bus));
        return {
          ...ports,
          faces: Object.create(faceStore, {
            project: { value: failing('projecting', faceStore.project.bind(faceStore)) },
          }) as typeof faceStore,
          bus: Object.create(bus, {
            publish: {
              value: (...given: Parameters<typeof bus.publish>) =>
                given[0] === 'faces.labeled' ? publish(...given) : bus.publish(...given),
            },
          }) as typeof bus,
          labels: Object.create(labels, {
            append: { value: failing('appending', labels.append.bind(labels), { isDone: true }) },
          }) as typeof labels,
        };
      },
    });
    ada = await gateway.named('Ada');
    faces = await gateway.faces(1, 2);
  });
  afterEach(() => gateway.close());

  const labelAll = async (): Promise<LoggedAction> => {
    const selection = { filter: {}, expectedCount: 2, except: [] };
    const { id } = (await gateway.data(LABEL, { selection, personId: ada })).labelAllFaces;
    for (;;) {
      const action = (await gateway.ports.actions.get(id))!;
      const job = (await gateway.ports.jobs.get(id))!;
      if (action.state !== 'begun' && job.state !== 'running') return action;
      await nextTurn();
    }
  };
  const states = async () => Promise.all(faces.map(async (face) => (await gateway.standing(face))?.state));

  it.each(['projecting', 'publishing', 'appending'] as const)(
    'that is over soon is not noticed: %s',
    async (what) => {
      failures[what] = 1;
      const { id, state } = await labelAll();
      expect(state).toBe('done');
      expect(await gateway.ports.jobs.get(id as never)).toMatchObject({
        state: 'completed',
        done: 2,
        failure: null,
      });
      expect(await states()).toEqual(['labeled', 'labeled']);
    },
  );

  it('that stays leaves showing to the next start: the job says so, and all of it can be taken back', async () => {
    failures.projecting = Infinity;
    const { id, state } = await labelAll();
    expect(state).toBe('done');
    expect(await gateway.ports.jobs.get(id as never)).toMatchObject({
      state: 'completed',
      failure: { code: 'STORE_UNAVAILABLE', hint: expect.stringContaining('starts again') },
    });
    expect(await states()).toEqual(['unknown', 'unknown']);
    failures.projecting = 0;
    await reconcileLibrary(gateway.ports);
    expect(await states()).toEqual(['labeled', 'labeled']);
    expect((await gateway.data(TAKE_BACK, { id })).takeBack.faces).toEqual({ faceCount: 2 });
    expect(await states()).toEqual(['unknown', 'unknown']);
  }, 30_000);

  it('leaves no face with somebody who is deleted before it shows', async () => {
    failures.projecting = 4;
    await labelAll();
    await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
      ids: [ada],
    });
    await reconcileLibrary(gateway.ports);
    expect(await states()).toEqual(['unknown', 'unknown']);
  }, 30_000);
});
