import { type Job, KindredError } from '@kindred/domain';
import { aFace, aJob, aJobId, aPackName, aPhoto, aSourceOf, eventually } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import type { Reporter } from '../terminal/reporter';
import { ProgressLine } from './progress-line';

/** Remembers what was shown. */
class Shown implements Pick<Reporter, 'progress' | 'endProgress'> {
  readonly lines: string[] = [];
  ends = 0;
  progress(text: string): void {
    this.lines.push(text);
  }
  endProgress(): void {
    this.ends += 1;
  }
}

describe('the line of progress', () => {
  let ports: TestPorts;
  let shown: Shown;

  beforeEach(async () => {
    ports = await openTestPorts();
    shown = new Shown();
  });
  afterEach(() => ports.close());

  async function firstLine(watched: ConstructorParameters<typeof ProgressLine>[0] = ports): Promise<string> {
    const line = new ProgressLine(watched, shown as unknown as Reporter);
    const [text] = await eventually(
      async () => shown.lines,
      ({ length }) => length > 0,
    );
    await line.stop();
    return text!;
  }

  const started = (facts: Partial<Job>): Promise<void> =>
    ports.jobs.put(
      aJob({ startedAt: '2026-01-01T12:00:00.000Z', updatedAt: '2026-01-01T12:00:10.000Z', ...facts }),
    );

  it('says how many photos are stored and scanned, how many faces are found, how fast, and for how long still', async () => {
    const [scanned, waiting] = [aPhoto({ seed: 1 }), aPhoto({ seed: 2 })];
    for (const photo of [scanned, waiting]) await ports.photos.add(photo, aSourceOf(photo));
    const facts = { job: aJobId(), pack: aPackName(), faces: 1, at: ports.clock.now() };
    await ports.photos.completeScan(scanned.id, facts);
    await ports.faces.upsert([aFace()]);
    await started({ kind: 'detect', total: 120, done: 20 });
    expect(await firstLine()).toBe('2 photos stored · 1 scanned · 1 face · 2.0 photos/s · 0:50 left');
  });

  it('is paced by what takes longest: detection, not the reading of files', async () => {
    await started({ kind: 'ingest', total: 1000, done: 500 });
    await started({ id: aJobId(2), kind: 'detect', total: null, done: 20 });
    expect(await firstLine()).toContain('2.0 photos/s');
    expect(shown.lines[0]).not.toContain('left');
  });

  it('says how much failed', async () => {
    const photo = aPhoto();
    await ports.photos.add(photo, aSourceOf(photo));
    const failure = { code: 'IMAGE_CORRUPT', message: 'The file breaks off.' } as const;
    await ports.photos.failScan(photo.id, { job: aJobId(), failure, at: ports.clock.now() });
    await started({ kind: 'train', total: null });
    expect(await firstLine()).toBe('1 photo stored · 0 scanned · 0 faces · 1 failed');
  });

  it('ends when nothing runs', async () => {
    const line = new ProgressLine(ports, shown as unknown as Reporter);
    await eventually(
      async () => shown.ends,
      (ends) => ends > 0,
    );
    await line.stop();
    expect(shown.lines).toEqual([]);
  });

  it('comes back after a store that did not answer', async () => {
    await started({ kind: 'detect', total: null });
    let outages = 1;
    const jobs = Object.create(ports.jobs) as TestPorts['jobs'];
    jobs.list = (query) => {
      if (outages-- > 0) return Promise.reject(new KindredError('STORE_UNAVAILABLE', 'The library is busy.'));
      return ports.jobs.list(query);
    };
    expect(await firstLine({ ...ports, jobs })).toContain('0 photos stored');
  });

  it('shows nothing any more once it is stopped', async () => {
    await started({ kind: 'detect', total: null });
    const line = new ProgressLine(ports, shown as unknown as Reporter);
    await line.stop();
    const { length } = shown.lines;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(shown.lines).toHaveLength(length);
    expect(shown.ends).toBeGreaterThan(0);
  });
});
