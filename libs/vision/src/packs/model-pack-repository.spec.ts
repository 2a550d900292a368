import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILTIN_PACKS, DEFAULT_PACK } from './builtin';
import type { FetchProgress } from './fetch/progress';
import { modelPackManifest, type ModelPackManifest } from './manifest';
import { ModelPackRepository } from './model-pack-repository';

const EMBEDDER = Buffer.from('an embedder, if you want to believe it');
const DETECTOR = Buffer.from('a detector');
const LANDMARKER = Buffer.from('a landmarker');

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('ModelPackRepository', () => {
  let scratch: string;
  let packs: ModelPackRepository;

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'kindred-packs-'));
    packs = new ModelPackRepository({ folder: join(scratch, 'packs') });
    await writeFile(join(scratch, 'detector.onnx'), DETECTOR);
    await writeFile(join(scratch, 'landmarker.onnx'), LANDMARKER);
    await writeFile(join(scratch, 'embedder.onnx'), EMBEDDER);
  });
  afterEach(() => rm(scratch, { recursive: true }));

  function manifest(changes: Partial<ModelPackManifest> = {}): ModelPackManifest {
    const builtin = BUILTIN_PACKS[0];
    const file = (name: string, bytes: Buffer) => ({
      name,
      source: `file:${join(scratch, name)}`,
      sha256: sha256(bytes),
      bytes: bytes.length,
    });
    return {
      ...builtin,
      name: 'mine',
      detector: { ...builtin.detector, file: 'detector.onnx' },
      landmarker: { ...builtin.landmarker!, file: 'landmarker.onnx' },
      embedder: { ...builtin.embedder, file: 'embedder.onnx' },
      files: [
        file('detector.onnx', DETECTOR),
        file('landmarker.onnx', LANDMARKER),
        file('embedder.onnx', EMBEDDER),
      ],
      ...changes,
    };
  }

  async function add(pack: unknown): Promise<ModelPackManifest> {
    const path = join(scratch, 'manifest.json');
    await writeFile(path, JSON.stringify(pack));
    return packs.add(path);
  }

  it('knows the built-in packs, the default first, none of them installed', async () => {
    const listed = await packs.list();
    expect(listed.map((pack) => pack.manifest.name)).toEqual([
      'faceplugin',
      'yunet',
      'auraface',
      'buffalo_l',
    ]);
    expect(listed[0].manifest.name).toBe(DEFAULT_PACK);
    expect(listed.every((pack) => !pack.installed && pack.missingBytes > 0)).toBe(true);
  });

  it('installs a pack of files and tells its progress', async () => {
    await add(manifest());
    await expect(packs.get('mine')).rejects.toMatchObject({
      code: 'PACK_NOT_INSTALLED',
      hint: expect.stringContaining('kindred models pull mine'),
    });
    const progress: FetchProgress[] = [];
    const installed = await packs.pull('mine', { onProgress: (p) => progress.push(p) });
    expect(await readFile(installed.paths['embedder.onnx']!)).toEqual(EMBEDDER);
    expect(progress.map((p) => p.file)).toEqual(['detector.onnx', 'landmarker.onnx', 'embedder.onnx']);
    expect(await packs.get('mine')).toEqual(installed);
    expect((await packs.list()).find((pack) => pack.manifest.name === 'mine')).toMatchObject({
      installed: true,
      missingBytes: 0,
    });
    await expect(packs.verify('mine')).resolves.toBeUndefined();
  });

  it('fetches nothing twice, and shares files between packs', async () => {
    await add(manifest());
    await packs.pull('mine');
    await add(manifest({ name: 'other' }));
    const onProgress = jest.fn();
    await packs.pull('mine', { onProgress });
    await packs.pull('other', { onProgress });
    expect(onProgress).not.toHaveBeenCalled();
    expect(await readdir(join(scratch, 'packs', 'files'))).toHaveLength(3);
  });

  it('takes files from a folder before it asks the network', async () => {
    const offline = manifest();
    await add({
      ...offline,
      files: offline.files.map((file) => ({ ...file, source: `https://nowhere.invalid/${file.name}` })),
    });
    const installed = await packs.pull('mine', { from: scratch });
    expect(await readFile(installed.paths['detector.onnx']!)).toEqual(DETECTOR);
  });

  it('refuses a file with another checksum and leaves nothing of it', async () => {
    await add(manifest());
    await writeFile(join(scratch, 'embedder.onnx'), 'something else');
    await expect(packs.pull('mine')).rejects.toMatchObject({
      code: 'PACK_CHECKSUM_MISMATCH',
      message: expect.stringContaining('embedder.onnx'),
    });
    expect(await readdir(join(scratch, 'packs', 'files'))).toHaveLength(2);
    await writeFile(join(scratch, 'embedder.onnx'), EMBEDDER);
    await expect(packs.pull('mine')).resolves.toBeDefined();
  });

  it('finds a file that was damaged after it was installed, and fetches it again', async () => {
    await add(manifest());
    const installed = await packs.pull('mine');
    await writeFile(installed.paths['detector.onnx']!, Buffer.from(DETECTOR).fill(0x20, 0, 1));
    await expect(packs.verify('mine')).rejects.toMatchObject({ code: 'PACK_CHECKSUM_MISMATCH' });
    await expect(packs.get('mine')).rejects.toMatchObject({ code: 'PACK_NOT_INSTALLED' });
    await packs.pull('mine');
    await expect(packs.verify('mine')).resolves.toBeUndefined();
  });

  it('says which file cannot be had', async () => {
    await add(manifest());
    await rm(join(scratch, 'detector.onnx'));
    await expect(packs.pull('mine')).rejects.toMatchObject({ code: 'PACK_DOWNLOAD_FAILED' });
  });

  it('says which packs there are when asked for another', async () => {
    await expect(packs.get('nobody')).rejects.toMatchObject({
      code: 'PACK_UNKNOWN',
      hint: expect.stringContaining('faceplugin, yunet'),
    });
    await expect(packs.pull('nobody')).rejects.toMatchObject({ code: 'PACK_UNKNOWN' });
  });

  it.each([
    ['no JSON', 'not json at all'],
    ['an unknown key', { colour: 'blue' }],
    ['a path as its name', { name: '../../etc' }],
    ['a source of no kind', { files: [{ name: 'a', source: 'ftp://x', sha256: '0'.repeat(64), bytes: 1 }] }],
    [
      'a missing file',
      {
        embedder: {
          family: 'arcface',
          file: 'absent.onnx',
          pixels: { channels: 'rgb', mean: 0, deviation: 1 },
        },
      },
    ],
    ['a detector without landmarks and no landmarker', { landmarker: undefined }],
    ['the name of a built-in pack', { name: 'faceplugin' }],
  ])('refuses a manifest with %s', async (_, changes) => {
    const pack = typeof changes === 'string' ? changes : { ...manifest(), ...changes };
    await expect(add(pack)).rejects.toMatchObject({ code: 'PACK_INVALID' });
    await mkdir(join(scratch, 'packs'), { recursive: true });
    expect(await readdir(join(scratch, 'packs'))).toEqual([]);
  });
});

describe('built-in manifests', () => {
  it.each(BUILTIN_PACKS.map((pack) => [pack.name, pack]))('%s is valid', (_, pack) => {
    expect(modelPackManifest.parse(pack)).toEqual(pack);
  });

  it('say that InsightFace weights are not for commercial use', () => {
    expect(BUILTIN_PACKS.filter((pack) => !pack.commercialUse).map((pack) => pack.name)).toEqual([
      'buffalo_l',
    ]);
  });
});
