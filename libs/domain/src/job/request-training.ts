import { toFailure } from '../errors/kindred-error';
import type { Job } from './job';
import { changeJob, type JobPorts, startJob } from './job-progress';

/**
 * Asks the trainer to match and group every face. A training that runs already is answered instead of starting
 * another.
 * @throws KindredError `BUS_UNAVAILABLE` when no trainer could be asked; the job has failed then.
 */
export async function requestTraining(ports: JobPorts): Promise<Job> {
  const running = (await ports.jobs.list({ state: 'running' })).find(({ kind }) => kind === 'train');
  if (running !== undefined) return running;
  const job = await startJob(ports, { kind: 'train', subject: 'All faces', total: null });
  try {
    await ports.bus.publish('train.requested', { id: job.id, data: { job: job.id } });
  } catch (error) {
    // A job that no trainer knows of would be answered instead of a training for ever.
    await changeJob(ports, job.id, { state: 'failed', failure: toFailure(error) });
    throw error;
  }
  return job;
}
