import { randomUUID } from 'node:crypto';
import type { JobId, PhotoId } from '../identity/ids';
import type { Job } from '../job/job';
import { type JobPorts, startJob } from '../job/job-progress';
import type { EventBus } from '../ports/event-bus';
import { announcePending, type ScanPorts } from './announce-pending';
import { sealScanJob } from './count-scan-job';

/** Which photos to look at again, and whether faces that people deleted come back. */
export interface ScanRequest {
  readonly which: readonly PhotoId[] | 'all' | 'failed';
  readonly restoreDeleted: boolean;
  /** What the job is about, for people. */
  readonly subject: string;
}

export type RequestScanPorts = Omit<JobPorts, 'bus'> &
  Omit<ScanPorts, 'bus'> & { readonly bus: Pick<EventBus, 'publish' | 'publishAll'> };

/**
 * Starts a job that scans photos again. The photos are marked first and announced after, so that a crash in between
 * is mended by announcing what is still pending.
 */
export async function requestScan(
  ports: RequestScanPorts,
  { which, restoreDeleted, subject }: ScanRequest,
): Promise<{ readonly job: Job; readonly photos: number }> {
  const id = randomUUID() as JobId;
  const started = await startJob(ports, { id, kind: 'rescan', subject, total: null });
  const photos = await ports.photos.requestScan(which, { job: id, restoreDeleted });
  await announcePending(ports, id);
  const sealed = await sealScanJob(ports, id);
  return { job: sealed ?? started, photos };
}
