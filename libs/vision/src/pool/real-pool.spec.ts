import { readFile } from 'node:fs/promises';
import { SAMPLE_PHOTOS } from '../samples/sample-photos';
import { realPack, realPhotos } from '../testing/real-pack';
import { AnalyserPool } from './analyser-pool';

jest.setTimeout(300_000);

describe('AnalyserPool with the default pack', () => {
  let pool: AnalyserPool;
  let photos: string[];

  beforeAll(async () => {
    photos = await realPhotos();
    pool = await AnalyserPool.open({ pack: await realPack('faceplugin'), workers: 2 });
  });
  afterAll(() => pool?.close());

  it('finds the faces of the sample photos, from paths and from bytes', async () => {
    const bytes = await Promise.all(photos.map((photo) => readFile(photo)));
    const analyses = await Promise.all([...photos, ...bytes].map((photo) => pool.analyse(photo)));
    const faces = SAMPLE_PHOTOS.map((photo) => photo.faces);
    expect(analyses.map((analysis) => analysis.faces.length)).toEqual([...faces, ...faces]);
    expect(analyses[0].faces[0].embedding).toHaveLength(512);
    expect(analyses[0].faces[0].crop.length).toBeGreaterThan(1000);
  });

  it('goes on after photos that are none', async () => {
    const results = await Promise.allSettled([
      pool.analyse(new Uint8Array(0)),
      pool.analyse(Buffer.from('no image')),
      pool.analyse('/nowhere/photo.jpg'),
      pool.analyse(photos[0]),
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'found'))).toEqual([
      'FILE_EMPTY',
      'FILE_NOT_AN_IMAGE',
      'FILE_VANISHED',
      'found',
    ]);
  });
});

describe('opening', () => {
  it('says which execution provider is not there', async () => {
    const executionProvider = process.platform === 'darwin' ? 'dml' : 'coreml';
    const opening = AnalyserPool.open({ pack: await realPack('faceplugin'), workers: 1, executionProvider });
    await expect(opening).rejects.toMatchObject({
      code: 'EXECUTION_PROVIDER_UNAVAILABLE',
      hint: expect.stringContaining('cpu'),
    });
  });

  it('says which file is no model', async () => {
    const { manifest, paths } = await realPack('faceplugin');
    const opening = AnalyserPool.open({
      pack: { manifest, paths: { ...paths, 'fr_detect.onnx': __filename } },
      workers: 1,
    });
    await expect(opening).rejects.toMatchObject({ code: 'PACK_INVALID' });
  });
});
