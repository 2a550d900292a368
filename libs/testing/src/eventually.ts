import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until `look` answers what `isGood` accepts; the test's own time limit ends it otherwise. */
export async function eventually<T>(look: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (isGood(value)) return value;
    await sleep(10);
  }
}
