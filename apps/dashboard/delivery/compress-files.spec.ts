import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFiles } from './compress-files';

const SCRIPT = 'export const face = "a face, and another face";\n'.repeat(100);

describe('built files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-built-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'app.js'), SCRIPT);
    await writeFile(join(folder, 'assets', 'font.woff2'), SCRIPT);
    await writeFile(join(folder, 'theme.js'), 'small()');
    await compressFiles(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('have what is sent instead of them beside them', async () => {
    const brotli = await readFile(join(folder, 'assets', 'app.js.br'));
    const gzipped = await readFile(join(folder, 'assets', 'app.js.gz'));
    expect(brotliDecompressSync(brotli).toString()).toBe(SCRIPT);
    expect(gunzipSync(gzipped).toString()).toBe(SCRIPT);
    expect(brotli.byteLength).toBeLessThan(SCRIPT.length / 10);
  });

  it('are sent as they are where nothing is gained', async () => {
    expect(await readdir(folder)).toEqual(['assets', 'theme.js']);
    expect((await readdir(join(folder, 'assets'))).sort()).toEqual([
      'app.js',
      'app.js.br',
      'app.js.gz',
      'font.woff2',
    ]);
  });
});
