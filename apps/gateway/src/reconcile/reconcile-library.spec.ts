import type { FaceId, Job } from '@kindred/domain';
import { aDeletion, aJob, aJobId, anAction, anAssignment, aPackName, aPerson } from '@kindred/testing';
import { interruptedPorts, type Interruption, type TestPorts } from '@kindred/testing-standalone';
import { TestGateway } from '../testing/test-gateway';
import { reconcileLibrary } from './reconcile-library';

describe('reconciling a library after its process was killed', () => {
  let gateway: TestGateway;
  let ports: TestPorts;
  beforeEach(async () => {
    gateway = await TestGateway.open();
    ports = gateway.ports;
  });
  afterEach(() => gateway.close());

  const remainsOf = async (face: FaceId) => ({
    row: (await ports.faces.get(face)) !== null,
    vector: (await ports.vectors.get(aPackName(), [face])).has(face),
    crop: (await ports.objects.head(`crops/${face}/1.webp`)) !== null,
  });
  const HIDDEN = { row: false, vector: true, crop: true };
  const job = async (facts: Parameters<typeof aJob>[0]): Promise<Job> => {
    const made = aJob(facts);
    await ports.jobs.put(made);
    return made;
  };

  it('shows decisions that are in the log only', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await ports.labels.append([anAssignment(face!, ada)]);
    await reconcileLibrary(ports);
    expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
  });

  it('follows what was decided, however much there is', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    const others = Array.from({ length: 1200 }, (_, i) =>
      anAssignment(`${i}`.padStart(36, '0') as FaceId, ada),
    );
    await ports.labels.append([...others, anAssignment(face!, ada)]);
    await reconcileLibrary(ports);
    expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
    expect(await ports.labels.projectedUpTo()).toBe(1201);
  });

  it('says nothing of what was being written to the log, and shows what was said since', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await ports.labels.reserve('a place', 100);
    await ports.labels.append([anAssignment(face!, ada)]);
    await reconcileLibrary(ports);
    expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
    expect(await ports.labels.reserved()).toEqual([]);
    expect(await ports.labels.after(0, 10)).toHaveLength(1);
  });

  it('hides a face whose deletion was cut off, and no other, and erases none', async () => {
    const [deleted, kept] = await gateway.faces(1, 2);
    await ports.labels.append([aDeletion(deleted!)]);
    await reconcileLibrary(ports);
    expect(await remainsOf(deleted!)).toEqual(HIDDEN);
    expect(await remainsOf(kept!)).toEqual({ row: true, vector: true, crop: true });
    expect((await ports.faces.deletedAmong([deleted!])).map(({ id }) => id)).toEqual([deleted]);
  });

  it.each<Interruption>(['crash', 'refused', 'lost answer'])(
    'ends as if undisturbed when it is interrupted itself at any of its writes: %s',
    async (how) => {
      const ada = await gateway.named('Ada');
      let done = false;
      for (let at = 1; !done; at += 1) {
        const [deleted, labeled] = await gateway.faces(2 * at, 2 * at + 1);
        await ports.labels.append([
          aDeletion(deleted!, { seed: at }),
          anAssignment(labeled!, ada, { seed: at }),
        ]);
        const interrupted = interruptedPorts(ports, at, how);
        await reconcileLibrary(interrupted.ports).catch(() => undefined);
        done = interrupted.writes < at;
        await reconcileLibrary(ports);
        expect(await remainsOf(deleted!)).toEqual(HIDDEN);
        expect(await gateway.standing(labeled!)).toEqual({ state: 'labeled', person: ada });
      }
    },
    20_000,
  );

  it('goes on past an action that cannot be finished, which waits', async () => {
    const merging = (name: string, seed: number) => {
      const person = aPerson(name);
      const into = aPerson(`${name} the other`);
      const action = anAction({ kind: 'merged', person, into: into.id }, { seed });
      return { person, into, action };
    };
    const [first, second] = [merging('Ada', 1), merging('Eve', 2)];
    for (const { person, into, action } of [first, second]) {
      await ports.people.create(person);
      await ports.people.create(into);
      await ports.actions.begin(action);
    }
    const { people } = ports;
    const mergeInto: typeof people.mergeInto = async (from, into) => {
      if (from === first.person.id) throw new Error('cannot be');
      await people.mergeInto(from, into);
    };
    await reconcileLibrary({
      ...ports,
      people: Object.create(people, { mergeInto: { value: mergeInto } }),
    });
    expect((await ports.actions.unsettled()).map(({ id }) => id)).toEqual([first.action.id]);
    expect(await people.get(second.person.id)).toBeNull();
    await reconcileLibrary(ports);
    expect(await ports.actions.unsettled()).toEqual([]);
    expect(await people.get(first.person.id)).toBeNull();
  });

  it('announces the photos that nobody was told about, once each', async () => {
    const { id, scan } = await gateway.photo('stored');
    await job({ id: scan.job });
    const rescanned = await gateway.photo('rescanned', {
      scan: { state: 'pending', job: scan.job, restoreDeleted: true },
    });
    await reconcileLibrary(ports);
    await reconcileLibrary(ports);
    expect(ports.bus.published('photos.stored').map(({ data }) => data)).toEqual([
      { photo: id, job: scan.job },
    ]);
    expect(ports.bus.published('photos.rescan').map(({ data }) => data)).toEqual([
      { photo: rescanned.id, job: scan.job, restoreDeleted: true },
    ]);
  });

  it('ends jobs that nobody works on any more, in words', async () => {
    const training = await job({ seed: 1, kind: 'train' });
    const reading = await job({ seed: 2, kind: 'ingest', total: null });
    await reconcileLibrary(ports);
    for (const { id } of [training, reading]) {
      expect(await ports.jobs.get(id)).toMatchObject({
        state: 'failed',
        finishedAt: expect.any(String),
        failure: { code: 'CANCELLED', message: expect.any(String), hint: expect.any(String) },
      });
    }
  });

  it('lets jobs of photos go on while photos wait, and completes them when none does', async () => {
    const waiting = await job({ seed: 1, kind: 'detect', total: null });
    const over = await job({ seed: 2, kind: 'rescan', total: 5 });
    await gateway.photo('waits', { scan: { state: 'pending', job: waiting.id, restoreDeleted: false } });
    await gateway.photo('is done', {
      scan: { state: 'scanned', job: over.id, pack: aPackName(), at: ports.clock.now(), faces: 0 },
    });
    await reconcileLibrary(ports);
    expect(await ports.jobs.get(waiting.id)).toMatchObject({ state: 'running', total: 1, done: 0 });
    expect(await ports.jobs.get(over.id)).toMatchObject({ state: 'completed', total: 1, done: 1, failed: 0 });
  });

  it('leaves ended jobs, and a library that is in order, as they are', async () => {
    const ended = await job({ seed: 1, state: 'completed', finishedAt: ports.clock.now() });
    await reconcileLibrary(ports);
    const writes = interruptedPorts(ports, 0, 'refused');
    await reconcileLibrary(writes.ports);
    expect(await ports.jobs.get(aJobId(1))).toEqual(ended);
    expect(ports.bus.published('jobs.progress')).toEqual([]);
  });
});
