import 'reflect-metadata';
import { rm } from 'node:fs/promises';
import { announcePending, KindredError, requestScan } from '@kindred/domain';
import { PortsModule } from '@kindred/platform';
import { aJobId, aPackName, eventually } from '@kindred/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DETECTOR_GROUP, DetectorModule, ScanProgress } from './index';
import { place, ScanTest } from './testing/scan-test';

jest.setTimeout(60_000);

const CAPACITY = 2;

describe('the detector service', () => {
  let test: ScanTest;
  const detectors: INestApplicationContext[] = [];

  beforeEach(async () => {
    test = await ScanTest.open();
  });
  afterEach(async () => {
    for (const detector of detectors.splice(0)) await detector.close();
    await test.close();
  });

  /** A detector process. */
  async function start(): Promise<INestApplicationContext> {
    const engine = { analyser: test.analyser, capacity: CAPACITY, pack: aPackName() };
    const detector = await NestFactory.createApplicationContext(
      {
        module: class DetectorProcess {},
        imports: [PortsModule.with(test.ports), DetectorModule.with(engine)],
      },
      { logger: false },
    );
    await detector.init();
    detectors.push(detector);
    return detector;
  }

  async function stop(detector: INestApplicationContext): Promise<void> {
    detectors.splice(detectors.indexOf(detector), 1);
    await detector.close();
  }

  /** The job as the detectors that run have counted it. */
  async function counted(id = aJobId()) {
    for (const detector of detectors) await detector.get(ScanProgress).flush();
    return (await test.ports.jobs.get(id))!;
  }

  async function manyPhotos(count: number, job = aJobId()): Promise<void> {
    for (let index = 1; index <= count; index += 1) {
      await test.photo(`${job} ${index}`, [{ box: place(1), look: index }], job);
    }
    await test.detectJob(job);
    await announcePending(test.ports);
  }

  it('scans every photo that is announced and completes its job', async () => {
    await manyPhotos(5);
    await start();
    await test.ports.bus.drain();
    expect(await test.ports.photos.counts()).toEqual({ pending: 0, scanned: 5, failed: 0 });
    expect(await test.ports.faces.counts()).toEqual({ labeled: 0, inferred: 0, unknown: 5, ignored: 0 });
    expect(await counted()).toMatchObject({ state: 'completed', total: 5, done: 5, failed: 0 });
    expect(test.ports.bus.published('faces.detected')).toHaveLength(5);
  });

  it('holds no more photos than its analyser takes and has one more ready for each, however many wait', async () => {
    await manyPhotos(20);
    const release: (() => void)[] = [];
    test.analyser.meanwhile = () => new Promise((resolve) => release.push(resolve));
    await start();
    await eventually(
      () => test.ports.bus.lag(DETECTOR_GROUP),
      ({ inFlight }) => inFlight === 2 * CAPACITY,
    );
    for (let scanned = 0; scanned < 20; scanned += 1) {
      await eventually(
        async () => release.length,
        (length) => length > 0,
      );
      expect((await test.ports.bus.lag(DETECTOR_GROUP)).inFlight).toBeLessThanOrEqual(2 * CAPACITY);
      release.shift()!();
    }
    await test.ports.bus.drain();
    expect(test.analyser.most).toBe(2 * CAPACITY);
    expect((await test.ports.photos.counts()).scanned).toBe(20);
  });

  it('shares photos with other detectors, each face once', async () => {
    await manyPhotos(12);
    await start();
    await start();
    await test.ports.bus.drain();
    expect(test.analyser.calls).toBe(12);
    expect(await test.ports.faces.counts()).toMatchObject({ unknown: 12 });
    expect(await counted()).toMatchObject({ done: 12 });
  });

  it('fails what is broken and goes on with the rest', async () => {
    const broken = await test.photo('broken', new KindredError('IMAGE_CORRUPT', 'The file breaks off.'));
    const gone = await test.photo('gone', []);
    await rm(gone.original.kind === 'file' ? gone.original.path : '');
    await manyPhotos(3);
    await start();
    await test.ports.bus.drain();
    expect(await test.scanOf(broken.id)).toMatchObject({ failure: { code: 'IMAGE_CORRUPT' } });
    expect(await test.scanOf(gone.id)).toMatchObject({ failure: { code: 'FILE_VANISHED' } });
    expect(await counted()).toMatchObject({ state: 'completed', total: 5, done: 3, failed: 2 });
    expect(await test.ports.bus.deadLetters()).toEqual([]);
  });

  it('tries again what may pass, and scans the photo once it has passed', async () => {
    const photo = await test.photo('unlucky', [{ box: place(1), look: 1 }]);
    await test.detectJob();
    await announcePending(test.ports);
    test.analyser.meanwhile = () => {
      if (test.analyser.calls > 3) return Promise.resolve();
      return Promise.reject(
        new KindredError('STORE_UNAVAILABLE', 'The disk does not answer.', { transient: true }),
      );
    };
    await start();
    await test.ports.bus.drain();
    expect(test.analyser.calls).toBe(4);
    expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned', faces: 1 });
    expect(await counted()).toMatchObject({ state: 'completed', done: 1, failed: 0 });
  });

  it('gives a photo up that fails every time, with its reason, and scans it when it is tried again', async () => {
    const photo = await test.photo(
      'deadly',
      new KindredError('INTERNAL', 'A worker died.', { transient: true }),
    );
    await manyPhotos(2);
    await start();
    await test.ports.bus.drain();
    expect(await test.scanOf(photo.id)).toMatchObject({
      state: 'failed',
      failure: { code: 'INTERNAL', message: 'A worker died.' },
    });
    expect(await test.ports.bus.deadLetters()).toMatchObject([{ group: DETECTOR_GROUP, attempts: 5 }]);
    expect(await counted()).toMatchObject({ state: 'completed', total: 3, done: 2, failed: 1 });

    test.nowSees(photo, [{ box: place(1), look: 9 }]);
    const { job } = await requestScan(test.ports, {
      which: 'failed',
      restoreDeleted: false,
      subject: 'failed ones',
    });
    await test.ports.bus.drain();
    expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned', faces: 1 });
    expect(await counted(job.id)).toMatchObject({ state: 'completed', total: 1, done: 1 });
  });

  it('ends the job from which another one took every photo', async () => {
    await manyPhotos(3);
    const { job } = await requestScan(test.ports, { which: 'all', restoreDeleted: true, subject: 'all' });
    await start();
    await test.ports.bus.drain();
    expect(await counted(job.id)).toMatchObject({ state: 'completed', total: 3, done: 3 });
    expect(await test.ports.jobs.list({ state: 'running' })).toEqual([]);
    expect(test.analyser.calls).toBe(3);
  });

  it('finishes what it holds when it stops, leaves the rest to the next one, and counts what it did', async () => {
    await manyPhotos(10);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    test.analyser.meanwhile = () => released;
    const detector = await start();
    await eventually(
      async () => test.analyser.most,
      (most) => most === 2 * CAPACITY,
    );
    const stopped = stop(detector);
    release();
    await stopped;
    const { done } = (await test.ports.jobs.get(aJobId()))!;
    expect(done).toBe(2 * CAPACITY);
    expect(await test.ports.photos.counts()).toEqual({ pending: 10 - done, scanned: done, failed: 0 });

    await start();
    await test.ports.bus.drain();
    expect(await test.ports.faces.counts()).toMatchObject({ unknown: 10 });
    expect(test.analyser.calls).toBe(10);
  });
});
