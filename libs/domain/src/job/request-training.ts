import type { Job } from './job';
import { type JobPorts, startJob } from './job-progress';

/**
 * Asks the trainer to match and group every face. A training that runs already is answered instead of starting
 * another.
 */
export async function requestTraining(ports: JobPorts): Promise<Job> {
  const running = (await ports.jobs.list({ state: 'running' })).find(({ kind }) => kind === 'train');
  if (running !== undefined) return running;
  const job = await startJob(ports, { kind: 'train', subject: 'All faces', total: null });
  await ports.bus.publish('train.requested', { id: job.id, data: { job: job.id } });
  return job;
}
