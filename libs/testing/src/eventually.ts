import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

/** Longer than anything takes that a test waits for, in milliseconds, on a computer that has ten other things to do. */
const PATIENCE_MS = 120_000;

/**
 * Looks again and again until `look` answers what `isGood` accepts.
 * @throws Error with what it answered last, after two minutes; or else the test's own time limit ends it.
 */
export async function eventually<T>(look: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
  for (const begun = Date.now(); ;) {
    const value = await look();
    if (isGood(value)) return value;
    if (Date.now() - begun > PATIENCE_MS) {
      throw new Error(`What was waited for did not come; last there was ${inspect(value)}.`);
    }
    await sleep(10);
  }
}
