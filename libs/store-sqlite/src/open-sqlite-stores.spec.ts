import { copyFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, migrate } from '@kindred/sqlite';
import { aFace, aFaceId, aJob, anAssignment, anIgnoring, aPerson, aPhoto, aSourceOf } from '@kindred/testing';
import { openSqliteStores, type SqliteStores } from './open-sqlite-stores';
import { MIGRATIONS } from './schema/migrations';
import { recount } from './testing/recount';

describe('openSqliteStores', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-stores-'));
    file = join(folder, 'library.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A library of so many faces that it has many pages, closed. */
  async function fill(): Promise<void> {
    const stores = openSqliteStores({ file });
    await stores.photos.add(aPhoto(), aSourceOf(aPhoto()));
    await stores.people.create(aPerson('Anna'));
    await stores.faces.upsert(Array.from({ length: 500 }, (_, seed) => aFace({ seed })));
    await stores.close();
  }

  function edited(statements: string): void {
    const connection = new Connection(file);
    connection.script(statements);
    connection.close();
  }

  const opening = () => {
    try {
      return openSqliteStores({ file });
    } catch (error) {
      return error;
    }
  };

  it('keeps everything from one opening to the next', async () => {
    await fill();
    const stores = openSqliteStores({ file });
    expect(await stores.photos.get(aPhoto().id)).toEqual(aPhoto());
    expect(await stores.faces.counts()).toEqual({ labeled: 0, inferred: 0, unknown: 500, ignored: 0 });
    expect(await stores.people.findByName('anna')).toMatchObject({ id: aPerson('Anna').id });
    await stores.close();
  });

  it('leaves one file behind when it is closed', async () => {
    await fill();
    await expect(
      stat(`${file}-wal`).then(
        ({ size }) => size,
        () => 0,
      ),
    ).resolves.toBe(0);
    const copy = join(folder, 'copy.db');
    await copyFile(file, copy);
    const stores = openSqliteStores({ file: copy });
    expect(await stores.faces.get(aFaceId(499))).not.toBeNull();
    await stores.close();
  });

  it('finishes what was asked for before it closes; calls after that fail', async () => {
    const stores = openSqliteStores({ file });
    const writes = Array.from({ length: 20 }, (_, seed) => stores.jobs.put(aJob({ seed })));
    const long = stores.faces.upsert(Array.from({ length: 500 }, (_, seed) => aFace({ seed })));
    await Promise.all([stores.close(), stores.close()]);
    await Promise.all([...writes, long]);
    const closed = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('closed') };
    await expect(stores.jobs.put(aJob())).rejects.toMatchObject(closed);
    await expect(stores.jobs.list()).rejects.toMatchObject(closed);
    await expect(stores.people.rename(aPerson('Anna').id, 'Ben')).rejects.toMatchObject(closed);
    const again = openSqliteStores({ file });
    expect(await again.jobs.list()).toHaveLength(20);
    expect((await again.faces.counts()).unknown).toBe(500);
    await again.close();
  });

  it('lets two openings of one file see what the other writes', async () => {
    const [one, other] = [openSqliteStores({ file }), openSqliteStores({ file })];
    await Promise.all(
      Array.from({ length: 20 }, async (_, seed) => {
        const [writer, reader] = seed % 2 === 0 ? [one, other] : [other, one];
        await writer.jobs.put(aJob({ seed }));
        expect(await reader.jobs.get(aJob({ seed }).id)).toEqual(aJob({ seed }));
      }),
    );
    expect(await one.jobs.list()).toHaveLength(20);
    await one.close();
    await other.close();
  });

  it('takes over a library that the first Kindred wrote', async () => {
    const first = new Connection(file);
    migrate(first, { application: 0x4b6e7264, migrations: MIGRATIONS.slice(0, 1) });
    const { id, startedAt } = aJob();
    const columns = 'id, kind, state, subject, total, done, failed, started_at, updated_at';
    first.run(
      `INSERT INTO jobs (${columns}) VALUES (?, 'detect', 'running', '12 photos', 12, 0, 0, ?, ?)`,
      id,
      startedAt,
      startedAt,
    );
    first.close();
    const stores = openSqliteStores({ file });
    expect(await stores.jobs.get(id)).toEqual(aJob());
    expect(await stores.questions.count()).toBe(0);
    await stores.close();
  });

  it('takes over what was said and suggested before faces could be ignored', async () => {
    const former = new Connection(file);
    migrate(former, { application: 0x4b6e7264, migrations: MIGRATIONS.slice(0, 6) });
    const [anna, ben] = [aPerson('Anna'), aPerson('Ben')];
    for (const { id, createdAt } of [anna, ben]) {
      former.run(
        `INSERT INTO people (id, kind, name, name_key, created_at) VALUES (?1, 'named', ?1, ?1, ?2)`,
        id,
        createdAt,
      );
    }
    const columns =
      'id, photo, pack, origin, box, landmarks, score, quality, quality_parts, crop_key, detected_at, photo_date, taken';
    for (const seed of [1, 2, 3]) {
      former.run(
        `INSERT INTO faces (${columns}, label_person, suggested_person, suggested_kind, confidence)
         VALUES (?, ?, 'pack', 'detected', '[0,0,1,1]', '[0,0,0,0,0,0,0,0,0,0]', 1, 1, '[1,1,1]', 'crop', ?3, ?3, ?, ?, ?, ?, 0.5)`,
        aFaceId(seed),
        aPhoto().id,
        aJob().startedAt,
        seed,
        seed === 1 ? anna.id : null,
        seed === 2 ? ben.id : null,
        seed === 2 ? 'named' : null,
      );
    }
    const decision = anAssignment(aFaceId(1), anna.id);
    const sql = `INSERT INTO decisions (sequence, id, kind, face, photo, person, actor, at) VALUES (7, ?, 'assign', ?, ?, ?, ?, ?)`;
    former.run(sql, decision.id, decision.face, decision.photo, anna.id, decision.actor, decision.at);
    former.close();

    const stores = openSqliteStores({ file });
    const states = (await stores.faces.list({ limit: 10 })).items.map(({ standing }) => standing.state);
    expect(states).toEqual(['unknown', 'inferred', 'labeled']);
    await recount(stores);
    expect((await stores.people.get(ben.id))!.counts).toEqual({ labeled: 0, inferred: 1, unknown: 0 });
    expect(await stores.labels.after(0, 10)).toEqual([{ ...decision, sequence: 7 }]);
    await stores.labels.append([anIgnoring(aFaceId(3))]);
    expect((await stores.labels.after(7, 10)).map(({ kind }) => kind)).toEqual(['ignore']);
    await stores.close();
    const connection = new Connection(file);
    expect(() => connection.run('DELETE FROM decisions')).toThrow('append-only');
    expect(() => connection.run(`UPDATE decisions SET actor = 'nobody'`)).toThrow('append-only');
    connection.close();
  });

  it('never forgets and never changes what was said of two people', async () => {
    const stores = openSqliteStores({ file });
    const [one, other] = [aPerson('Anna').id, aPerson('Ben').id];
    const statement = { one, other, actor: 'somebody', at: aJob().startedAt };
    await stores.questions.answer({ ...statement, answer: 'different' });
    await stores.questions.takeBack(statement);
    await stores.close();
    const connection = new Connection(file);
    const kinds = connection.all('SELECT kind FROM pair_statements ORDER BY sequence');
    expect(kinds).toEqual([{ kind: 'different' }, { kind: 'taken back' }]);
    for (const change of ['DELETE FROM pair_statements', `UPDATE pair_statements SET actor = 'nobody'`]) {
      expect(() => connection.run(change)).toThrow('append-only');
    }
    connection.close();
  });

  describe('refuses, and leaves as it is,', () => {
    const refusals: readonly (readonly [string, () => Promise<unknown> | void, string])[] = [
      [
        'a text',
        () => writeFile(file, 'no database at all '.repeat(1000)),
        'damaged or not a Kindred database',
      ],
      [
        'the database of another program',
        () => edited('CREATE TABLE things (a); INSERT INTO things VALUES (1)'),
        'another program',
      ],
      [
        'one that another program has marked',
        () => edited('PRAGMA application_id = 77; CREATE TABLE things (a)'),
        'another program',
      ],
      [
        'one of a newer Kindred',
        () =>
          edited(`PRAGMA application_id = ${0x4b6e7264}; PRAGMA user_version = 99; CREATE TABLE future (a)`),
        'newer Kindred',
      ],
    ];

    it.each(refusals)('%s', async (_, prepare, message) => {
      await prepare();
      const before = await readFile(file);
      expect(opening()).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining(message),
        hint: expect.any(String),
      });
      expect((await readFile(file)).equals(before)).toBe(true);
    });

    it('a folder that is not there', () => {
      file = join(folder, 'missing', 'library.db');
      expect(opening()).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('cannot be opened'),
      });
    });

    it('a folder in the place of the file', () => {
      file = folder;
      expect(opening()).toMatchObject({ code: 'STORE_UNAVAILABLE', hint: expect.any(String) });
    });
  });

  describe('a damaged file', () => {
    const damages: readonly (readonly [string, (size: number) => Promise<unknown>])[] = [
      ['whose beginning is lost', () => overwrite(0, 200)],
      ['of which a middle part is lost', (size) => overwrite(4096, size - 2 * 4096)],
      ['that was cut off', (size) => truncate(file, Math.floor(size / 2))],
    ];

    async function overwrite(position: number, length: number): Promise<void> {
      const handle = await open(file, 'r+');
      await handle.write(Buffer.alloc(length, 0xa5), 0, length, position);
      await handle.close();
    }

    it.each(damages)('%s is said to be, at the opening or at the first use', async (_, damage) => {
      await fill();
      await damage((await stat(file)).size);
      const opened = opening();
      const failure =
        opened instanceof Error ? opened : await use(opened as SqliteStores).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('damaged'),
        hint: expect.stringContaining('backup'),
      });
    });

    async function use(stores: SqliteStores): Promise<void> {
      try {
        for (let seed = 0; seed < 500; seed++) await stores.faces.get(aFaceId(seed));
        await stores.faces.upsert([aFace({ seed: 'new' })]);
      } finally {
        await stores.close();
      }
    }
  });
});
