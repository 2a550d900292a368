import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { KindredError } from '@kindred/domain';
import { type Collection, type Db, MongoServerError } from 'mongodb';
import { apply, type Write } from './write';

const DUPLICATE_KEY = 11_000;
/** Milliseconds between two looks at a turn that another process has. */
const SHORTEST_WAIT = 2;
const LONGEST_WAIT = 50;
/** Milliseconds for which a process keeps a turn while it has more to write, before others get theirs. */
const LONGEST_TURN = 200;

interface StoredTurn {
  readonly _id: string;
  readonly name: string;
  readonly number: number;
  readonly holder: string;
  /** Counts up while the holder lives. */
  readonly beat: number;
  readonly over: boolean;
}

interface StoredRecord {
  /** The turn's name: there is one record at a time. */
  readonly _id: string;
  /** JSON of the writes: servers need long for many documents in one, but not for a text. */
  readonly writes: string;
}

/** The time in which nobody else writes what this one does. */
export interface Turn {
  /** Makes all of these writes or, when the process ends in the middle, has the next turn finish them. */
  commit(writes: readonly Write[]): Promise<void>;
  /** @throws KindredError `STORE_UNAVAILABLE` when somebody else may have the turn by now. */
  check(): void;
}

interface Held extends Turn {
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly work: (turn: Turn) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One writer at a time for each name, in all processes, built on the one thing that every server does in one step:
 * inserting a document unless its id is there. Turns are numbered; whoever inserts the next number has it, once the one
 * before is over or its holder has not been heard of for a lease, by the clock of whoever waits.
 */
export class Turns {
  private readonly holder = randomUUID();
  private readonly queues = new Map<string, Waiting[]>();
  private readonly lastMine = new Map<string, number>();
  private readonly draining = new Set<Promise<void>>();
  /** Called when a turn was taken from a process that is gone. */
  whenTakenOver: () => void = () => undefined;

  constructor(
    private readonly database: Db,
    /** Milliseconds without a sign after which a turn is taken from its holder. */
    private readonly lease: number,
  ) {}

  /** Waits for a turn and works in it. */
  take<T>(name: string, work: (turn: Turn) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const queue = this.queues.get(name);
      const waiting: Waiting = { work, resolve: resolve as Waiting['resolve'], reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      this.queues.set(name, [waiting]);
      const drained = this.drain(name).finally(() => this.draining.delete(drained));
      this.draining.add(drained);
    });
  }

  /** Resolves when nothing that was asked for waits any more. */
  async quiet(): Promise<void> {
    while (this.draining.size > 0) await Promise.all(this.draining);
  }

  private async drain(name: string): Promise<void> {
    const queue = this.queues.get(name)!;
    while (queue.length > 0) {
      try {
        const turn = await this.begin(name);
        const began = performance.now();
        try {
          do await this.serve(queue.shift()!, turn);
          while (queue.length > 0 && performance.now() - began < LONGEST_TURN);
        } finally {
          await turn.end();
        }
      } catch (error) {
        for (const { reject } of queue.splice(0)) reject(error);
      }
    }
    this.queues.delete(name);
  }

  private async serve({ work, resolve, reject }: Waiting, turn: Turn): Promise<void> {
    try {
      resolve((await work(turn)) as never);
    } catch (error) {
      reject(error);
    }
  }

  private async begin(name: string): Promise<Held> {
    const mine = this.lastMine.get(name);
    if (mine !== undefined && (await this.insert(name, mine + 1))) return this.held(name, mine + 1);
    let seen: StoredTurn | null = null;
    let since = performance.now();
    for (let wait = SHORTEST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      const last = await this.last(name);
      if (last === null || last.over) {
        const number = (last?.number ?? 0) + 1;
        if (await this.insert(name, number)) return this.held(name, number);
      } else if (seen?.number !== last.number || seen.beat !== last.beat) {
        seen = last;
        since = performance.now();
      } else if (performance.now() - since > this.lease && (await this.insert(name, last.number + 1))) {
        return this.held(name, last.number + 1, { unfinished: true });
      }
      await sleep(wait);
    }
  }

  private last(name: string): Promise<StoredTurn | null> {
    return this.turns.findOne({ name }, { sort: { number: -1 } });
  }

  private async insert(name: string, number: number): Promise<boolean> {
    const turn = { _id: `${name} ${number}`, name, number, holder: this.holder, beat: 0, over: false };
    try {
      await this.turns.insertOne(turn);
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
      throw error;
    }
    // Old turns are cleared away, so that a number which was taken long ago may be free again.
    if ((await this.last(name))?.number === number) return true;
    await this.turns.deleteOne({ _id: turn._id });
    return false;
  }

  private async held(name: string, number: number, { unfinished = false } = {}): Promise<Held> {
    let heard = performance.now();
    const id = `${name} ${number}`;
    const check = () => {
      if (performance.now() - heard < 0.7 * this.lease) return;
      throw new KindredError('STORE_UNAVAILABLE', 'This computer was too slow to write to the database.', {
        transient: true,
        hint: 'Nothing is half written; Kindred goes on by itself.',
      });
    };
    const beating = setInterval(() => {
      const asked = performance.now();
      const beat = this.turns.updateOne({ _id: id }, { $inc: { beat: 1 } });
      // A turn that is not there any more was taken over.
      beat.then(
        ({ matchedCount }) => (heard = matchedCount === 1 ? asked : heard),
        () => undefined,
      );
    }, this.lease / 5);
    beating.unref();
    const finish = async (writes: readonly Write[]) => {
      await apply(this.database, writes, check);
      await this.records.deleteOne({ _id: name });
    };
    try {
      if (unfinished) {
        const record = await this.records.findOne({ _id: name });
        if (record !== null) await finish(JSON.parse(record.writes) as Write[]);
        this.whenTakenOver();
      }
    } catch (error) {
      clearInterval(beating);
      throw error;
    }
    let isBroken = false;
    const commit = async (writes: readonly Write[]) => {
      check();
      if (isBroken) throw unfinishedWrite();
      if (writes.length === 0) return;
      if (writes.length === 1) return apply(this.database, writes, check);
      isBroken = true;
      await this.records.insertOne({ _id: name, writes: JSON.stringify(writes) });
      await finish(writes);
      isBroken = false;
    };
    const end = async () => {
      clearInterval(beating);
      // Left open, whoever is next finishes what was written down.
      if (isBroken) return void this.lastMine.delete(name);
      await this.turns.updateOne({ _id: id }, { $set: { over: true } });
      this.lastMine.set(name, number);
      if (number % 50 === 0) await this.turns.deleteMany({ name, number: { $lt: number } });
    };
    return { commit, check, end };
  }

  private get turns(): Collection<StoredTurn> {
    return this.database.collection<StoredTurn>('turns');
  }

  private get records(): Collection<StoredRecord> {
    return this.database.collection<StoredRecord>('records');
  }
}

const unfinishedWrite = (): KindredError =>
  new KindredError('STORE_UNAVAILABLE', 'The database is finishing an earlier write.', {
    transient: true,
    hint: 'Try again in some seconds.',
  });
