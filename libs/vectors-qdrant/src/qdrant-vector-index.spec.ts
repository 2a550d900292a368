import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaceId, PackName } from '@kindred/domain';
import { describeWithServer, vectorIndexContract } from '@kindred/testing';
import { QdrantClient } from '@qdrant/js-client-rest';
import { openQdrantVectorIndex } from './open-qdrant-vector-index';
import { localQdrant, qdrantServer } from './testing/qdrant-server';

const PACK = 'small' as PackName;
const FACE = '00000000-0000-4000-8000-000000000001' as FaceId;
const VECTOR = Float32Array.of(1, 0);

// Starting Python takes its time on a busy computer.
jest.setTimeout(60_000);

describeWithServer('with a Qdrant', qdrantServer(), (server) => {
  vectorIndexContract('Qdrant', async () => {
    const prefix = randomUUID();
    return {
      open: () => openQdrantVectorIndex({ ...server().address, prefix }),
      discard: () => forget(prefix),
    };
  });

  it('keeps libraries with different prefixes apart', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const indexes = await Promise.all(
      [one, other].map((prefix) => openQdrantVectorIndex({ ...server().address, prefix })),
    );
    await indexes[0]!.upsert(PACK, [{ face: FACE, vector: VECTOR }]);
    expect(await indexes[1]!.count(PACK)).toBe(0);
    await indexes[1]!.deleteEverywhere([FACE]);
    expect(await indexes[0]!.count(PACK)).toBe(1);
    for (const index of indexes) await index.close();
    for (const prefix of [one, other]) await forget(prefix);
  });

  it('keeps libraries apart of which one prefix begins with the other', async () => {
    const prefix = randomUUID();
    const indexes = await Promise.all(
      [prefix, `${prefix}-two`].map((each) => openQdrantVectorIndex({ ...server().address, prefix: each })),
    );
    for (const index of indexes) await index.upsert(PACK, [{ face: FACE, vector: VECTOR }]);
    await indexes[0]!.deleteEverywhere([FACE]);
    expect(await indexes[1]!.count(PACK)).toBe(1);
    expect(await indexes[0]!.count(`two-${PACK}` as PackName)).toBe(0);
    for (const index of indexes) await index.close();
    await forget(prefix);
  });

  it('makes the collection of a pack once, however many write its first vectors', async () => {
    const prefix = randomUUID();
    const indexes = await Promise.all(
      Array.from({ length: 4 }, () => openQdrantVectorIndex({ ...server().address, prefix })),
    );
    await Promise.all(indexes.map((index) => index.upsert(PACK, [{ face: FACE, vector: VECTOR }])));
    for (const index of indexes) expect(await index.count(PACK)).toBe(1);
    for (const index of indexes) await index.close();
    await forget(prefix);
  });

  it('does not take a collection of others for one of its own', async () => {
    const prefix = randomUUID();
    await client().createCollection(`${prefix}~${PACK}`, { vectors: { size: 2, distance: 'Dot' } });
    const index = await openQdrantVectorIndex({ ...server().address, prefix });
    await expect(index.upsert(PACK, [{ face: FACE, vector: VECTOR }])).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(`${prefix}~${PACK}`),
    });
    await index.close();
    await forget(prefix);
  });

  it('says that the key is refused, and not the key', async () => {
    const { url, apiKey } = server().address;
    if (apiKey === undefined) return;
    const opening = openQdrantVectorIndex({ url, apiKey: 'a wrong key' });
    await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', transient: false });
    await expect(opening).rejects.not.toThrow('a wrong key');
  });

  const client = () => {
    const { url, apiKey } = server().address;
    return new QdrantClient({ url, headers: { 'api-key': apiKey }, checkCompatibility: false });
  };
  const forget = async (prefix: string) => {
    const { collections } = await client().getCollections();
    for (const { name } of collections) if (name.startsWith(prefix)) await client().deleteCollection(name);
  };
});

describeWithServer('when Qdrant is gone for a while', localQdrant(), (server) => {
  it('fails with an error that can be retried, and goes on when it is back', async () => {
    const index = await openQdrantVectorIndex(server().address);
    await index.upsert(PACK, [{ face: FACE, vector: VECTOR }]);
    await server().kill!();
    await expect(index.neighbours(PACK, [VECTOR], { count: 1 })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      transient: true,
      message: expect.stringContaining(server().address.url),
    });
    await server().restart!();
    expect(await index.upsert(PACK, []).then(() => index.close())).toBeUndefined();
  });
});

it.each(['', 'a~b', 'a/b', ' '])('refuses %j as a prefix', async (prefix) => {
  await expect(openQdrantVectorIndex({ url: 'http://127.0.0.1:1', prefix })).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  });
});

describe('a Qdrant that never answers', () => {
  it('is given up after the timeout', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    await expect(openQdrantVectorIndex({ url, timeout: 200 })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      transient: true,
    });
    silent.closeAllConnections();
    silent.close();
  });
});
