import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { LibraryReport } from '../src/library/library-report';
import { kindred, KindredProcess, lastJson, temporaryFolder } from './kindred-process';
import { libraryState } from './library-state';
import { samplePhotos } from './sample-photos';

const KILLS = 20;
/** Milliseconds after the start between which a kill falls: from before the stores are open to after the last photo. */
const EARLIEST = 150;
const LATEST = 2_500;

describe('killing Kindred', () => {
  const folder = temporaryFolder('kill');

  it('loses no photo and doubles no face, at twenty random moments of one run', async () => {
    const photos = await manyPhotos(join(folder, 'photos'));
    const undisturbed = join(folder, 'undisturbed');
    lastJson(await kindred(['up', photos, '--once', '--json', '--port', '0'], undisturbed));

    const disturbed = join(folder, 'disturbed');
    for (let kills = 0; kills < KILLS; kills += 1) {
      const run = KindredProcess.start(['up', photos, '--once', '--json', '--port', '0'], disturbed);
      const moment = EARLIEST + Math.random() * (LATEST - EARLIEST);
      const timer = setTimeout(() => run.kill('SIGKILL'), moment);
      await run.finished;
      clearTimeout(timer);
    }
    const report = lastJson<LibraryReport>(
      await kindred(['up', photos, '--once', '--json', '--port', '0'], disturbed),
    );

    expect(report.failures).toEqual([]);
    expect(await libraryState(disturbed)).toEqual(await libraryState(undisturbed));
  });
});

/** The sample photos in five sizes, so that a run is long enough to be interrupted at many places. */
async function manyPhotos(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [index, path] of (await samplePhotos()).entries()) {
    for (const width of [1920, 1800, 1700, 1600, 1500]) {
      await sharp(path)
        .resize({ width })
        .jpeg({ quality: 90 })
        .toFile(join(folder, `${index}-${width}.jpg`));
    }
  }
  return folder;
}
