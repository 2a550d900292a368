import { aPackName } from '@kindred/testing';
import { interruptedPorts, type Interruption } from '@kindred/testing-standalone';
import { place, ScanTest } from '../testing/scan-test';

jest.setTimeout(120_000);

/** Gets a photo ready for a scan in which something of everything happens. */
type Preparation = (test: ScanTest) => Promise<{ readonly photo: Parameters<ScanTest['scan']>[0] }>;

const firstScan: Preparation = async (test) => {
  const { id } = await test.photo('first', [
    { box: place(1), look: 1 },
    { box: place(5), look: 2 },
  ]);
  await test.detectJob();
  return { photo: id };
};

const rescan: Preparation = async (test) => {
  const photo = await test.photo('again', [
    { box: place(0), look: 1 },
    { box: place(2), look: 2 },
    { box: place(4), look: 3 },
    { box: place(6), look: 4 },
    { box: place(8), look: 5 },
  ]);
  await test.detectJob();
  const before = await test.scan(photo.id);
  await test.counted();
  const at = (column: number) => before.find(({ box }) => box.x === place(column).x)!;
  await test.label(at(0), 'Ada');
  await test.delete(at(2));
  await test.label(at(6), 'Eve');
  test.nowSees(photo, [
    { box: place(0, 0.01), look: 11, crop: 'labeled, cropped anew' },
    { box: place(2, 0.01), look: 12, crop: 'deleted, brought back' },
    { box: place(8), look: 5 },
    { box: place(9), look: 16, crop: 'new' },
    // Not seen any more: the face at 4, of which nobody said anything, and the labeled one at 6.
  ]);
  await test.rescan();
  return { photo: photo.id };
};

const anotherPack: Preparation = async (test) => {
  const photo = await test.photo('another pack', [
    { box: place(1), look: 1 },
    { box: place(3), look: 2 },
    { box: place(5), look: 3 },
  ]);
  await test.detectJob();
  const before = await test.scan(photo.id, test.detector({ pack: aPackName('pack-of-before') }));
  await test.counted();
  const at = (column: number) => before.find(({ box }) => box.x === place(column).x)!;
  await test.draw(at(1));
  await test.label(at(3), 'Ada');
  test.nowSees(photo, [{ box: place(5, 0.01), look: 13, crop: 'seen by the new pack' }]);
  await test.rescan();
  return { photo: photo.id };
};

/** Everything that is kept, without what names a run or tells its time. */
async function stateOf(test: ScanTest, photo: Parameters<ScanTest['scan']>[0]): Promise<unknown> {
  const { ports } = test;
  await test.counted();
  const scan = await test.scanOf(photo);
  const faces = [...(await test.faces(photo))].sort((a, b) => a.id.localeCompare(b.id));
  const [event, ...others] = ports.bus
    .published('faces.detected')
    .filter(({ data }) => data.job === scan.job);
  const job = (await ports.jobs.get(scan.job))!;
  return {
    scan: { ...scan, job: null },
    faces,
    vectors: await Promise.all(
      faces.map(async ({ id }) =>
        [...(await ports.vectors.get(aPackName(), [id])).values()].map((vector) => vector[0]),
      ),
    ),
    vectorCount: await ports.vectors.count(aPackName()),
    crops: await test.crops(),
    said: (await ports.labels.ofPhoto(photo)).map(({ kind, face }) => `${kind} ${face}`),
    announced: [...event!.data.faces].sort(),
    announcedAgain: others.length,
    job: { state: job.state, total: job.total, done: job.done, failed: job.failed },
  };
}

describe.each<[string, Preparation, { faces: number; writes: number }]>([
  ['a first scan', firstScan, { faces: 2, writes: 6 }],
  ['a rescan', rescan, { faces: 5, writes: 12 }],
  ['a rescan with another model pack', anotherPack, { faces: 3, writes: 7 }],
])('%s', (_, prepare, { faces, writes: atLeast }) => {
  let undisturbed: unknown;
  let writes: number;

  beforeAll(async () => {
    const test = await ScanTest.open();
    const { photo } = await prepare(test);
    const counted = interruptedPorts(test.ports, 0, 'crash');
    await test.scan(photo, test.detector({ ports: counted.ports }));
    writes = counted.writes;
    undisturbed = await stateOf(test, photo);
    await test.close();
  });

  it('writes something in each of its steps', () => {
    expect(writes).toBeGreaterThanOrEqual(atLeast);
    expect(undisturbed).toMatchObject({
      faces: { length: faces },
      vectorCount: faces,
      crops: { length: faces },
      announcedAgain: 0,
      job: { state: 'completed', total: 1, done: 1, failed: 0 },
    });
  });

  it.each<Interruption>(['crash', 'refused', 'lost answer'])(
    'ends the same after a %s at any of its writes',
    async (how) => {
      for (let at = 1; at <= writes; at += 1) {
        const test = await ScanTest.open();
        try {
          const { photo } = await prepare(test);
          const event = await test.announcement(photo);
          const interrupted = interruptedPorts(test.ports, at, how);
          await expect(test.detector({ ports: interrupted.ports }).scan(event)).rejects.toMatchObject({
            transient: true,
          });
          await test.detector().scan(event);
          expect([at, await stateOf(test, photo)]).toEqual([at, undisturbed]);
        } finally {
          await test.close();
        }
      }
    },
  );

  it('ends the same when it is interrupted twice', async () => {
    for (let at = 1; at <= writes; at += 1) {
      const test = await ScanTest.open();
      try {
        const { photo } = await prepare(test);
        const event = await test.announcement(photo);
        for (const again of [at, Math.max(1, at - 2)]) {
          const { ports } = interruptedPorts(test.ports, again, 'crash');
          await test
            .detector({ ports })
            .scan(event)
            .catch(() => undefined);
        }
        await test.detector().scan(event);
        expect([at, await stateOf(test, photo)]).toEqual([at, undisturbed]);
      } finally {
        await test.close();
      }
    }
  });

  it('ends the same when its job is counted by another detector than the one that did the work', async () => {
    const test = await ScanTest.open();
    const { photo } = await prepare(test);
    const event = await test.announcement(photo);
    const { ports } = interruptedPorts(test.ports, writes, 'crash');
    await expect(test.detector({ ports }).scan(event)).rejects.toThrow();
    expect(await test.scanOf(photo)).toMatchObject({ state: 'scanned' });
    await test.detector().scan(event);
    expect(await stateOf(test, photo)).toEqual(undisturbed);
    expect(test.ports.bus.published('jobs.progress').at(-1)?.data.job).toMatchObject({ state: 'completed' });
    await test.close();
  });
});
