import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@kindred/domain';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import {
  everyFailure,
  everyPhoto,
  objectKeys,
  photoFolder,
  putFile,
  replaceUnnoticed,
  TEST_SETTINGS,
} from '../testing/ingest-test';
import { jpeg, photoIdOf } from '../testing/photo-files';
import type { Keeping } from '../store-photo/store-photo.use-case';
import { IngestFolders, type IngestReport } from './ingest-folders.use-case';

describe('ingesting folders', () => {
  let ports: TestPorts;
  let root: string;
  beforeEach(async () => {
    ports = await openTestPorts();
    root = photoFolder(ports);
    await mkdir(root, { recursive: true });
  });
  afterEach(() => ports.close());

  const ingest = (folders = [root], keeping: Keeping = 'reference', signal?: AbortSignal): Promise<IngestReport> =>
    new IngestFolders(ports, TEST_SETTINGS).ingest(folders, keeping, signal);
  const countsOf = ({ found, stored, duplicates, failed }: IngestReport) => ({ found, stored, duplicates, failed });
  const jobsOf = async (kind: Job['kind']) => (await ports.jobs.list()).filter((job) => job.kind === kind);
  const idsOfPhotos = async () => (await everyPhoto(ports)).map(({ id }) => id).sort();
  const announced = () => ports.bus.published('photos.stored').map(({ data }) => data.photo);

  it('stores every photo below them, counts duplicates and reports what failed', async () => {
    await putFile(ports, 'a.jpg', await jpeg(1));
    await putFile(ports, 'deep/er/b.jpg', await jpeg(2));
    await putFile(ports, 'copy of a.jpg', await jpeg(1));
    await putFile(ports, 'empty.jpg', Buffer.alloc(0));
    await putFile(ports, 'notes.txt', Buffer.from('no photo'));
    const report = await ingest();
    expect(countsOf(report)).toEqual({ found: 4, stored: 2, duplicates: 1, failed: 1 });
    expect(await idsOfPhotos()).toEqual([photoIdOf(await jpeg(1)), photoIdOf(await jpeg(2))].sort());
    expect(await everyFailure(ports)).toEqual([
      { path: join(root, 'empty.jpg'), photo: null, failure: expect.objectContaining({ code: 'FILE_EMPTY' }) },
    ]);
    expect(await ports.jobs.get(report.job)).toMatchObject({
      kind: 'ingest',
      state: 'completed',
      subject: root,
      total: 4,
      done: 3,
      failed: 1,
    });
  });

  it('starts one job of detection that the photos belong to and that knows how many there are', async () => {
    for (const seed of [1, 2, 3]) await putFile(ports, `${seed}.jpg`, await jpeg(seed));
    await ingest();
    const [detection, ...others] = await jobsOf('detect');
    expect(others).toEqual([]);
    expect(detection).toMatchObject({ state: 'running', subject: root, total: 3, done: 0 });
    for (const { scan } of await everyPhoto(ports)) expect(scan).toMatchObject({ state: 'pending', job: detection!.id });
    expect(announced().sort()).toEqual(await idsOfPhotos());
  });

  it('starts no detection when there is nothing new, not even of an empty folder', async () => {
    expect(countsOf(await ingest())).toEqual({ found: 0, stored: 0, duplicates: 0, failed: 0 });
    await putFile(ports, 'a.jpg', await jpeg());
    await ingest();
    expect(countsOf(await ingest())).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
    expect(await jobsOf('detect')).toHaveLength(1);
    expect(announced()).toHaveLength(1);
  });

  it('takes several folders, one inside the other, with a link to a third', async () => {
    await putFile(ports, 'in/a.jpg', await jpeg(1));
    await putFile(ports, 'in/below/b.jpg', await jpeg(2));
    const elsewhere = join(ports.folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'c.jpg'), await jpeg(3));
    await symlink(elsewhere, join(root, 'in', 'link'));
    const report = await ingest([join(root, 'in'), join(root, 'in', 'below')]);
    expect(countsOf(report)).toEqual({ found: 4, stored: 3, duplicates: 1, failed: 0 });
  });

  it('reports a folder that is not there and stores the rest', async () => {
    await putFile(ports, 'a.jpg', await jpeg());
    const missing = join(ports.folder, 'missing');
    expect(countsOf(await ingest([missing, root]))).toEqual({ found: 2, stored: 1, duplicates: 0, failed: 1 });
    expect(await everyFailure(ports)).toMatchObject([{ path: missing, failure: { code: 'FOLDER_UNREADABLE' } }]);
  });

  describe('a second time', () => {
    it('does not read a file that looks unchanged', async () => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      await ingest();
      await replaceUnnoticed(path, Buffer.alloc(bytes.length));
      expect(countsOf(await ingest())).toEqual({ found: 1, stored: 1, duplicates: 0, failed: 0 });
      expect(await everyFailure(ports)).toEqual([]);
    });

    it('stores what is new and what has changed, and only that', async () => {
      const path = await putFile(ports, 'a.jpg', await jpeg(1));
      await putFile(ports, 'b.jpg', await jpeg(2));
      await ingest();
      await writeFile(path, await jpeg(3));
      await putFile(ports, 'c.jpg', await jpeg(4));
      expect(countsOf(await ingest())).toEqual({ found: 3, stored: 3, duplicates: 0, failed: 0 });
      expect([...announced()].sort()).toEqual((await Promise.all([1, 2, 3, 4].map(jpeg))).map(photoIdOf).sort());
      expect((await jobsOf('detect')).map(({ total }) => total)).toEqual([2, 2]);
    });

    it('finds the photos of a folder that was renamed where they are now', async () => {
      for (const seed of [1, 2]) await putFile(ports, `before/${seed}.jpg`, await jpeg(seed));
      await ingest();
      await rename(join(root, 'before'), join(root, 'after'));
      expect(countsOf(await ingest())).toEqual({ found: 2, stored: 2, duplicates: 0, failed: 0 });
      const photos = await everyPhoto(ports);
      expect(photos).toHaveLength(2);
      for (const photo of photos) {
        expect(photo.original).toMatchObject({ path: expect.stringContaining('/after/') });
        expect(photoIdOf(await ports.originals.read(photo))).toBe(photo.id);
      }
      expect(announced()).toHaveLength(2);
    });

    it('copies what was referenced when copies are wanted now', async () => {
      await putFile(ports, 'a.jpg', await jpeg());
      await ingest();
      await ingest([root], 'copy');
      await rm(root, { recursive: true });
      const [photo] = await everyPhoto(ports);
      expect(await ports.originals.read(photo!)).toEqual(await jpeg());
      expect(await objectKeys(ports)).toHaveLength(1);
    });

    it('forgets a failure whose cause is mended, and one whose file is gone', async () => {
      const mended = await putFile(ports, 'mended.jpg', Buffer.from('half'));
      const removed = await putFile(ports, 'removed.jpg', Buffer.alloc(0));
      const still = await putFile(ports, 'still.jpg', Buffer.alloc(0));
      await ingest();
      await writeFile(mended, await jpeg());
      await rm(removed);
      await ingest();
      expect((await everyFailure(ports)).map(({ path }) => path)).toEqual([still]);
    });

    it('keeps failures of other folders, also of one whose name begins alike', async () => {
      const other = await putFile(ports, 'album 2/broken.jpg', Buffer.alloc(0));
      await putFile(ports, 'album/fine.jpg', await jpeg());
      await ingest();
      await rm(other);
      await ingest([join(root, 'album')]);
      expect((await everyFailure(ports)).map(({ path }) => path)).toEqual([other]);
    });
  });

  describe('and being told to stop', () => {
    it('stops before it has begun', async () => {
      await putFile(ports, 'a.jpg', await jpeg());
      const report = await ingest([root], 'reference', AbortSignal.abort());
      expect(report).toMatchObject({ found: 0, cancelled: true });
      expect(await everyPhoto(ports)).toEqual([]);
    });

    it('ends with what it has, and the next run stores the rest', async () => {
      for (let seed = 1; seed <= 12; seed++) await putFile(ports, `${seed}.jpg`, await jpeg(seed));
      const stop = new AbortController();
      const add = jest.spyOn(ports.photos, 'add').mockImplementation((...given) => {
        stop.abort();
        add.mockRestore();
        return ports.photos.add(...given);
      });
      const report = await ingest([root], 'reference', stop.signal);
      expect(report.cancelled).toBe(true);
      expect(report.stored).toBeLessThan(12);
      expect(await everyPhoto(ports)).toHaveLength(report.stored);
      expect(countsOf(await ingest())).toEqual({ found: 12, stored: 12, duplicates: 0, failed: 0 });
    });

    it('keeps the failures of files that it did not get to', async () => {
      const path = await putFile(ports, 'broken.jpg', Buffer.alloc(0));
      await ingest();
      await ingest([root], 'reference', AbortSignal.abort());
      expect((await everyFailure(ports)).map(({ path }) => path)).toEqual([path]);
    });
  });

  it('ends its job as failed, with the reason, when the library cannot be written to', async () => {
    await putFile(ports, 'a.jpg', await jpeg());
    jest.spyOn(ports.photos, 'add').mockRejectedValue(new Error('the database is gone'));
    jest.spyOn(ports.photos, 'recordFailedSource').mockRejectedValue(new Error('the database is gone'));
    await expect(ingest()).rejects.toThrow('the database is gone');
    expect(await jobsOf('ingest')).toMatchObject([
      { state: 'failed', failure: { code: 'INTERNAL', message: 'the database is gone' } },
    ]);
  });
});
