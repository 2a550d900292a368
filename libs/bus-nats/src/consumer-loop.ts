import {
  type Consumer,
  type ConsumeOptions,
  type EventHandler,
  type EventOf,
  type Failure,
  PoisonMessageError,
  type Subject,
  toFailure,
} from '@kindred/domain';
import { decodeEvent } from '@kindred/contracts';
import type { Consumer as NatsConsumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeadLetterBox } from './dead-letters';

const DEFAULT_ACK_WAIT = 30_000;
const DEFAULT_MAX_DELIVER = 5;
const DEFAULT_BACKOFF = [1_000, 5_000, 15_000] as const;
const DEFAULT_GRACE = 10_000;
/** How long one request for messages stands before it is made again. */
const PULL_EXPIRES = 30_000;
/**
 * How often the server says that it still knows of the request. When it was silent for twice as long, another server may
 * lead by now, and is asked.
 */
const PULL_HEARTBEAT = 2_000;
/** Before messages are asked for again, when the server could not answer. */
const PULL_PAUSE = 500;

export const ackWaitOf = (options: Pick<ConsumeOptions<Subject>, 'ackWait'>): number =>
  options.ackWait ?? DEFAULT_ACK_WAIT;

export interface ConsumerLoopParts<S extends Subject> {
  /** Opens the durable consumer, creating it when the server has lost it. */
  readonly open: () => Promise<NatsConsumer>;
  readonly options: ConsumeOptions<S>;
  readonly handler: EventHandler<S>;
  readonly dead: DeadLetterBox;
}

/** A message that is being handled here. */
interface Holding {
  readonly work: Promise<void>;
  /** Tells the server now and then that the message is still in good hands. */
  readonly extending: NodeJS.Timeout;
}

/**
 * Pulls messages of one durable consumer and hands each to the handler, never asking for more than it has room for:
 * the client's own `consume` refills as soon as a message arrives, however many are still being handled. Tries are
 * counted by the server's delivery count, so a process that dies while handling a message still uses up a try, and a
 * message that kills every process it meets ends as a dead letter.
 */
export class ConsumerLoop<S extends Subject> implements Consumer {
  private readonly held = new Map<JsMsg, Holding>();
  /** Why messages failed whose end could not be recorded yet, by their place in the stream. */
  private readonly reasons = new Map<number, Failure>();
  private readonly stopping = new AbortController();
  private messages: ConsumerMessages | null = null;
  private pulling: Promise<void> = Promise.resolve();
  private onRoom: () => void = () => undefined;

  constructor(private readonly parts: ConsumerLoopParts<S>) {}

  async start(): Promise<void> {
    this.pulling = this.pull(await this.parts.open());
  }

  async stop(graceMs = DEFAULT_GRACE): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    this.messages?.stop();
    this.onRoom();
    const grace = new AbortController();
    await Promise.race([
      this.pulling.then(() => Promise.all([...this.held.values()].map(({ work }) => work))),
      sleep(graceMs, undefined, { signal: grace.signal }).catch(() => undefined),
    ]);
    grace.abort();
    for (const message of [...this.held.keys()]) {
      this.release(message);
      message.nak();
    }
  }

  private async pull(consumer: NatsConsumer): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.room();
        if (signal.aborted) return;
        const wanted = this.parts.options.maxInFlight - this.held.size;
        this.messages = await consumer.fetch({
          max_messages: wanted,
          expires: PULL_EXPIRES,
          idle_heartbeat: PULL_HEARTBEAT,
        });
        if (signal.aborted) this.messages.stop();
        for await (const message of this.messages) await this.accept(message);
      } catch {
        // The server is away, or has lost the consumer: what it still has is asked for again.
        await sleep(PULL_PAUSE, undefined, { signal }).catch(() => undefined);
        if (!signal.aborted) consumer = await this.parts.open().catch(() => consumer);
      }
    }
  }

  private async accept(message: JsMsg): Promise<void> {
    // After a reconnect the client asks for a whole request again, also for what has arrived already.
    await this.room();
    if (this.stopping.signal.aborted) return message.nak();
    const extending = setInterval(() => message.working(), ackWaitOf(this.parts.options) / 2);
    const work = this.take(message).finally(() => this.release(message));
    this.held.set(message, { work, extending });
  }

  private release(message: JsMsg): void {
    clearInterval(this.held.get(message)?.extending);
    this.held.delete(message);
    this.onRoom();
  }

  private async room(): Promise<void> {
    while (this.held.size >= this.parts.options.maxInFlight && !this.stopping.signal.aborted) {
      await new Promise<void>((resolve) => (this.onRoom = resolve));
    }
  }

  private async take(message: JsMsg): Promise<void> {
    // `handle` must not end before `held` knows of it.
    await Promise.resolve();
    try {
      await this.handle(message);
    } catch {
      // Nobody can be told now; the server redelivers what was not acknowledged.
      if (this.held.has(message)) message.nak(this.pauseBefore(message.info.deliveryCount + 1));
    }
  }

  private async handle(message: JsMsg): Promise<void> {
    const { maxDeliver = DEFAULT_MAX_DELIVER } = this.parts.options;
    const attempt = message.info.deliveryCount;
    let event: EventOf<S>;
    try {
      event = decodeEvent(message.string()) as EventOf<S>;
    } catch (error) {
      return this.bury(message, null, toFailure(error, 'MESSAGE_INVALID'));
    }
    const reason = this.reasons.get(message.seq);
    if (reason !== undefined) return this.bury(message, event, reason);
    if (attempt > maxDeliver) return this.bury(message, event, GAVE_UP);
    try {
      await this.parts.handler({ event, attempt });
    } catch (error) {
      // One that was handed back meanwhile belongs to somebody else now.
      if (!this.held.has(message)) return;
      if (error instanceof PoisonMessageError) return this.bury(message, event, error.failure);
      if (attempt >= maxDeliver) return this.bury(message, event, toFailure(error));
      return message.nak(this.pauseBefore(attempt + 1));
    }
    if (this.held.has(message)) await message.ackAck();
  }

  private async bury(message: JsMsg, event: EventOf<S> | null, failure: Failure): Promise<void> {
    this.reasons.set(message.seq, failure);
    if (event !== null) await this.parts.options.onDead?.(event, failure);
    await this.parts.dead.keep(message, this.parts.options.group, failure);
    this.reasons.delete(message.seq);
    message.term(failure.code);
  }

  private pauseBefore(attempt: number): number {
    const { backoff = DEFAULT_BACKOFF } = this.parts.options;
    return backoff[Math.min(attempt - 2, backoff.length - 1)] ?? 0;
  }
}

const GAVE_UP: Failure = {
  code: 'DETECTION_GAVE_UP',
  message: 'Every try ended without an answer; the process may have been stopped by this message.',
  hint: 'Look at the logs, then try again.',
};
