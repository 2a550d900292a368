import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaceId, PackName } from '@kindred/domain';
import { Connection } from '@kindred/sqlite';
import { openEmbeddedVectorIndex } from './open-embedded-vector-index';

const PACK = 'small' as PackName;
const FACE = '00000000-0000-4000-8000-000000000001' as FaceId;

jest.setTimeout(30_000);

describe('openEmbeddedVectorIndex', () => {
  let parent: string;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
    folder = join(parent, 'deep', 'down');
    file = join(folder, 'vectors.db');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const unavailable = (words: string) => ({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining(words),
    hint: expect.any(String),
  });

  it('creates the folder', async () => {
    const index = await openEmbeddedVectorIndex({ folder });
    await index.upsert(PACK, [{ face: FACE, vector: Float32Array.of(1, 0) }]);
    await index.close();
    expect((await readFile(file)).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('refuses a folder that cannot be', async () => {
    await writeFile(join(parent, 'deep'), 'a file');
    await expect(openEmbeddedVectorIndex({ folder })).rejects.toMatchObject(unavailable(folder));
  });

  it('refuses an index that is open already, and opens it once it is closed', async () => {
    const index = await openEmbeddedVectorIndex({ folder });
    await expect(openEmbeddedVectorIndex({ folder })).rejects.toMatchObject(unavailable('locked'));
    await index.close();
    await (await openEmbeddedVectorIndex({ folder })).close();
  });

  it('refuses a file that is no database', async () => {
    await (await openEmbeddedVectorIndex({ folder })).close();
    await writeFile(file, 'not a database, '.repeat(5000));
    await expect(openEmbeddedVectorIndex({ folder })).rejects.toMatchObject(unavailable('damaged'));
  });

  it('refuses the database of a newer Kindred', async () => {
    await (await openEmbeddedVectorIndex({ folder })).close();
    const connection = new Connection(file);
    connection.script('PRAGMA user_version = 99');
    connection.close();
    await expect(openEmbeddedVectorIndex({ folder })).rejects.toMatchObject(unavailable('newer Kindred'));
  });

  it('refuses the database of another program, and leaves it as it is', async () => {
    await mkdir(folder, { recursive: true });
    const connection = new Connection(file);
    connection.script('CREATE TABLE things (a)');
    connection.close();
    const before = await readFile(file);
    await expect(openEmbeddedVectorIndex({ folder })).rejects.toMatchObject(unavailable('another program'));
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('says that the file is damaged when its vectors cannot be read', async () => {
    const index = await openEmbeddedVectorIndex({ folder });
    const faces = Array.from({ length: 500 }, (_, number) => `${FACE.slice(0, -3)}${100 + number}` as FaceId);
    await index.upsert(
      PACK,
      faces.map((face) => ({ face, vector: new Float32Array(512).fill(1) })),
    );
    await index.close();
    await overwriteAllButTheStart(file);
    const damaged = await openEmbeddedVectorIndex({ folder });
    const asking = damaged.neighbours(PACK, [new Float32Array(512).fill(1)], { count: 1 });
    await expect(asking).rejects.toMatchObject(unavailable('damaged'));
    await damaged.close();
  });
});

/** Destroys the rows; what says which tables there are stays. */
async function overwriteAllButTheStart(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  const start = 6 * 16 * 1024;
  await handle.write(Buffer.alloc(size - start, 0xaa), 0, size - start, start);
  await handle.close();
}
