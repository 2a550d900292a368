import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileOriginals, openFileObjectStore } from '@kindred/objects-fs';
import { Metrics, type Ports, silentLogger } from '@kindred/platform';
import { openSqliteStores } from '@kindred/store-sqlite';
import { InMemoryEventBus, InMemoryPreferences, SettableClock } from '@kindred/testing';
import { openEmbeddedVectorIndex } from '@kindred/vectors-embedded';

/** All ports of a service, over real embedded adapters; the bus and the clock are in the hands of the test. */
export interface TestPorts extends Ports {
  readonly bus: InMemoryEventBus;
  readonly clock: SettableClock;
  /** Where the adapters keep their files, and where a test may put its own. */
  readonly folder: string;
  /** Stops consumers, closes the stores and removes the folder. */
  close(): Promise<void>;
}

/**
 * Opens empty stores in a temporary folder of their own.
 * @param searchThreads processors that a search of vectors may use.
 */
export async function openTestPorts({ searchThreads = 1 } = {}): Promise<TestPorts> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-test-'));
  const clock = new SettableClock();
  const bus = new InMemoryEventBus({ clock });
  const { close: closeStores, ...stores } = openSqliteStores({
    file: join(folder, 'library.db'),
    clock,
  });
  const objects = await openFileObjectStore({ folder: join(folder, 'objects') });
  const vectors = await openEmbeddedVectorIndex({ folder: join(folder, 'vectors'), searchThreads });
  return {
    ...stores,
    bus,
    clock,
    objects,
    originals: new FileOriginals({ objects }),
    vectors,
    preferences: new InMemoryPreferences(),
    logger: silentLogger,
    metrics: new Metrics(),
    folder,
    close: async () => {
      await bus.close();
      await vectors.close();
      await closeStores();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
