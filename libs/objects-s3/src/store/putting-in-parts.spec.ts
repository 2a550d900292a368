import { Readable } from 'node:stream';
import { describeWithServer, s3Server } from '@kindred/testing';
import { bytesOf, inChunks, MIB } from '../testing/blocks';
import { FaultProxy } from '../testing/fault-proxy';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore, type S3ObjectStore } from './s3-object-store';

const KEY = 'originals/ab/1';
const PART = 8 * MIB;

const REASON = '<?xml version="1.0"?><Error><Code>NoSuchUpload</Code></Error>';
const NO_SUCH_UPLOAD = Buffer.from(
  `HTTP/1.1 404 Not Found\r\nContent-Type: application/xml\r\nContent-Length: ${REASON.length}\r\n\r\n${REASON}`,
);

describeWithServer('putting objects in parts', s3Server(), (server) => {
  let bucket: TestBucket;
  let proxy: FaultProxy;
  let objects: S3ObjectStore;

  beforeAll(async () => {
    bucket = await TestBucket.create(server().address);
  });
  afterAll(() => bucket?.remove());
  beforeEach(async () => {
    proxy = await FaultProxy.before(server().address.endpoint);
    objects = await openS3ObjectStore(bucket.options({ endpoint: proxy.endpoint }));
  });
  afterEach(async () => {
    objects.close();
    await proxy.close();
    await bucket.empty();
  });

  it.each([PART - 1, PART, PART + 1, 3 * PART, 4 * PART + 17])('keeps %p bytes', async (length) => {
    const bytes = bytesOf(length);
    for (const body of [bytes, inChunks(bytes)]) {
      expect(await objects.put(KEY, body)).toEqual({ ...(await objects.head(KEY)), byteLength: length });
      expect((await objects.get(KEY)).equals(bytes)).toBe(true);
    }
    const part = await objects.stream(KEY, { start: length - 100, end: length - 1 });
    expect(Buffer.concat(await part.toArray()).equals(bytes.subarray(-100))).toBe(true);
    expect(await bucket.unfinishedUploads()).toEqual([]);
  });

  it.each([0, 1, 5])('leaves no parts of a body that fails after %p parts', async (count) => {
    await objects.put(KEY, bytesOf(10));
    const failure = new Error('the upload was cut off');
    const body = Readable.from(
      (async function* () {
        for (let part = 0; part < count; part += 1) yield bytesOf(PART + 1, part);
        throw failure;
      })(),
      { objectMode: false },
    );
    await expect(objects.put(KEY, body)).rejects.toBe(failure);
    expect(await bucket.unfinishedUploads()).toEqual([]);
    expect(await objects.get(KEY)).toEqual(bytesOf(10));
  });

  it('leaves no parts of a body that somebody closes', async () => {
    const body = new Readable({ read: () => undefined });
    for (let part = 0; part < 3; part += 1) body.push(bytesOf(PART, part));
    setImmediate(() => body.destroy());
    await expect(objects.put(KEY, body)).rejects.toThrow();
    expect(await bucket.unfinishedUploads()).toEqual([]);
    expect(await objects.head(KEY)).toBeNull();
  });

  it('lets go of the body when the server refuses a part', async () => {
    let begun = false;
    proxy.onRequest = (bytes) => {
      begun ||= bytes.includes('partNumber=2');
      // Another body than the one that was signed.
      return begun && bytes.length > 60_000 ? Buffer.alloc(bytes.length) : bytes;
    };
    const body = inChunks(bytesOf(6 * PART));
    await expect(objects.put(KEY, body)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(body.destroyed).toBe(true);
    expect(await bucket.unfinishedUploads()).toEqual([]);
    expect(await objects.head(KEY)).toBeNull();
  });

  it('sends parts again that were lost on their way', async () => {
    let broken = 0;
    proxy.onRequest = (bytes) => (bytes.includes('partNumber=2') && broken++ < 2 ? 'broken' : bytes);
    const bytes = bytesOf(3 * PART);
    await objects.put(KEY, inChunks(bytes));
    expect(broken).toBeGreaterThan(1);
    expect((await objects.get(KEY)).equals(bytes)).toBe(true);
  });

  it('believes that the object is there when only the answer is lost', async () => {
    let completions = 0;
    let completing = false;
    proxy.onRequest = (bytes) => {
      completing = bytes.includes('POST /') && bytes.includes('uploadId=');
      if (completing) completions += 1;
      return bytes;
    };
    // As AWS does: it forgets an upload that it has completed.
    proxy.onAnswer = (bytes) => {
      if (!completing) return bytes;
      return completions === 1 ? 'broken' : NO_SUCH_UPLOAD;
    };
    const bytes = bytesOf(2 * PART);
    expect(await objects.put(KEY, inChunks(bytes))).toMatchObject({ byteLength: bytes.length });
    expect(completions).toBeGreaterThan(1);
    expect((await objects.get(KEY)).equals(bytes)).toBe(true);
  });

  it('does not take an older object for the one whose upload is gone', async () => {
    await objects.put(KEY, bytesOf(2 * PART, 1));
    let completing = false;
    proxy.onRequest = (bytes) => {
      completing = bytes.includes('POST /') && bytes.includes('uploadId=');
      // It never gets there.
      return completing ? Buffer.from('GET / HTTP/1.1\r\nHost: nowhere\r\n\r\n') : bytes;
    };
    proxy.onAnswer = (bytes) => (completing ? NO_SUCH_UPLOAD : bytes);
    const putting = objects.put(KEY, inChunks(bytesOf(2 * PART, 2)));
    await expect(putting).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    proxy.flow();
    expect((await objects.get(KEY)).equals(bytesOf(2 * PART, 1))).toBe(true);
  });

  // Many megabytes through a busy computer.
  jest.setTimeout(120_000);
});
