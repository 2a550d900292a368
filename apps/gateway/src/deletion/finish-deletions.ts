import { setImmediate as nextTurn } from 'node:timers/promises';
import { finishRemoval, viewsOf } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

const BATCH = 100;
const HOUR = 60 * 60 * 1000;

/**
 * Erases the faces that were deleted so long ago that nothing brings them back any more; answers how many. A crash
 * leaves what the next one finds. Whoever is brought back while it looks stays, since the log has the last word.
 */
export async function finishDeletions(
  ports: Pick<Ports, 'faces' | 'labels' | 'people' | 'vectors' | 'objects' | 'clock'>,
  graceHours: number,
): Promise<number> {
  const until = new Date(Date.parse(ports.clock.now()) - graceHours * HOUR).toISOString();
  let erased = 0;
  for (;;) {
    const due = await ports.faces.deletedUntil(until, BATCH);
    if (due.length === 0) return erased;
    const views = await viewsOf(ports, due);
    await ports.faces.project(views);
    const over = await ports.faces.beginRemoval(views, until);
    // Of whom something was said just now are looked at again by the next.
    if (over.length === 0) return erased;
    await finishRemoval(ports, over);
    erased += over.length;
    await nextTurn();
  }
}
