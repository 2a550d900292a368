import { setImmediate as nextTurn } from 'node:timers/promises';
import { eraseFaces, viewsOf } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

const BATCH = 100;
const HOUR = 60 * 60 * 1000;

/**
 * Erases the faces that were deleted so long ago that nothing brings them back any more; answers how many. A crash
 * leaves what the next one finds. Whoever was brought back a moment ago stays, since the log has the last word.
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
    const back = new Map([...views].filter(([, { deletedAt }]) => deletedAt === null));
    if (back.size > 0) await ports.faces.project(back);
    const over = due.filter((face) => !back.has(face));
    await eraseFaces(ports, over);
    erased += over.length;
    await nextTurn();
  }
}
