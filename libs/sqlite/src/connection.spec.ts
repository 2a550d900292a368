import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from './connection';
import { translateDatabaseError, violates } from './errors';

describe('Connection', () => {
  let folder: string;
  let connection: Connection;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-sqlite-'));
    connection = new Connection(join(folder, 'test.db'));
    connection.script('CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB)');
  });
  afterEach(async () => {
    connection.close();
    await rm(folder, { recursive: true });
  });

  it('takes and answers text, numbers, null and bytes, also bytes from the middle of an array', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5).subarray(1, 4);
    expect(connection.run('INSERT INTO things VALUES (?, ?, ?)', 7, 'ball', bytes)).toBe(1);
    expect(connection.run('INSERT INTO things VALUES (?, ?, ?)', 8, null, null)).toBe(1);
    const row = connection.get<{ id: number; name: string; bytes: ArrayBuffer }>(
      'SELECT * FROM things WHERE id = ?',
      7,
    )!;
    expect({ ...row, bytes: [...new Uint8Array(row.bytes)] }).toEqual({
      id: 7,
      name: 'ball',
      bytes: [2, 3, 4],
    });
    expect(connection.get('SELECT * FROM things WHERE id = 8')).toEqual({ id: 8, name: null, bytes: null });
    expect(connection.get('SELECT * FROM things WHERE id = 9')).toBeUndefined();
  });

  it('says which constraint a statement violates', () => {
    connection.run('INSERT INTO things (name) VALUES (?)', 'ball');
    const error = thrownBy(() => connection.run('INSERT INTO things (name) VALUES (?)', 'ball'));
    expect(violates(error, 'things.name')).toBe(true);
    expect(violates(error, 'things.id')).toBe(false);
  });

  it('answers nothing once it is closed, however often', () => {
    connection.all('SELECT * FROM things');
    connection.close();
    connection.close();
    expect(() => connection.all('SELECT * FROM things')).toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining('closed') }),
    );
  });

  it('fails with words for a file that is no database and for one that cannot be', async () => {
    const broken = join(folder, 'broken.db');
    await writeFile(broken, 'no database at all '.repeat(1000));
    const nowhere = join(folder, 'missing', 'x.db');
    const open = (file: string) =>
      translateDatabaseError(
        thrownBy(() => new Connection(file).all('SELECT 1 FROM a')),
        file,
      );
    expect(open(broken)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('damaged'),
    });
    expect(open(nowhere)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('cannot be opened'),
      hint: expect.any(String),
    });
  });

  it('says that the disk is full, in a way that can be retried', () => {
    connection.script('PRAGMA max_page_count = 5');
    const error = thrownBy(() =>
      connection.run('INSERT INTO things (bytes) VALUES (?)', new Uint8Array(100_000)),
    );
    expect(translateDatabaseError(error, connection.file)).toMatchObject({
      code: 'DISK_FULL',
      transient: true,
    });
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
