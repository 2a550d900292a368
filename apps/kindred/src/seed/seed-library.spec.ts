import type { PackName } from '@kindred/domain';
import { aFace } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { seedLibrary, type Seeding } from './seed-library';

const FACES = 3001;

describe('an invented library', () => {
  let ports: TestPorts;
  beforeEach(async () => (ports = await openTestPorts()));
  afterEach(() => ports.close());

  const seed = (change: Partial<Seeding> = {}) =>
    seedLibrary(ports, {
      faces: FACES,
      pack: 'faceplugin' as PackName,
      crops: [aFace({ cropKey: 'crops/invented/1.webp' }), aFace({ cropKey: 'crops/invented/2.webp' })],
      now: '2026-01-01T00:00:00.000Z',
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...change,
    });

  it('has as many faces as are wanted, of named and of unknown people, in every state', async () => {
    const told: number[] = [];
    await seed({ onProgress: (faces) => told.push(faces) });
    const { labeled, inferred, unknown } = await ports.faces.counts();
    expect(labeled + inferred + unknown).toBe(FACES);
    for (const count of [labeled, inferred, unknown]) expect(count).toBeGreaterThan(FACES / 20);
    expect(await ports.photos.counts()).toEqual({ pending: 0, scanned: 1501, failed: 0 });
    const { named, unknown: groups } = await ports.people.counts();
    expect(named).toBeGreaterThan(1);
    expect(groups).toBeGreaterThan(50);
    expect(told.at(-1)).toBe(FACES);
  });

  it('has a few people with many faces, and many with few', async () => {
    await seed();
    const { items } = await ports.people.list({ sort: 'SIZE', limit: 1000 });
    const sizes = items.map(({ counts }) => counts.labeled + counts.inferred + counts.unknown);
    expect(sizes[0]!).toBeGreaterThan(20 * sizes.at(-1)!);
  });

  it('has nobody twice in a photo, as no library has', async () => {
    await seed();
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ports.photos.list>> = await ports.photos.list({
        limit: 500,
        after,
      });
      for (const { id } of page.items) {
        const people = (await ports.faces.ofPhoto(id)).flatMap(({ standing }) => standing.person ?? []);
        expect(new Set(people).size).toBe(people.length);
      }
      after = page.next;
    } while (after !== null);
  });

  it('is never mixed with photos that are there', async () => {
    await seed({ faces: 10 });
    await expect(seed({ faces: 10 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('stops when it is interrupted', async () => {
    await expect(seed({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
