import { stat } from 'node:fs/promises';
import { KindredError, systemClock } from '@kindred/domain';
import { NatsEventBus } from '@kindred/bus-nats';
import { readAddress } from '@kindred/nats-server';
import type { Ports } from '@kindred/platform';
import { openSqliteStores } from '@kindred/store-sqlite';
import { dataFolderLayout } from '../data-folder/layout';
import { type Owner, ownerOf } from '../data-folder/lock';
import type { KindredSettings } from '../settings/kindred-settings';
import { VERSION } from '../version';

/** A data folder as another process sees it: `owner` runs Kindred on it, if anybody does. */
export interface VisitedLibrary {
  readonly owner: Owner | null;
  readonly stores: Pick<Ports, 'photos' | 'faces' | 'people' | 'labels' | 'jobs' | 'questions'>;
  close(): Promise<void>;
}

/** Looks into a library, whether Kindred runs on it or not. @throws KindredError `NOT_FOUND` when there is none. */
export async function visitLibrary(settings: Pick<KindredSettings, 'data'>): Promise<VisitedLibrary> {
  const layout = dataFolderLayout(settings.data);
  const exists = await stat(layout.sqliteFile).then(
    () => true,
    () => false,
  );
  if (!exists) {
    throw new KindredError('NOT_FOUND', `There is no library in ${layout.root} yet.`, {
      hint: 'Make one: kindred up FOLDER. Or name the folder of another one with --data.',
    });
  }
  const { close, ...stores } = openSqliteStores({ file: layout.sqliteFile });
  return { owner: await ownerOf(layout.lock), stores, close };
}

/** What another process may ask of a running Kindred: the stores to write in and the bus to announce on. */
export type RemotePorts = Pick<
  Ports,
  'photos' | 'faces' | 'people' | 'labels' | 'jobs' | 'questions' | 'bus' | 'clock'
>;

/**
 * Does something with the ports of a library on which another process runs Kindred; null, without doing it, when no
 * process does.
 */
export async function withRunningLibrary<T>(
  settings: Pick<KindredSettings, 'data' | 'natsUrl' | 'natsToken'>,
  work: (ports: RemotePorts) => Promise<T>,
): Promise<T | null> {
  const layout = dataFolderLayout(settings.data);
  if ((await ownerOf(layout.lock)) === null) return null;
  const bus = await NatsEventBus.connect({
    ...(await serverOf(settings, layout.nats)),
    source: 'kindred-command',
    version: VERSION,
  });
  try {
    const { close, ...stores } = openSqliteStores({ file: layout.sqliteFile });
    try {
      return await work({ ...stores, bus, clock: systemClock });
    } finally {
      await close();
    }
  } finally {
    await bus.close();
  }
}

async function serverOf(
  { natsUrl, natsToken }: Pick<KindredSettings, 'natsUrl' | 'natsToken'>,
  folder: string,
): Promise<{ servers: string; token?: string }> {
  if (natsUrl !== undefined) return { servers: natsUrl, token: natsToken };
  const address = await readAddress(folder);
  if (address === null)
    throw new KindredError('BUS_UNAVAILABLE', 'Kindred is still starting.', {
      hint: 'Try again in a moment.',
    });
  return { servers: `nats://127.0.0.1:${address.port}`, token: address.token };
}
