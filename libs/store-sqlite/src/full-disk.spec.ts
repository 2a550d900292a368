import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@kindred/domain';
import { aFace, aJob, aPerson, aPhoto, aSourceOf } from '@kindred/testing';
import { Database } from './database/database';
import { SqliteFaceStore } from './face/sqlite-face-store';
import { SqliteJobStore } from './job/sqlite-job-store';
import { SqlitePersonStore } from './person/sqlite-person-store';
import { SqlitePhotoStore } from './photo/sqlite-photo-store';

const DISK_FULL = { code: 'DISK_FULL', transient: true, hint: expect.any(String) };
/** More than is left, whatever free pages the file has. */
const TOO_LONG = 'x'.repeat(500_000);
const tooLarge = (seed: number) => aJob({ seed, subject: TOO_LONG });

describe('on a full disk', () => {
  let folder: string;
  let database: Database;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-stores-'));
    database = Database.open(join(folder, 'library.db'));
    // SQLite says the same of a file that may not grow as of a disk that is full.
    await limitPages(100);
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const limitPages = (count: number) =>
    database.write((connection) => void connection.all(`PRAGMA max_page_count = ${count}`));

  it('a write fails with DISK_FULL; what was acknowledged stays, and reading works', async () => {
    const jobs = new SqliteJobStore(database);
    await jobs.put(aJob({ seed: 1 }));
    await expect(jobs.put(tooLarge(2))).rejects.toMatchObject(DISK_FULL);
    expect(await jobs.list()).toEqual([aJob({ seed: 1 })]);
  });

  it('every write of a group fails or is kept as a whole, and each is told which', async () => {
    const jobs = new SqliteJobStore(database);
    const photos = new SqlitePhotoStore(database);
    const outcomes = await Promise.allSettled([
      jobs.put(aJob({ seed: 1 })),
      photos.add(aPhoto(), aSourceOf(aPhoto())),
      jobs.put(tooLarge(2)),
      jobs.put(aJob({ seed: 3 })),
    ]);
    const kept = [
      (await jobs.get(aJob({ seed: 1 }).id)) !== null,
      (await photos.get(aPhoto().id)) !== null,
      (await jobs.get(tooLarge(2).id)) !== null,
      (await jobs.get(aJob({ seed: 3 }).id)) !== null,
    ];
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(kept);
    expect(kept[2]).toBe(false);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(DISK_FULL);
    expect((await photos.counts()).pending).toBe(kept[1] ? 1 : 0);
  });

  it('a long write leaves nothing of itself', async () => {
    const faces = new SqliteFaceStore(database, systemClock);
    await faces.upsert([aFace({ seed: 'before' })]);
    const many = Array.from({ length: 3000 }, (_, seed) => aFace({ seed }));
    await expect(faces.upsert(many)).rejects.toMatchObject(DISK_FULL);
    expect(await faces.counts()).toEqual({ labeled: 0, inferred: 0, unknown: 1, ignored: 0 });
    expect((await faces.scroll({ limit: 10 })).items).toHaveLength(1);
  });

  it('goes on by itself once there is space', async () => {
    const people = new SqlitePersonStore(database, systemClock);
    const jobs = new SqliteJobStore(database);
    await expect(jobs.put(tooLarge(1))).rejects.toMatchObject(DISK_FULL);
    await people.create(aPerson('Anna'));
    await limitPages(10_000);
    await jobs.put(tooLarge(1));
    expect(await jobs.get(tooLarge(1).id)).toEqual(tooLarge(1));
    expect(await people.counts()).toEqual({ named: 1, unknown: 0 });
  });
});
