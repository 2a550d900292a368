import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { describeWithServer, eventually, freePorts, s3Server } from '@kindred/testing';
import { bytesOf, MIB } from '../testing/blocks';
import { FaultProxy } from '../testing/fault-proxy';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore, type S3ObjectStore } from './s3-object-store';

/** Soon enough for a test, and not too soon for a server on a busy computer. */
const IMPATIENT = { connecting: 2_000, silence: 2_000, attempts: 2 };
const KEY = 'crops/1';

/** A failure that passes, which says where. */
const passing = (endpoint: string) => ({
  code: 'STORE_UNAVAILABLE',
  transient: true,
  message: expect.stringContaining(endpoint),
  hint: expect.any(String),
});

describe('a store whose server cannot be reached', () => {
  it('says so, and where', async () => {
    const endpoint = `http://127.0.0.1:${(await freePorts(1))[0]}`;
    const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
    const opening = openS3ObjectStore({ endpoint, credentials, bucket: 'photos', patience: IMPATIENT });
    await expect(opening).rejects.toMatchObject(passing(endpoint));
    await expect(opening).rejects.toThrow('ECONNREFUSED');
  });

  describe('because it takes connections and never answers', () => {
    let server: Server;
    const sockets: Socket[] = [];

    beforeEach(async () => {
      server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
      await once(server.listen(0, '127.0.0.1'), 'listening');
    });
    afterEach(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });

    it('gives up after a few attempts', async () => {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
      const opening = openS3ObjectStore({ endpoint, credentials, bucket: 'photos', patience: IMPATIENT });
      await expect(opening).rejects.toMatchObject(passing(endpoint));
      expect(sockets).toHaveLength(IMPATIENT.attempts);
    });
  });
});

describeWithServer('a store behind a network that breaks', s3Server(), (server) => {
  let bucket: TestBucket;
  let proxy: FaultProxy;
  let objects: S3ObjectStore;
  const large = bytesOf(4 * MIB);

  beforeAll(async () => {
    bucket = await TestBucket.create(server().address);
  });
  afterAll(() => bucket?.remove());
  beforeEach(async () => {
    proxy = await FaultProxy.before(server().address.endpoint);
    objects = await openS3ObjectStore(bucket.options({ endpoint: proxy.endpoint, patience: IMPATIENT }));
    await objects.put(KEY, large);
  });
  afterEach(async () => {
    objects.close();
    await proxy.close();
  });

  /** Lets so many bytes of answers through, then does with the rest what `fate` says, so many times. */
  function after(count: number, fate: 'lost' | 'broken', times = Infinity): void {
    let left = count;
    proxy.onAnswer = (bytes) => {
      left -= bytes.length;
      if (left > 0 || times <= 0) return bytes;
      if (fate === 'broken') {
        times -= 1;
        left = count;
      }
      return fate;
    };
  }

  it.each<[string, () => Promise<unknown>]>([
    ['put', () => objects.put(KEY, bytesOf(100))],
    ['get', () => objects.get(KEY)],
    ['stream', () => objects.stream(KEY)],
    ['head', () => objects.head(KEY)],
    ['delete', () => objects.delete(KEY)],
    ['list', () => objects.list('')[Symbol.asyncIterator]().next() as Promise<unknown>],
  ])('does not wait for ever to %s over connections that are half open', async (_, attempt) => {
    proxy.freeze();
    await expect(attempt()).rejects.toMatchObject(passing(proxy.endpoint));
    proxy.flow();
    expect((await objects.get(KEY)).equals(large)).toBe(true);
  });

  it('does not wait for ever for the rest of an object', async () => {
    after(MIB, 'lost');
    await expect(objects.get(KEY)).rejects.toMatchObject(passing(proxy.endpoint));
    after(MIB, 'lost');
    const stream = await objects.stream(KEY);
    await expect(stream.toArray()).rejects.toMatchObject(passing(proxy.endpoint));
  });

  it('asks again for an object whose answer breaks off', async () => {
    after(MIB, 'broken', 1);
    expect((await objects.get(KEY)).equals(large)).toBe(true);
    after(MIB, 'broken');
    await expect(objects.get(KEY)).rejects.toMatchObject(passing(proxy.endpoint));
  });

  it('fails a stream that breaks off rather than to end it', async () => {
    after(MIB, 'broken');
    const stream = await objects.stream(KEY);
    await expect(stream.toArray()).rejects.toMatchObject(passing(proxy.endpoint));
  });

  it('asks again when bytes arrive damaged, and never hands them out', async () => {
    let damaged = 0;
    const damage = (times: number) => {
      damaged = 0;
      proxy.onAnswer = (bytes) => {
        // The head of an answer stays as it is, as does all after the damage.
        if (bytes.includes('HTTP/1.1') || damaged >= times) return bytes;
        damaged += 1;
        const other = Buffer.from(bytes);
        other[other.length >> 1]! ^= 1;
        return other;
      };
    };
    damage(1);
    expect((await objects.get(KEY)).equals(large)).toBe(true);
    expect(damaged).toBe(1);
    damage(Infinity);
    await expect(objects.get(KEY)).rejects.toMatchObject(passing(proxy.endpoint));
    await expect((await objects.stream(KEY)).toArray()).rejects.toMatchObject(passing(proxy.endpoint));
  });

  it('keeps no bytes that arrived damaged at the server', async () => {
    const bytes = Buffer.alloc(1000, 'photo ');
    proxy.onRequest = (sent) => Buffer.from(sent.toString('latin1').replaceAll('photo', 'phony'), 'latin1');
    await expect(objects.put('crops/2', bytes)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    proxy.flow();
    expect(await objects.head('crops/2')).toBeNull();
  });

  it('tells of a break before anybody read only who reads', async () => {
    const [unread, read] = [await objects.stream(KEY), await objects.stream(KEY)];
    await proxy.close();
    proxy = await FaultProxy.before(server().address.endpoint);
    await expect(read.toArray()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', transient: true });
    unread.destroy();
  });

  it('lets go of the connections of streams that nobody wants any more', async () => {
    for (const stream of [await objects.stream(KEY), await objects.stream(KEY)]) stream.destroy();
    await eventually(
      () => Promise.resolve(proxy.open),
      (open) => open < 2,
    );
  });

  it('serves the others while many streams are open that nobody reads', async () => {
    const streams = await Promise.all(Array.from({ length: 70 }, () => objects.stream(KEY)));
    expect(await objects.head(KEY)).toMatchObject({ byteLength: large.length });
    for (const stream of streams) stream.destroy();
  });

  jest.setTimeout(60_000);
});
