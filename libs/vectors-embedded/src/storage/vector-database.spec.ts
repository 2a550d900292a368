import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@kindred/sqlite';
import { VectorDatabase } from './vector-database';

describe('VectorDatabase', () => {
  let folder: string;
  let connection: Connection;
  let database: VectorDatabase;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
    connection = new Connection(join(folder, 'vectors.db'));
    database = VectorDatabase.over(connection);
  });
  afterEach(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });

  const faceNumber = (number: number) => `face-${String(number).padStart(5, '0')}`;
  const fill = (first: number, count: number) =>
    database.transaction(() => {
      const pack = database.packs()[0] ?? database.addPack('large', 512);
      for (let number = first; number < first + count; number++) {
        database.put(pack, faceNumber(number), new Float32Array(512).fill(number + 1));
      }
    });

  it('says that the disk is full, keeps what was there, and goes on once there is room', () => {
    fill(0, 100);
    const pages = connection.get<{ page_count: number }>('PRAGMA page_count')!.page_count;
    connection.script(`PRAGMA max_page_count = ${pages + 4}`);
    expect(() => fill(100, 1000)).toThrow(expect.objectContaining({ code: 'DISK_FULL', transient: true }));
    const [pack] = database.packs();
    expect(database.count(pack!)).toBe(100);
    connection.script('PRAGMA max_page_count = 100000');
    fill(100, 1000);
    expect(database.count(pack!)).toBe(1100);
  });

  it('undoes all of a transaction that fails', () => {
    fill(0, 3);
    const [pack] = database.packs();
    const failing = () =>
      database.transaction(() => {
        database.delete(pack!, faceNumber(0));
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    expect(database.count(pack!)).toBe(3);
  });

  it('reads every vector of every pack, however many', () => {
    fill(0, 2500);
    database.transaction(() =>
      database.put(database.addPack('small', 2), faceNumber(1), Float32Array.of(3, 4)),
    );
    const read: string[] = [];
    for (let after = 0; ;) {
      const rows = database.readOn(database.packs(), after);
      if (rows.length === 0) break;
      read.push(
        ...rows.map(({ pack, face, vector }) => `${pack.name} ${face} ${new Float32Array(vector)[0]}`),
      );
      after = rows.at(-1)!.place;
    }
    expect(read).toHaveLength(2501);
    expect(read[2499]).toBe('large face-02499 2500');
    expect(read[2500]).toBe('small face-00001 3');
  });

  it('says that a vector is cut off', () => {
    fill(0, 2);
    connection.run('UPDATE vectors SET vector = ? WHERE face = ?', new Uint8Array(9), faceNumber(1));
    const damaged = expect.objectContaining({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(faceNumber(1)),
    });
    const packs = database.packs();
    expect(() => database.get(packs[0]!, faceNumber(1))).toThrow(damaged);
    expect(() => database.readOn(packs, 0)).toThrow(damaged);
  });
});
