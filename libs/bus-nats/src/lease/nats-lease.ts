import { setTimeout as sleep } from 'node:timers/promises';
import { type Holding, type Lease, leaseLost } from '@kindred/domain';
import type { KV } from '@nats-io/kv';
import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { unavailable } from '../unavailable';

export interface NatsLeaseOptions {
  /** One of the bucket's keys; everybody who uses it agrees upon the same lease. */
  readonly name: string;
  /** Milliseconds after which the lease passes on when its holder was silent, as the bucket forgets by. */
  readonly ttl: number;
  /** Who holds it, for people who look into the bucket. */
  readonly holder: string;
}

/** How often in the time to live a holder says that it lives. */
const BEATS = 4;
/** Between two tries to get the lease, of the time to live. */
const TRIES = 20;

/**
 * A `Lease` upon which processes agree by a key of a JetStream bucket: whoever can create it holds the lease, and renews it
 * by the revision that only the holder knows, until the server forgets it. The stream's place of the creation is the token.
 */
export class NatsLease implements Lease {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bucket: KV,
    private readonly options: NatsLeaseOptions,
  ) {}

  hold<T>(work: (holding: Holding) => Promise<T>, waiting?: AbortSignal): Promise<T> {
    const turn = this.last.then(() => this.holdNow(work, waiting));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async holdNow<T>(work: (holding: Holding) => Promise<T>, waiting?: AbortSignal): Promise<T> {
    const held = await this.acquire(waiting);
    try {
      return await work(held);
    } finally {
      await held.end();
    }
  }

  private async acquire(waiting?: AbortSignal): Promise<NatsHolding> {
    const { name, ttl, holder } = this.options;
    for (;;) {
      waiting?.throwIfAborted();
      const asked = performance.now();
      try {
        const token = await this.bucket.create(name, holder);
        return new NatsHolding(this.bucket, this.options, token, asked);
      } catch (error) {
        if (!isOutdated(error)) throw unavailable(error);
        await sleep(ttl / TRIES, undefined, { signal: waiting }).catch(() => undefined);
      }
    }
  }
}

class NatsHolding implements Holding {
  private readonly over = new AbortController();
  private readonly beating: NodeJS.Timeout;
  private losing: NodeJS.Timeout;
  private revision: number;
  private renewing: Promise<void> = Promise.resolve();

  /** @param asked when the server was asked: it forgets later than `ttl` after that. */
  constructor(
    private readonly bucket: KV,
    private readonly options: NatsLeaseOptions,
    readonly token: number,
    asked: number,
  ) {
    this.revision = token;
    this.losing = this.loseAfter(asked);
    this.beating = setInterval(() => void this.confirm().catch(() => undefined), options.ttl / BEATS);
  }

  get signal(): AbortSignal {
    return this.over.signal;
  }

  /** Renews it: the server knows the revision of the holder only, so that nobody else has held it since. */
  confirm = (): Promise<void> => {
    const turn = this.renewing.then(() => this.renew());
    this.renewing = turn.catch(() => undefined);
    return turn;
  };

  /** Passes the lease on; without an answer it passes on by itself. */
  async end(): Promise<void> {
    clearInterval(this.beating);
    await this.renewing;
    if (!this.over.signal.aborted) {
      await this.bucket.delete(this.options.name, { previousSeq: this.revision }).catch(() => undefined);
    }
    this.lose();
  }

  private async renew(): Promise<void> {
    const { name, holder } = this.options;
    this.signal.throwIfAborted();
    const asked = performance.now();
    try {
      this.revision = await this.bucket.update(name, holder, this.revision);
    } catch (error) {
      if (isOutdated(error)) this.lose(error);
      // The server may have renewed it all the same, under a revision that nobody knows then.
      throw leaseLost(name, error);
    }
    this.signal.throwIfAborted();
    clearTimeout(this.losing);
    this.losing = this.loseAfter(asked);
  }

  private loseAfter(asked: number): NodeJS.Timeout {
    return setTimeout(() => this.lose(), Math.max(0, asked + this.options.ttl - performance.now()));
  }

  private lose(cause?: unknown): void {
    clearInterval(this.beating);
    clearTimeout(this.losing);
    if (!this.over.signal.aborted) this.over.abort(leaseLost(this.options.name, cause));
  }
}

function isOutdated(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamWrongLastSequence;
}
