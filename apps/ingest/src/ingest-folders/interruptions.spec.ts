import { writeFile } from 'node:fs/promises';
import { announcePending } from '@kindred/domain';
import { interruptedPorts, type Interruption, openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import type { Keeping } from '../store-photo/store-photo.use-case';
import { everyFailure, everyPhoto, objectKeys, photoFolder, putFile, TEST_SETTINGS } from '../testing/ingest-test';
import { jpeg } from '../testing/photo-files';
import { IngestFolders } from './ingest-folders.use-case';

/** One file after the other, so that the same write comes at the same place in every run. */
const SETTINGS = { ...TEST_SETTINGS, ingestConcurrency: 1 };

/** A folder in which something of everything happens; some of it since an earlier run. */
async function fillFolder(ports: TestPorts, keeping: Keeping): Promise<void> {
  await putFile(ports, 'b-edited.jpg', await jpeg(2));
  await putFile(ports, 'c-mended.jpg', Buffer.alloc(0));
  await new IngestFolders(ports, SETTINGS).ingest([photoFolder(ports)], keeping);
  await putFile(ports, 'a.jpg', await jpeg(1));
  await writeFile(await putFile(ports, 'b-edited.jpg', await jpeg(3)), await jpeg(4));
  await putFile(ports, 'c-mended.jpg', await jpeg(5));
  await putFile(ports, 'd-duplicate.jpg', await jpeg(1));
  await putFile(ports, 'e-empty.jpg', Buffer.alloc(0));
  await putFile(ports, 'f-moved.jpg', await jpeg(2));
}

/** What a start of Kindred and the same command do. */
async function ingestAgain(ports: TestPorts, keeping: Keeping) {
  await announcePending(ports);
  return new IngestFolders(ports, SETTINGS).ingest([photoFolder(ports)], keeping);
}

/** Everything that is kept, without what names a run or a test's own folder. */
async function stateOf(ports: TestPorts): Promise<unknown> {
  const photos = [...(await everyPhoto(ports))].sort((a, b) => a.id.localeCompare(b.id));
  const kept = await Promise.all(
    photos.map(async ({ scan, original, ...photo }) => ({
      ...photo,
      // Of two files with the same bytes either may be the one that is referenced.
      original: original.kind,
      readable: (await ports.originals.read({ id: photo.id, original })).length,
      scan: scan.state,
      sources: (await ports.photos.sourcesOf(photo.id)).map(({ modifiedAt: _, ...source }) => source),
    })),
  );
  const state = {
    photos: kept,
    announced: [...new Set(ports.bus.published('photos.stored').map(({ data }) => data.photo))].sort(),
    failures: await everyFailure(ports),
    objects: await objectKeys(ports),
  };
  return JSON.parse(JSON.stringify(state).replaceAll(ports.folder, ''));
}

describe.each<Keeping>(['reference', 'copy'])('an ingest by %s', (keeping) => {
  let undisturbed: unknown;
  let writes: number;

  beforeAll(async () => {
    const ports = await openTestPorts();
    await fillFolder(ports, keeping);
    const counted = interruptedPorts(ports, 0, 'crash');
    await new IngestFolders(counted.ports, SETTINGS).ingest([photoFolder(ports)], keeping);
    writes = counted.writes;
    await ingestAgain(ports, keeping);
    undisturbed = await stateOf(ports);
    await ports.close();
  });

  it('writes something in each of its steps', () => {
    expect(writes).toBeGreaterThan(keeping === 'copy' ? 20 : 16);
    expect(undisturbed).toMatchObject({ photos: { length: 4 }, announced: { length: 4 }, failures: { length: 1 } });
  });

  it.each<Interruption>(['crash', 'refused', 'lost answer'])(
    'ends the same after a %s at any of its writes',
    async (how) => {
      for (let at = 1; at <= writes; at++) {
        const ports = await openTestPorts();
        try {
          await fillFolder(ports, keeping);
          const interrupted = interruptedPorts(ports, at, how);
          const run = new IngestFolders(interrupted.ports, SETTINGS).ingest([photoFolder(ports)], keeping);
          const ended = await run.then(
            () => 'ended',
            () => 'died',
          );
          expect(interrupted.writes).toBeGreaterThanOrEqual(at);
          if (how === 'crash' && at < writes) expect([at, ended]).toEqual([at, 'died']);
          await ingestAgain(ports, keeping);
          expect([at, await stateOf(ports)]).toEqual([at, undisturbed]);
        } finally {
          await ports.close();
        }
      }
    },
    120_000,
  );
});
