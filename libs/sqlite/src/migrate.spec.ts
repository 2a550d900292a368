import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from './connection';
import { migrate } from './migrate';

const APPLICATION = 0x54657374;
const FIRST = 'CREATE TABLE things (name TEXT) STRICT;';
const SECOND = "ALTER TABLE things ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';";

describe('migrate', () => {
  let folder: string;
  let connection: Connection;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-sqlite-'));
    connection = new Connection(join(folder, 'test.db'));
  });
  afterEach(async () => {
    connection.close();
    await rm(folder, { recursive: true });
  });

  const to = (...migrations: string[]) => migrate(connection, { application: APPLICATION, migrations });
  const refused = (words: string) =>
    expect.objectContaining({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining(words) });

  it('runs each script once, and keeps what is there', () => {
    to(FIRST);
    connection.run('INSERT INTO things (name) VALUES (?)', 'ball');
    to(FIRST, SECOND);
    to(FIRST, SECOND);
    expect(connection.all('SELECT * FROM things')).toEqual([{ name: 'ball', colour: 'red' }]);
  });

  it('undoes everything when one script fails', () => {
    to(FIRST);
    expect(() => to(FIRST, SECOND, 'no SQL')).toThrow();
    expect(connection.inTransaction).toBe(false);
    to(FIRST, SECOND);
    expect(connection.all('SELECT * FROM things')).toEqual([]);
  });

  it('refuses what a newer Kindred wrote', () => {
    to(FIRST, SECOND);
    expect(() => to(FIRST)).toThrow(refused('newer Kindred'));
  });

  it('refuses the database of another program', () => {
    connection.script('CREATE TABLE theirs (a)');
    expect(() => to(FIRST)).toThrow(refused('another program'));
    expect(connection.all('SELECT name FROM sqlite_schema')).toEqual([{ name: 'theirs' }]);
  });
});
