import {
  announcePending,
  catchUpProjection,
  changeJob,
  finishActions,
  toKindredError,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { finishSayings } from '../bulk/finish-sayings';

/**
 * Finishes what a killed process left half done: places in the log that nobody fills any more, decisions that are in the log and not on the faces, actions on people,
 * deleted faces of which something is left, photos that nobody was told about, jobs that nobody works on. An action that cannot be finished waits for
 * the next one that is done to people, or the next start. Harmless when there is nothing to do.
 */
export async function reconcileLibrary(ports: Ports): Promise<void> {
  await giveUpPlaces(ports);
  await catchUpProjection(ports);
  await finishSayings(ports);
  await finishActions(ports, ({ id, deed }, error) =>
    ports.logger.error(
      { action: id, kind: deed.kind, code: toKindredError(error).code, err: error },
      'action.not-finished',
    ),
  );
  await endOrphanedJobs(ports);
  const announced = await announcePending(ports);
  ports.logger.info({ announced }, 'library.reconciled');
}

/** What was to be said there was not: all of it or nothing. */
async function giveUpPlaces({ labels }: Ports): Promise<void> {
  for (const place of await labels.reserved()) await labels.discard(place);
}

/** Jobs of photos go on with the photos that wait; the work of every other job died with its process. */
async function endOrphanedJobs(ports: Ports): Promise<void> {
  for (const { id, kind } of await ports.jobs.list({ state: 'running', limit: 1000 })) {
    if (kind !== 'detect' && kind !== 'rescan') {
      await changeJob(ports, id, {
        state: 'failed',
        failure: {
          code: 'CANCELLED',
          message: 'Kindred stopped before this was finished.',
          hint: 'Start it again.',
        },
      });
      continue;
    }
    const { pending, scanned, failed } = await ports.photos.countsOfJob(id);
    const counted = { total: pending + scanned + failed, done: scanned, failed };
    await changeJob(ports, id, pending > 0 ? counted : { ...counted, state: 'completed' });
  }
}
