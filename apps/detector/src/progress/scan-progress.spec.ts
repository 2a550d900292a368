import { changeJob, KindredError, sealScanJob, startJob } from '@kindred/domain';
import { aJobId, eventually } from '@kindred/testing';
import { place, ScanTest } from '../testing/scan-test';
import { ScanProgress, type ScanProgressPorts } from './scan-progress';

jest.setTimeout(60_000);

const NO_FACE: never[] = [];

describe('the progress of scans', () => {
  let test: ScanTest;

  beforeEach(async () => {
    test = await ScanTest.open();
  });
  afterEach(() => test.close());

  it('counts each photo once, however often its message is delivered', async () => {
    const [first] = [await test.photo('one', NO_FACE), await test.photo('two', NO_FACE)];
    await test.detectJob();
    const event = await test.announcement(first.id);
    for (let delivery = 0; delivery < 3; delivery += 1) await test.detector().scan(event);
    expect(await test.job()).toMatchObject({ state: 'running', total: 2, done: 1, failed: 0 });
  });

  it('is that of each job on its own', async () => {
    const [mine, yours] = [aJobId('mine'), aJobId('yours')];
    const photo = await test.photo('mine', NO_FACE, mine);
    await test.photo('yours', NO_FACE, yours);
    await test.detectJob(mine);
    await test.detectJob(yours);
    await test.scan(photo.id);
    expect(await test.job(mine)).toMatchObject({ state: 'completed', total: 1, done: 1 });
    expect(await test.job(yours)).toMatchObject({ state: 'running', total: 1, done: 0 });
  });

  it('leaves a job running of which it is not yet known how many photos it has', async () => {
    const id = aJobId();
    await startJob(test.ports, { id, kind: 'detect', subject: 'a folder', total: null });
    const photo = await test.photo('one', NO_FACE);
    await test.scan(photo.id);
    expect(await test.job()).toMatchObject({ state: 'running', total: null, done: 1 });
    await sealScanJob(test.ports, id);
    expect(await test.job()).toMatchObject({ state: 'completed', total: 1, done: 1 });
  });

  it('ends a job whose last photo is scanned while the job is sealed', async () => {
    const id = aJobId();
    await startJob(test.ports, { id, kind: 'detect', subject: 'a folder', total: null });
    const photo = await test.photo('last', NO_FACE);
    const countsOfJob = async (job: typeof id) => {
      const counts = await test.ports.photos.countsOfJob(job);
      if (counts.pending > 0) {
        await test.scan(photo.id);
        await test.counted();
      }
      return counts;
    };
    await sealScanJob({ ...test.ports, photos: { countsOfJob } }, id);
    expect(await test.job()).toMatchObject({ state: 'completed', total: 1, done: 1 });
  });

  it('leaves a cancelled job cancelled, with what is stored of the photo that was being scanned', async () => {
    const photo = await test.photo('cancelled', [{ box: place(1), look: 1 }]);
    await test.photo('never begun', NO_FACE);
    const { id } = await test.detectJob();
    const failure = { code: 'CANCELLED', message: 'The scan was cancelled.' } as const;
    test.analyser.meanwhile = async () => {
      await changeJob(test.ports, id, { state: 'cancelled' });
      await test.ports.photos.failPendingScans({ job: id, failure, at: test.ports.clock.now() });
    };
    await test.scan(photo.id);
    expect(await test.job()).toMatchObject({ state: 'cancelled', total: 2, done: 0 });
    expect(await test.ports.photos.counts()).toEqual({ pending: 0, scanned: 0, failed: 2 });

    test.analyser.meanwhile = () => Promise.resolve();
    const retry = await test.rescan('failed', false);
    expect(await test.scan(photo.id)).toHaveLength(1);
    expect(await test.job(retry.id)).toMatchObject({ state: 'running', total: 2, done: 1 });
  });

  it('goes from one job to the other with a photo that is scanned again', async () => {
    const [first, second] = [await test.photo('one', NO_FACE), await test.photo('two', NO_FACE)];
    const { id } = await test.detectJob();
    const stale = await test.announcement(second.id);
    await test.scan(first.id);
    const later = await test.rescan([second.id]);
    await test.detector().scan(stale);
    expect(await test.job(id)).toMatchObject({ state: 'completed', total: 1, done: 1 });
    expect(await test.job(later.id)).toMatchObject({ state: 'running', total: 1, done: 0 });
    await test.scan(second.id);
    expect(await test.job(later.id)).toMatchObject({ state: 'completed', total: 1, done: 1 });
  });

  it('counts again by itself after the store did not answer', async () => {
    const photo = await test.photo('one', NO_FACE);
    await test.detectJob();
    await test.ports.photos.failScan(photo.id, {
      job: aJobId(),
      failure: { code: 'IMAGE_CORRUPT', message: 'The file breaks off.' },
      at: test.ports.clock.now(),
    });
    let outages = 1;
    const photos = Object.create(test.ports.photos) as ScanProgressPorts['photos'];
    photos.countsOfJob = (job) => {
      if (outages-- > 0) {
        return Promise.reject(
          new KindredError('STORE_UNAVAILABLE', 'The disk does not answer.', { transient: true }),
        );
      }
      return test.ports.photos.countsOfJob(job);
    };
    const progress = new ScanProgress({ ...test.ports, photos });
    progress.changed(aJobId());
    const job = await eventually(
      () => test.ports.jobs.get(aJobId()),
      (known) => known?.state === 'completed',
    );
    expect(job).toMatchObject({ total: 1, done: 0, failed: 1 });
    expect(outages).toBeLessThan(0);
  });
});
