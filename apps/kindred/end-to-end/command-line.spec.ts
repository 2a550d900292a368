import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { LibraryReport } from '../src/library/library-report';
import { kindred, KindredProcess, lastJson, temporaryFolder } from './kindred-process';
import { libraryState } from './library-state';
import { samplePhotos } from './sample-photos';

const ONCE = ['--once', '--json', '--port', '0'];

describe('the command line', () => {
  const folder = temporaryFolder('command-line');

  it('finds the faces of the sample photos', async () => {
    const report = lastJson<LibraryReport>(await kindred(['demo', ...ONCE], join(folder, 'demo')));
    expect(report.photos).toEqual({ found: 6, stored: 6, duplicates: 0, failed: 0 });
    expect(report.faces.detected).toBeGreaterThanOrEqual(21);
    expect(report.faces.unknown).toBe(report.faces.detected);
    expect(report.failures).toEqual([]);
  });

  it('says for each broken file what is wrong with it, and takes it once it is mended', async () => {
    const photos = join(folder, 'broken');
    const [sample] = await samplePhotos();
    await mkdir(photos);
    await cp(sample, join(photos, 'good \u{1F600}\n name.jpg'));
    await cp(sample, join(photos, 'copy.jpg'));
    await writeFile(join(photos, 'empty.jpg'), '');
    await writeFile(join(photos, 'text.png'), 'not an image at all');
    await writeFile(
      join(photos, 'truncated.jpg'),
      (await sharp(sample).jpeg().toBuffer()).subarray(0, 20_000),
    );
    await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toFile(join(photos, 'dot.png'));
    const data = join(folder, 'broken-data');

    const first = lastJson<LibraryReport>(await kindred(['up', photos, ...ONCE], data));
    expect(first.photos).toEqual({ found: 6, stored: 2, duplicates: 1, failed: 3 });
    const codes = Object.fromEntries(
      first.failures.map(({ path, code }) => [path.slice(photos.length + 1), code]),
    );
    expect(codes).toEqual({
      'empty.jpg': 'FILE_EMPTY',
      'text.png': 'FILE_NOT_AN_IMAGE',
      'truncated.jpg': 'IMAGE_CORRUPT',
    });

    await sharp(sample).jpeg().toFile(join(photos, 'truncated.jpg'));
    const second = lastJson<LibraryReport>(await kindred(['up', photos, ...ONCE], data));
    expect(second.photos).toEqual({ found: 6, stored: 3, duplicates: 1, failed: 2 });
  });

  it('stops in order when it is interrupted, and goes on where it stopped', async () => {
    const data = join(folder, 'interrupted');
    const run = KindredProcess.start(['demo', '--port', '0'], data);
    await run.url();
    run.kill('SIGINT');
    expect(await run.finished).toMatchObject({ status: 0, signal: null });
    const report = lastJson<LibraryReport>(await kindred(['demo', ...ONCE], data));
    expect(report.photos).toEqual({ found: 6, stored: 6, duplicates: 0, failed: 0 });
    expect((await libraryState(data)).every(({ scan }) => scan === 'scanned')).toBe(true);
  });

  it('keeps a data folder to one process', async () => {
    const data = join(folder, 'shared');
    const run = KindredProcess.start(['demo', '--port', '0'], data);
    const url = await run.url();
    const other = await kindred(['demo', '--port', '0'], data);
    expect(other.status).toBe(1);
    expect(other.errors).toContain(url);
    expect((await kindred(['status'], data)).output).toContain(`runs at ${url}`);
    expect((await kindred(['rescan'], data)).output).toContain('will be scanned');
    run.kill('SIGTERM');
    expect((await run.finished).status).toBe(0);
  });

  it('names a folder that is not there', async () => {
    const { status, errors } = await kindred(['up', join(folder, 'nowhere')], join(folder, 'none'));
    expect(status).toBe(1);
    expect(errors).toContain('nowhere is not there');
  });

  it('names a setting that does not exist', async () => {
    const { status, errors } = await kindred(['config', 'set', 'colour', 'red'], join(folder, 'none'));
    expect(status).toBe(1);
    expect(errors).toContain('"colour" names no setting');
  });
});
