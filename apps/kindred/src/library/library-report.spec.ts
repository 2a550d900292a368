import { createHash } from 'node:crypto';
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PhotoId } from '@kindred/domain';
import { IngestFolders, type IngestReport } from '@kindred/ingest';
import { aFace, aPackName, aPerson } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import sharp from 'sharp';
import { type LibraryReport, reportLibrary } from './library-report';

const SETTINGS = { largestFileBytes: 2 ** 20, maximumPixels: 1_000_000, ingestConcurrency: 2 };
const NO_FILES = { found: 0, failed: 0, photos: new Set<PhotoId>() };

describe('the report of a run', () => {
  let ports: TestPorts;

  beforeEach(async () => {
    ports = await openTestPorts();
  });
  afterEach(() => ports.close());

  async function put(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(ports.folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    return path;
  }

  const picture = (seed: number) =>
    sharp({ create: { width: 16, height: 16, channels: 3, background: { r: seed, g: 0, b: 0 } } })
      .jpeg()
      .toBuffer();

  /** What `kindred up` does with folders, with a detector that cannot analyse some of their photos. */
  async function up(folders: string[], unreadable: readonly PhotoId[] = []): Promise<LibraryReport> {
    const paths = folders.map((folder) => join(ports.folder, folder));
    const files = await new IngestFolders(ports, SETTINGS).ingest(paths, 'reference');
    await scan(unreadable);
    return reportLibrary(ports, { files, folders: paths, elapsedSeconds: 1.23456 });
  }

  async function scan(unreadable: readonly PhotoId[]): Promise<void> {
    const failure = { code: 'IMAGE_CORRUPT', message: 'The file breaks off.' } as const;
    for (const {
      id,
      scan: { job },
    } of (await ports.photos.pending({ limit: 1000 })).items) {
      const at = ports.clock.now();
      if (unreadable.includes(id)) await ports.photos.failScan(id, { job, failure, at });
      else await ports.photos.completeScan(id, { job, pack: aPackName(), faces: 0, at });
    }
  }

  async function photoAt(path: string): Promise<PhotoId> {
    const source = await ports.photos.source(path);
    if (source?.outcome.state !== 'stored') throw new Error(`${path} is no photo`);
    return source.outcome.photo;
  }

  /** Puts a picture that no detector can analyse, and says which photo it is. */
  async function unreadable(name: string, seed: number): Promise<PhotoId> {
    const bytes = await picture(seed);
    await put(name, bytes);
    return createHash('sha256').update(bytes).digest('hex') as PhotoId;
  }

  it('counts every file once: as photo, as duplicate, or as failed', async () => {
    await put('photos/a.jpg', await picture(1));
    await put('photos/b.jpg', await picture(2));
    await put('photos/same as a.jpg', await picture(1));
    await put('photos/empty.jpg', Buffer.alloc(0));
    const broken = await unreadable('photos/broken.jpg', 3);
    const report = await up(['photos'], [broken]);
    expect(report.photos).toEqual({ found: 5, stored: 2, duplicates: 1, failed: 2 });
    expect(report.failures.map(({ path, code }) => [path.slice(ports.folder.length), code])).toEqual([
      ['/photos/broken.jpg', 'IMAGE_CORRUPT'],
      ['/photos/empty.jpg', 'FILE_EMPTY'],
    ]);
    expect(report.elapsedSeconds).toBe(1.235);
  });

  it('says the same of a second run over the same files', async () => {
    await put('photos/a.jpg', await picture(1));
    await put('photos/same as a.jpg', await picture(1));
    await put('photos/empty.jpg', Buffer.alloc(0));
    const broken = await unreadable('photos/broken.jpg', 3);
    const first = await up(['photos'], [broken]);
    expect(await up(['photos'])).toEqual(first);
  });

  it('counts a broken file that was replaced as the photo that it is now, and does not list it any more', async () => {
    const broken = await unreadable('photos/mended.jpg', 3);
    await up(['photos'], [broken]);
    await put('photos/mended.jpg', await picture(4));
    const report = await up(['photos']);
    expect(report.photos).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
    expect(report.failures).toEqual([]);
    expect(await ports.photos.failureCount()).toBe(0);
  });

  it('takes a mended file whose size and time say that nothing happened', async () => {
    const path = join(ports.folder, 'photos/mended.jpg');
    const broken = await unreadable('photos/mended.jpg', 3);
    await up(['photos'], [broken]);
    const { mtime, size } = await stat(path);
    const mended = Buffer.alloc(size);
    (await picture(4)).copy(mended);
    await writeFile(path, mended);
    await utimes(path, mtime, mtime);
    const report = await up(['photos']);
    expect(report.photos).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
    expect(await photoAt(path)).not.toBe(broken);
  });

  it('counts a file that broke as failed again', async () => {
    await put('photos/a.jpg', await picture(1));
    await up(['photos']);
    await put('photos/a.jpg', Buffer.from('not an image any more'));
    const report = await up(['photos']);
    expect(report.photos).toEqual({ found: 1, stored: 0, duplicates: 0, failed: 1 });
    expect(report.failures).toMatchObject([{ code: 'FILE_NOT_AN_IMAGE' }]);
  });

  it('does not count a broken file that was deleted', async () => {
    await put('photos/a.jpg', await picture(1));
    const broken = await unreadable('photos/broken.jpg', 3);
    await up(['photos'], [broken]);
    await rm(join(ports.folder, 'photos/broken.jpg'));
    const report = await up(['photos']);
    expect(report.photos).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
    expect(report.failures).toEqual([]);
  });

  it('counts a broken photo whose first copy lies in another folder', async () => {
    const broken = await unreadable('a/broken.jpg', 3);
    await up(['a'], [broken]);
    await put('b/broken too.jpg', await picture(3));
    const report = await up(['b']);
    expect(report.photos).toEqual({ found: 1, stored: 0, duplicates: 0, failed: 1 });
    expect(report.failures).toMatchObject([{ code: 'IMAGE_CORRUPT' }]);
  });

  it('leaves out what is wrong in other folders, and in folders that only begin with the same name', async () => {
    const broken = await unreadable('other/broken.jpg', 3);
    await put('photos and more/empty.jpg', Buffer.alloc(0));
    await up(['other', 'photos and more'], [broken]);
    await put('photos/a.jpg', await picture(1));
    const report = await up(['photos']);
    expect(report.photos).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
    expect(report.failures).toEqual([]);
  });

  it('lists every failure of the library when no folder was read, and counts no file', async () => {
    const broken = await unreadable('photos/broken.jpg', 3);
    await up(['photos'], [broken]);
    const report = await reportLibrary(ports, { files: NO_FILES, folders: [], elapsedSeconds: 0 });
    expect(report.photos).toEqual({ found: 0, stored: 0, duplicates: 0, failed: 0 });
    expect(report.failures).toMatchObject([{ code: 'IMAGE_CORRUPT' }]);
  });

  it('lists every failure however many there are', async () => {
    const source = { byteLength: 0, modifiedAt: 0, seenAt: ports.clock.now() };
    const failure = { code: 'FILE_EMPTY', message: 'The file is empty.' } as const;
    for (let index = 0; index < 1001; index += 1) {
      await ports.photos.recordFailedSource({
        ...source,
        path: `/photos/${index}.jpg`,
        outcome: { state: 'failed', failure },
      });
    }
    const files: Pick<IngestReport, 'found' | 'failed' | 'photos'> = {
      found: 1001,
      failed: 1001,
      photos: new Set(),
    };
    const report = await reportLibrary(ports, { files, folders: ['/photos'], elapsedSeconds: 0 });
    expect(report.failures).toHaveLength(1001);
    expect(report.photos).toEqual({ found: 1001, stored: 0, duplicates: 0, failed: 1001 });
  });

  it('counts the faces and people of the whole library', async () => {
    await ports.faces.upsert([aFace({ seed: 1 }), aFace({ seed: 2 })]);
    await ports.people.create(aPerson('Ada'));
    const report = await reportLibrary(ports, { files: NO_FILES, folders: [], elapsedSeconds: 0 });
    expect(report.faces).toEqual({ detected: 2, labeled: 0, inferred: 0, unknown: 2, ignored: 0 });
    expect(report.people).toEqual({ named: 1, unknown: 0 });
  });
});
