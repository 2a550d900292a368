import type { JobId } from '../identity/ids';
import type { Job } from '../job/job';
import { changeJob, type JobPorts } from '../job/job-progress';
import type { PhotoStore } from '../ports/photo-store';

export type CountScanPorts = JobPorts & { readonly photos: Pick<PhotoStore, 'countsOfJob'> };

/**
 * Stores how many photos of a job are scanned and failed, and ends the job when it is sealed and none waits. Photos
 * that a later job has taken over are counted there. Null when there is no such job.
 */
export async function countScanJob(ports: CountScanPorts, id: JobId): Promise<Job | null> {
  const { pending, scanned, failed } = await ports.photos.countsOfJob(id);
  const counted = { done: scanned, failed };
  const job = await changeJob(ports, id, counted);
  if (job?.state !== 'running' || job.total === null || pending > 0) return job;
  return changeJob(ports, id, { ...counted, total: scanned + failed, state: 'completed' });
}

/**
 * Says that a job gets no more photos. Its total is stored before the photos are counted: whoever scans the last one
 * in between sees that the job may end.
 */
export async function sealScanJob(ports: CountScanPorts, id: JobId): Promise<Job | null> {
  const { pending, scanned, failed } = await ports.photos.countsOfJob(id);
  await changeJob(ports, id, { total: pending + scanned + failed });
  return countScanJob(ports, id);
}
