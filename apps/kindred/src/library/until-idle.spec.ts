import { type Consumer, KindredError, startJob } from '@kindred/domain';
import { aJobId, aPhoto, aPhotoId, aPackName, aSourceOf, Gate } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { untilIdle } from './until-idle';

const GROUPS = ['detector', 'trainer'];
const scanned = { job: aJobId(), pack: aPackName(), faces: 0, at: '2026-01-01T12:00:00.000Z' };

describe('waiting until a library is at rest', () => {
  let ports: TestPorts;

  beforeEach(async () => {
    ports = await openTestPorts();
  });
  afterEach(() => ports.close());

  /** Waits, and keeps note of what had happened when the wait was over. */
  function wait(watched: Parameters<typeof untilIdle>[0] = ports, signal?: AbortSignal) {
    const waiting = { isOver: false, over: Promise.resolve() };
    waiting.over = untilIdle(watched, GROUPS, signal).then(() => void (waiting.isOver = true));
    return waiting;
  }

  /** Long enough for every look that a quiet library takes. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 600));

  const consume = (
    group: string,
    subject: 'photos.stored' | 'faces.detected',
    work: () => Promise<void>,
  ): Promise<Consumer> => ports.bus.consume({ group, subjects: [subject], maxInFlight: 1 }, work);

  const announce = () =>
    ports.bus.publish('photos.stored', { id: 'stored', data: { photo: aPhotoId(), job: aJobId() } });
  const detected = () =>
    ports.bus.publish('faces.detected', {
      id: 'detected',
      data: { photo: aPhotoId(), job: aJobId(), pack: aPackName(), faces: [] },
    });

  it('ends at once for a library in which nothing happens', async () => {
    await expect(untilIdle(ports, GROUPS)).resolves.toBeUndefined();
  });

  it('lasts while a photo waits for detection, announced or not', async () => {
    const photo = aPhoto();
    await ports.photos.add(photo, aSourceOf(photo));
    const waiting = wait();
    await aWhile();
    expect(waiting.isOver).toBe(false);
    await ports.photos.completeScan(photo.id, scanned);
    await waiting.over;
  });

  it('lasts while a job runs', async () => {
    const { id } = await startJob(ports, { kind: 'train', subject: 'All faces', total: null });
    const waiting = wait();
    await aWhile();
    expect(waiting.isOver).toBe(false);
    await ports.jobs.update(id, { state: 'completed' });
    await waiting.over;
  });

  it('lasts while the trainer works on what was detected, and while that waits for it', async () => {
    const gate = new Gate();
    await consume('trainer', 'faces.detected', () => Promise.reject(new Error('not yet'))).then((one) =>
      one.stop(),
    );
    await detected();
    const waiting = wait();
    await aWhile();
    expect(waiting.isOver).toBe(false);
    await consume('trainer', 'faces.detected', () => gate.pass());
    await aWhile();
    expect(waiting.isOver).toBe(false);
    gate.open();
    await waiting.over;
  });

  it('sees work that goes from one place to the next between two looks', async () => {
    const photo = aPhoto();
    await ports.photos.add(photo, aSourceOf(photo));
    let trained = false;
    await consume('trainer', 'faces.detected', async () => {
      await aWhile();
      trained = true;
    });
    await consume('detector', 'photos.stored', async () => {
      await aWhile();
      await ports.photos.completeScan(photo.id, scanned);
      await detected();
    });
    await announce();
    await untilIdle(ports, GROUPS);
    expect(trained).toBe(true);
  });

  it('never looks ahead of the work: what leaves a place while it is looked at is found in the next', async () => {
    const order: string[] = [];
    const bus = Object.create(ports.bus) as TestPorts['bus'];
    let busy = false;
    bus.lag = async (group) => {
      if (busy) throw new Error(`${group} is looked at beside another`);
      busy = true;
      await new Promise(setImmediate);
      busy = false;
      order.push(group);
      return { waiting: 0, inFlight: 0 };
    };
    await untilIdle({ ...ports, bus }, GROUPS);
    expect(order).toEqual([...GROUPS, ...GROUPS, ...GROUPS]);
  });

  it('waits for a bus that is gone for a while', async () => {
    ports.bus.setOnline(false);
    const waiting = wait();
    await aWhile();
    expect(waiting.isOver).toBe(false);
    ports.bus.setOnline(true);
    await waiting.over;
  });

  it('ends with an error that waiting does not mend', async () => {
    const broken = new KindredError('STORE_UNAVAILABLE', 'The library is damaged.');
    const photos = Object.create(ports.photos) as TestPorts['photos'];
    photos.counts = () => Promise.reject(broken);
    await expect(untilIdle({ ...ports, photos }, GROUPS)).rejects.toBe(broken);
  });

  it('ends when it is told to, whatever is left', async () => {
    await startJob(ports, { kind: 'train', subject: 'All faces', total: null });
    const interruption = new AbortController();
    const waiting = wait(ports, interruption.signal);
    await aWhile();
    interruption.abort();
    await waiting.over;
  });
});
