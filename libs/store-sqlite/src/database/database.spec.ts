import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database } from './database';

/** Longer than anything may hold the event loop, in milliseconds. */
const LONG = 10;

describe('Database', () => {
  let database: Database;
  beforeEach(() => {
    database = Database.open(':memory:');
  });
  afterEach(() => database.close());

  /** Reading that takes as long as it takes to read very much. */
  const readMuch = () => {
    const end = performance.now() + LONG;
    while (performance.now() < end);
  };
  /** How many turns of the event loop others get while something is done. */
  const turnsDuring = async (work: () => Promise<void>): Promise<number> => {
    let [turns, done] = [0, false];
    const others = async () => {
      for (; !done; turns += 1) await nextTurn();
    };
    const counting = others();
    await work();
    done = true;
    await counting;
    return turns;
  };

  it('lets others work between reads that follow each other, however many there are', async () => {
    const oneAfterTheOther = async () => {
      for (let count = 0; count < 5; count += 1) await database.read(readMuch);
      for (let count = 0; count < 5; count += 1)
        await database.readLong(function* () {
          readMuch();
          yield;
        });
    };
    expect(await turnsDuring(oneAfterTheOther)).toBeGreaterThanOrEqual(9);
  });

  it('lets others work between reads that are asked for at once', async () => {
    const atOnce = async () => {
      await Promise.all([1, 2, 3, 4, 5].map(() => database.read(readMuch)));
    };
    expect(await turnsDuring(atOnce)).toBeGreaterThanOrEqual(4);
  });
});
