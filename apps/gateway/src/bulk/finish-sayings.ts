import { changeJob } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/**
 * Ends what was said of many faces when a process was killed: what is in the log holds, and `catchUpProjection` has
 * shown it on the faces; of what is not, nothing was said.
 */
export async function finishSayings(ports: Ports): Promise<void> {
  for (const { id, deed } of await ports.actions.unsettled()) {
    if (deed.kind !== 'said') continue;
    const isSaid = (await ports.labels.ofAction(id, 0, 1)).length > 0;
    await ports.actions.settle(id, isSaid ? 'done' : 'refused');
  }
  for (const { id, kind, total, done } of await ports.jobs.list({ state: 'running', limit: 1000 })) {
    if (kind !== 'label' || (await ports.actions.get(id))?.state !== 'done') continue;
    await changeJob(ports, id, { state: 'completed', done: total ?? done });
  }
}
