import { createHash } from 'node:crypto';
import { type PhotoId, requestScan } from '@kindred/domain';
import { SAMPLE_PHOTOS } from '@kindred/vision';
import { aPhoto, aSourceOf } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { ScanProgress } from '../progress/scan-progress';
import { realEngine, samplePhoto } from '../testing/real-engine';
import { ScanPhoto } from './scan-photo.use-case';

jest.setTimeout(300_000);

describe('a scan with the default model pack', () => {
  let ports: TestPorts;
  let engine: Awaited<ReturnType<typeof realEngine>>;

  beforeAll(async () => {
    ports = await openTestPorts();
    engine = await realEngine();
  });
  afterAll(async () => {
    await engine?.analyser.close();
    await ports?.close();
  });

  async function scanWaiting(): Promise<void> {
    const progress = new ScanProgress(ports);
    const detector = new ScanPhoto(ports, engine.analyser, engine.pack, progress);
    for (const { id, scan } of (await ports.photos.pending({ limit: 10 })).items) {
      await detector.scan({
        id: 'announced',
        subject: 'photos.stored',
        source: 'spec',
        time: ports.clock.now(),
        data: { photo: id, job: scan.job },
      });
    }
    await progress.flush();
  }

  it('finds the faces of a sample photo, and the very same ones again', async () => {
    const bytes = await samplePhoto();
    const id = createHash('sha256').update(bytes).digest('hex') as PhotoId;
    await ports.objects.put('originals/sample', bytes);
    const photo = aPhoto({ id, original: { kind: 'object', key: 'originals/sample' } });
    await ports.photos.add(photo, aSourceOf(photo));
    await scanWaiting();

    const faces = await ports.faces.ofPhoto(id);
    expect(faces).toHaveLength(SAMPLE_PHOTOS[0]!.faces);
    const vectors = await ports.vectors.get(
      engine.pack,
      faces.map((face) => face.id),
    );
    for (const face of faces) {
      expect(vectors.get(face.id)).toHaveLength(512);
      expect(face.score).toBeGreaterThan(0.5);
      const crop = await ports.objects.get(face.cropKey);
      expect([crop.subarray(0, 4).toString(), crop.subarray(8, 12).toString()]).toEqual(['RIFF', 'WEBP']);
    }

    await requestScan(ports, { which: 'all', restoreDeleted: true, subject: 'all' });
    await scanWaiting();
    expect(await ports.faces.ofPhoto(id)).toEqual(faces);
    expect(await ports.vectors.count(engine.pack)).toBe(faces.length);
  });

  it('says what is wrong with a photo that breaks off, and goes on with the next one', async () => {
    const bytes = (await samplePhoto()).subarray(0, 50_000);
    const id = createHash('sha256').update(bytes).digest('hex') as PhotoId;
    await ports.objects.put('originals/broken', bytes);
    const photo = aPhoto({ id, original: { kind: 'object', key: 'originals/broken' } });
    await ports.photos.add(photo, aSourceOf(photo));
    await scanWaiting();
    expect((await ports.photos.get(id))?.scan).toMatchObject({
      state: 'failed',
      failure: { code: 'IMAGE_CORRUPT', message: expect.stringMatching(/\w.*\.$/) },
    });
    expect(await ports.faces.ofPhoto(id)).toEqual([]);
  });
});
