import { execFileSync } from 'node:child_process';
import fileSystem, { appendFile, chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PhotoId } from '@kindred/domain';
import { aJobId, unprivileged } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import sharp from 'sharp';
import { everyFailure, everyPhoto, objectKeys, photoFolder, putFile, TEST_SETTINGS } from '../testing/ingest-test';
import { CAMERA_EXIF, HEIC_FIXTURE, jpeg, photoIdOf, picture, PHOTO_HEIGHT, PHOTO_WIDTH, TIFF_FIXTURE } from '../testing/photo-files';
import { type Keeping, type StoreOutcome, StorePhoto } from './store-photo.use-case';

const JOB = aJobId('detect');
const CAMERA_FACTS = {
  takenAt: '2024-04-30T01:15:00+02:00',
  camera: 'Kindred One',
  lens: 'Fifty',
  location: { latitude: expect.closeTo(48.2082, 4), longitude: expect.closeTo(16.3738, 4) },
};

describe('storing a file', () => {
  let ports: TestPorts;
  beforeEach(async () => (ports = await openTestPorts()));
  afterEach(() => ports.close());

  async function store(path: string, keeping: Keeping = 'reference', settings = TEST_SETTINGS): Promise<StoreOutcome> {
    const { size, mtimeMs } = await stat(path);
    return storeSeen(path, { byteLength: size, modifiedAt: Math.trunc(mtimeMs) }, keeping, settings);
  }

  /** Stores a file that looked like this when it was found. */
  function storeSeen(
    path: string,
    seen: { readonly byteLength: number; readonly modifiedAt: number },
    keeping: Keeping = 'reference',
    settings = TEST_SETTINGS,
  ): Promise<StoreOutcome> {
    return new StorePhoto(ports, settings).store({ source: path, file: path, ...seen }, keeping, JOB);
  }

  const announced = () => ports.bus.published('photos.stored').map(({ data }) => data);
  const photoOf = async (bytes: Uint8Array) => ports.photos.get(photoIdOf(bytes));

  it('makes a photo of it that waits for detection, named by its bytes', async () => {
    const bytes = await jpeg();
    const path = await putFile(ports, 'a.jpg', bytes);
    expect(await store(path)).toEqual({ state: 'added', photo: photoIdOf(bytes) });
    expect(await photoOf(bytes)).toEqual({
      id: photoIdOf(bytes),
      mediaType: 'image/jpeg',
      byteLength: bytes.length,
      width: PHOTO_WIDTH,
      height: PHOTO_HEIGHT,
      original: { kind: 'file', path },
      metadata: {},
      ingestedAt: ports.clock.now(),
      scan: { state: 'pending', job: JOB, restoreDeleted: false },
    });
    expect(announced()).toEqual([{ photo: photoIdOf(bytes), job: JOB }]);
  });

  describe('of each format', () => {
    it.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)('%s, whatever its name says', async (format) => {
      const bytes = await picture()[format]().toBuffer();
      await store(await putFile(ports, 'misnamed.heic', bytes));
      expect(await photoOf(bytes)).toMatchObject({
        mediaType: `image/${format}`,
        width: PHOTO_WIDTH,
        height: PHOTO_HEIGHT,
        metadata: {},
      });
    });

    it.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s with what the camera wrote', async (format) => {
      const bytes = await picture().withExif(CAMERA_EXIF)[format]().toBuffer();
      await store(await putFile(ports, 'a.jpg', bytes));
      expect((await photoOf(bytes))?.metadata).toEqual(CAMERA_FACTS);
    });

    it('TIFF, which is its own EXIF block, with what the camera wrote', async () => {
      const bytes = await readFile(TIFF_FIXTURE);
      await store(await putFile(ports, 'a.tif', bytes));
      expect((await photoOf(bytes))?.metadata).toEqual(CAMERA_FACTS);
    });

    it('HEIC with what the camera wrote', async () => {
      const bytes = await readFile(HEIC_FIXTURE);
      await store(await putFile(ports, 'a.heic', bytes));
      expect(await photoOf(bytes)).toMatchObject({
        mediaType: 'image/heic',
        width: 96,
        height: 64,
        metadata: {
          takenAt: '2024-05-01T12:30:00+02:00',
          location: { latitude: expect.closeTo(48.2082, 4), longitude: expect.closeTo(16.3738, 4) },
        },
      });
    });

    it.each([1, 2, 3, 4, 5, 6, 7, 8])('with the size that it has upright, for orientation %i', async (orientation) => {
      const bytes = await picture().withMetadata({ orientation }).jpeg().toBuffer();
      await store(await putFile(ports, 'a.jpg', bytes));
      const sides = [PHOTO_WIDTH, PHOTO_HEIGHT];
      if (orientation >= 5) sides.reverse();
      expect(await photoOf(bytes)).toMatchObject({ width: sides[0], height: sides[1] });
    });
  });

  describe('whose bytes are known', () => {
    it('adds a source to the photo and tells nobody again', async () => {
      const bytes = await jpeg();
      const [one, two] = [await putFile(ports, 'a.jpg', bytes), await putFile(ports, 'b.jpg', bytes)];
      expect((await store(one)).state).toBe('added');
      expect((await store(two)).state).toBe('known');
      expect((await ports.photos.sourcesOf(photoIdOf(bytes))).map(({ path }) => path)).toEqual([one, two]);
      expect(await everyPhoto(ports)).toHaveLength(1);
      expect(announced()).toHaveLength(1);
      expect((await photoOf(bytes))?.original).toEqual({ kind: 'file', path: one });
    });

    it('points a referenced photo at its new place when it has left the old one', async () => {
      const bytes = await jpeg();
      const before = await putFile(ports, 'before.jpg', bytes);
      await store(before);
      await rm(before);
      const after = await putFile(ports, 'after.jpg', bytes);
      await store(after);
      const photo = (await photoOf(bytes))!;
      expect(photo.original).toEqual({ kind: 'file', path: after });
      expect(await ports.originals.read(photo)).toEqual(bytes);
    });

    it('points it there too when another photo has taken its old place', async () => {
      const [bytes, other] = [await jpeg(1), await jpeg(2)];
      const place = await putFile(ports, 'a.jpg', bytes);
      await store(place);
      await writeFile(place, other);
      await store(place);
      const backup = await putFile(ports, 'backup.jpg', bytes);
      await store(backup);
      expect((await photoOf(bytes))?.original).toEqual({ kind: 'file', path: backup });
      expect((await photoOf(other))?.original).toEqual({ kind: 'file', path: place });
    });

    it('points it at a copy that was there all along', async () => {
      const bytes = await jpeg();
      const place = await putFile(ports, 'a.jpg', bytes);
      const copy = await putFile(ports, 'b.jpg', bytes);
      await store(place);
      await store(copy);
      await rm(place);
      expect((await store(copy)).state).toBe('unchanged');
      expect((await photoOf(bytes))?.original).toEqual({ kind: 'file', path: copy });
    });

    it('announces a photo that nobody was told about, on behalf of the job it waits for', async () => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      ports.bus.setOnline(false);
      expect(await store(path)).toMatchObject({ state: 'failed', failure: { code: 'BUS_UNAVAILABLE' } });
      ports.bus.setOnline(true);
      expect((await store(path)).state).toBe('known');
      expect(announced()).toEqual([{ photo: photoIdOf(bytes), job: JOB }]);
      expect(await everyFailure(ports)).toEqual([]);
    });
  });

  describe('that was seen before', () => {
    it('does not read it when its size and time are the same', async () => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      const seen = { byteLength: bytes.length, modifiedAt: 1_577_836_800_000 };
      await storeSeen(path, seen);
      await rm(path);
      expect(await storeSeen(path, seen)).toEqual({ state: 'unchanged', photo: photoIdOf(bytes) });
    });

    it.each([
      ['reads it again, however it looks, when it turned out to be broken', 'IMAGE_CORRUPT', 'known'],
      ['does not read it when its scan failed for another reason', 'CANCELLED', 'unchanged'],
    ] as const)('%s', async (_, code, state) => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      await store(path);
      const failure = { code, message: 'It could not be scanned.' };
      await ports.photos.failScan(photoIdOf(bytes), { job: JOB, failure, at: ports.clock.now() });
      expect((await store(path)).state).toBe(state);
    });

    it.each([
      ['size', { byteLength: 1 }],
      ['time', { modifiedAt: 1 }],
    ])('reads it again when its %s is another', async (_, difference) => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      const seen = { byteLength: bytes.length, modifiedAt: 1_577_836_800_000 };
      await storeSeen(path, seen);
      await rm(path);
      expect(await storeSeen(path, { ...seen, ...difference })).toMatchObject({
        failure: { code: 'FILE_VANISHED' },
      });
    });

    it('makes another photo of it when it was edited, and keeps the first', async () => {
      const [before, after] = [await jpeg(1), await picture(2).png().toBuffer()];
      const path = await putFile(ports, 'a.jpg', before);
      await store(path);
      await writeFile(path, after);
      expect(await store(path)).toEqual({ state: 'added', photo: photoIdOf(after) });
      expect((await everyPhoto(ports)).map(({ id }) => id).sort()).toEqual([before, after].map(photoIdOf).sort());
      expect(await ports.photos.source(path)).toMatchObject({ outcome: { photo: photoIdOf(after) } });
    });

    it('tries one that failed again, though it looks the same', async () => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      expect((await store(path, 'reference', { ...TEST_SETTINGS, largestFileBytes: 1 })).state).toBe('failed');
      expect(await store(path)).toEqual({ state: 'added', photo: photoIdOf(bytes) });
      expect(await everyFailure(ports)).toEqual([]);
    });
  });

  describe('keeping a copy', () => {
    it('puts the bytes into the object store, once', async () => {
      const bytes = await jpeg();
      await store(await putFile(ports, 'a.jpg', bytes), 'copy');
      await store(await putFile(ports, 'b.jpg', bytes), 'copy');
      const [key] = await objectKeys(ports);
      expect(await objectKeys(ports)).toHaveLength(1);
      expect(await photoOf(bytes)).toMatchObject({ original: { kind: 'object', key } });
      expect(await ports.objects.get(key!)).toEqual(bytes);
    });

    it('leaves the object store empty when photos are only referenced', async () => {
      await store(await putFile(ports, 'a.jpg', await jpeg()), 'reference');
      expect(await objectKeys(ports)).toEqual([]);
    });

    it('copies what was referenced before, though the file is unchanged, and then leaves it alone', async () => {
      const bytes = await jpeg();
      const path = await putFile(ports, 'a.jpg', bytes);
      await store(path, 'reference');
      expect((await store(path, 'copy')).state).toBe('known');
      expect((await photoOf(bytes))?.original.kind).toBe('object');
      expect((await store(path, 'copy')).state).toBe('unchanged');
      expect((await store(path, 'reference')).state).toBe('unchanged');
      expect((await photoOf(bytes))?.original.kind).toBe('object');
    });
  });

  describe('that is hostile or broken', () => {
    async function refusal(name: string, bytes: Uint8Array): Promise<unknown> {
      const path = await putFile(ports, name, bytes);
      const outcome = await store(path, 'copy');
      if (outcome.state !== 'failed') throw new Error(`it is ${outcome.state}`);
      expect(outcome.failure).toEqual({
        code: expect.any(String),
        message: expect.stringMatching(/^.*\.$/su),
        hint: expect.stringMatching(/\.$/),
      });
      expect(await everyFailure(ports)).toEqual([{ path, photo: null, failure: outcome.failure }]);
      expect(await everyPhoto(ports)).toEqual([]);
      expect(await objectKeys(ports)).toEqual([]);
      expect(announced()).toEqual([]);
      return outcome.failure.code;
    }

    it('says so of an empty file', async () => {
      expect(await refusal('a.jpg', Buffer.alloc(0))).toBe('FILE_EMPTY');
    });

    it('says so of a text, a web page or zeros with the name of a photo', async () => {
      expect(await refusal('a.jpg', Buffer.from('Dear diary'))).toBe('FILE_NOT_AN_IMAGE');
      expect(await refusal('a.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('FILE_NOT_AN_IMAGE');
      expect(await refusal('a.jpg', Buffer.alloc(5_000))).toBe('FILE_NOT_AN_IMAGE');
    });

    it('says so of a header that breaks off', async () => {
      expect(await refusal('a.jpg', (await jpeg()).subarray(0, 20))).toBe('IMAGE_CORRUPT');
      expect(await refusal('a.jpg', (await picture().png().toBuffer()).subarray(0, 12))).toBe('IMAGE_CORRUPT');
    });

    it('says so of a picture without a single pixel', async () => {
      expect(await refusal('a.jpg', pngOf(0, 0))).toBe('IMAGE_CORRUPT');
      expect(await refusal('a.jpg', pngOf(10, 0))).toBe('IMAGE_CORRUPT');
    });

    it('refuses by its header what would fill the memory', async () => {
      expect(await refusal('a.jpg', pngOf(30_000, 30_000))).toBe('IMAGE_TOO_LARGE');
      expect(await refusal('a.jpg', pngOf(1, 1_000_001))).toBe('IMAGE_TOO_LARGE');
    });

    it('refuses a header with sizes that no picture has', async () => {
      expect(['IMAGE_TOO_LARGE', 'IMAGE_CORRUPT']).toContain(await refusal('a.jpg', pngOf(0x7fffffff, 0x7fffffff)));
      expect(['IMAGE_TOO_LARGE', 'IMAGE_CORRUPT']).toContain(await refusal('a.jpg', pngOf(0xffffffff, 0xffffffff)));
    });

    it('refuses a decompression bomb: megabytes of one colour in a kilobyte', async () => {
      const create = { width: 4_000, height: 4_000, channels: 3 as const, background: 'black' };
      const bomb = await sharp({ create }).png({ compressionLevel: 9 }).toBuffer();
      expect(bomb.length).toBeLessThan(100_000);
      expect(await refusal('a.jpg', bomb)).toBe('IMAGE_TOO_LARGE');
    });

    it('does not read more bytes than it is allowed to', async () => {
      const padded = Buffer.concat([await jpeg(), Buffer.alloc(TEST_SETTINGS.largestFileBytes)]);
      expect(await refusal('a.jpg', padded)).toBe('FILE_TOO_LARGE');
    });

    it('names an image format that it does not read', async () => {
      expect(await refusal('a.jpg', Buffer.from('BM and the rest of a bitmap'))).toBe('IMAGE_UNSUPPORTED');
    });

    it('stores a photo whose pixels break off: its header tells what it is, and detection will say the rest', async () => {
      const whole = await picture().resize(600, 400).jpeg().toBuffer();
      const bytes = whole.subarray(0, whole.length - 200);
      expect((await store(await putFile(ports, 'a.jpg', bytes))).state).toBe('added');
    });

    it('stores a picture of one pixel', async () => {
      const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } }).png().toBuffer();
      await store(await putFile(ports, 'a.png', bytes));
      expect(await photoOf(bytes)).toMatchObject({ width: 1, height: 1 });
    });

    it.each(['emoji 💐.jpg', 'line\nbreak.jpg', `${'ü'.repeat(125)}n.jpg`, "quote'\".jpg"])(
      'stores a file named %j and knows it by that name',
      async (name) => {
        const path = await putFile(ports, name, await jpeg());
        await store(path);
        expect(await ports.photos.source(path)).toMatchObject({ path, outcome: { state: 'stored' } });
      },
    );
  });

  describe('that is not what it was when it was found', () => {
    const SEEN = { byteLength: 100, modifiedAt: 1 };

    it('says that it has vanished', async () => {
      const path = join(photoFolder(ports), 'gone.jpg');
      expect(await storeSeen(path, SEEN)).toMatchObject({ failure: { code: 'FILE_VANISHED' } });
    });

    it('does not wait for a pipe that took its place', async () => {
      await mkdir(photoFolder(ports), { recursive: true });
      const path = join(photoFolder(ports), 'pipe.jpg');
      execFileSync('mkfifo', [path]);
      expect(await storeSeen(path, SEEN)).toMatchObject({ failure: { code: 'FILE_UNREADABLE' } });
    });

    it('says that a folder is not a file', async () => {
      const path = join(photoFolder(ports), 'folder.jpg');
      await mkdir(path, { recursive: true });
      expect(await storeSeen(path, SEEN)).toMatchObject({ failure: { code: 'FILE_UNREADABLE' } });
    });

    it('says that it may not be read', async () => {
      const path = await putFile(ports, 'closed.jpg', await jpeg());
      for (const folder of [ports.folder, photoFolder(ports)]) await chmod(folder, 0o755);
      await chmod(path, 0o000);
      const outcome = await unprivileged(() => storeSeen(path, SEEN));
      expect(outcome).toMatchObject({ failure: { code: 'FILE_UNREADABLE', message: expect.stringContaining('EACCES') } });
    });

    it('makes no photo of half of the old bytes and half of the new', async () => {
      const path = await putFile(ports, 'growing.jpg', await jpeg());
      const { open } = fileSystem;
      jest.spyOn(fileSystem, 'open').mockImplementationOnce(async (file, flags) => {
        const handle = await open(file, flags);
        const readFile = handle.readFile.bind(handle) as () => Promise<Buffer>;
        const readThenWritten = async () => {
          const bytes = await readFile();
          await appendFile(path, 'more');
          return bytes;
        };
        return Object.assign(handle, { readFile: readThenWritten });
      });
      expect(await store(path)).toMatchObject({ failure: { code: 'FILE_CHANGED' } });
      expect(await everyPhoto(ports)).toEqual([]);
      expect((await store(path)).state).toBe('added');
    });
  });

  it('says in words that the disk is full, and stores the photo when there is room again', async () => {
    const bytes = await jpeg();
    const path = await putFile(ports, 'a.jpg', bytes);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const put = jest.spyOn(ports.objects, 'put').mockRejectedValueOnce(full);
    expect(await store(path, 'copy')).toEqual({
      state: 'failed',
      failure: { code: 'DISK_FULL', message: 'The disk is full.', hint: expect.any(String) },
    });
    put.mockRestore();
    expect(await store(path, 'copy')).toEqual({ state: 'added', photo: photoIdOf(bytes) as PhotoId });
  });
});

/** A PNG that promises a size; nobody should want its pixels. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', Buffer.alloc(16)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
