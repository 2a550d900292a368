import type { JobId, PhotoId } from '../identity/ids';
import type { PageRequest } from '../ports/page';
import { announcePending, type ScanPorts } from './announce-pending';
import type { Photo } from './photo';

const [JOB, OTHER] = ['job', 'other'] as JobId[] as [JobId, JobId];

describe('announcePending', () => {
  let waiting: Pick<Photo, 'id' | 'scan'>[];
  let published: Map<string, { readonly id: string; readonly data: object }[]>;
  let limits: number[];
  let ports: ScanPorts;

  const wait = (name: string, job = JOB, restoreDeleted = false) =>
    waiting.push({ id: name as PhotoId, scan: { state: 'pending', job, restoreDeleted } });

  beforeEach(() => {
    [waiting, published, limits] = [[], new Map(), []];
    ports = {
      photos: {
        pending: async ({ limit, after }: PageRequest) => {
          limits.push(limit);
          const start = Number(after ?? 0);
          const items = waiting.slice(start, start + limit);
          return { items, cursors: [], next: start + limit < waiting.length ? `${start + limit}` : null };
        },
      } as unknown as ScanPorts['photos'],
      bus: {
        publishAll: async (subject, events) => {
          published.set(subject, [...(published.get(subject) ?? []), ...events]);
        },
      },
    };
  });

  it('tells detectors of every photo that waits, and of rescans that bring deleted faces back as such', async () => {
    wait('new');
    wait('again', OTHER, true);
    expect(await announcePending(ports)).toBe(2);
    expect(published.get('photos.stored')).toEqual([{ id: 'job:new', data: { photo: 'new', job: JOB } }]);
    expect(published.get('photos.rescan')).toEqual([
      { id: 'other:again', data: { photo: 'again', job: OTHER, restoreDeleted: true } },
    ]);
  });

  it('of one job leaves out those of others', async () => {
    wait('mine');
    wait('theirs', OTHER);
    wait('theirs too', OTHER, true);
    expect(await announcePending(ports, JOB)).toBe(1);
    expect(published.get('photos.stored')).toHaveLength(1);
    expect(published.get('photos.rescan')).toEqual([]);
  });

  it('goes through every page, and gives each event the same id every time', async () => {
    for (let number = 0; number < 2345; number++) wait(`photo ${number}`);
    expect(await announcePending(ports)).toBe(2345);
    const ids = published.get('photos.stored')!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2345);
    for (const limit of limits) expect(limit).toBeLessThanOrEqual(1000);
    published.clear();
    await announcePending(ports);
    expect(published.get('photos.stored')!.map(({ id }) => id)).toEqual(ids);
  });

  it('of none announces none', async () => {
    expect(await announcePending(ports)).toBe(0);
  });
});
